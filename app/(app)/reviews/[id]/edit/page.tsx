import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ReviewForm } from "@/components/reviews/review-form";
import { NoPermission } from "@/components/ui/empty-state";
import { savedReview } from "@/lib/reviews/review-start";
import { gate } from "@/lib/server/session";
import { listUnits } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews");
  return { title: t("edit_title") };
}

/** A draft to be changed; anything else is looked at, not edited. */
export default async function EditReviewPage({ params }: PageProps<"/reviews/[id]/edit">) {
  const { actor, allowed } = await gate("review:draft");
  if (!allowed) return <NoPermission />;
  const [t, { id }, units] = await Promise.all([
    getTranslations("reviews"),
    params,
    listUnits(undefined, { activeOnly: true }),
  ]);
  const question = (department: "TECH") => t(`items.${department}`);
  const start = await savedReview(actor, id, question as (department: string) => string);
  if (!start) redirect(`/reviews/${id}` as Route);
  return (
    <Messages namespaces={["reviews", "grid"]}>
      <PageHeader
        number={start.number}
        title={`${t("edit_title")} · ${start.customerLabel}`}
        back={{ href: `/reviews/${id}`, label: t("doc_title") }}
      />
      <ReviewForm start={start} units={units.map(({ name }) => name)} />
    </Messages>
  );
}
