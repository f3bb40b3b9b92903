import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ReviewForm } from "@/components/reviews/review-form";
import { NoPermission } from "@/components/ui/empty-state";
import { reviewFromContract } from "@/lib/contracts/review-links";
import { isUuid } from "@/lib/core/uuid";
import { blankReview, reviewFromIntake } from "@/lib/reviews/review-start";
import { gate } from "@/lib/server/session";
import { listUnits } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews");
  return { title: t("new_title") };
}

type Props = { searchParams: Promise<{ intake?: string; contract?: string }> };

/** A new review: blank, from an intake record with `?intake=`, for an order's new lines with `?contract=`. */
export default async function NewReviewPage({ searchParams }: Props) {
  const { actor, allowed } = await gate("review:draft");
  if (!allowed) return <NoPermission />;
  const [t, asked, units] = await Promise.all([
    getTranslations("reviews"),
    searchParams,
    listUnits(undefined, { activeOnly: true }),
  ]);
  const question = (department: "TECH") => t(`items.${department}`);
  const questions = question as (department: string) => string;
  const fromContract = isUuid(asked.contract ?? "")
    ? await reviewFromContract(actor, asked.contract ?? "", questions)
    : null;
  const fromIntake = isUuid(asked.intake ?? "")
    ? await reviewFromIntake(actor, asked.intake ?? "", questions)
    : null;
  return (
    <Messages namespaces={["reviews", "grid"]}>
      <PageHeader title={t("new_title")} back={{ href: "/reviews", label: t("title") }} />
      <ReviewForm
        start={fromContract ?? fromIntake ?? blankReview(questions)}
        units={units.map(({ name }) => name)}
      />
    </Messages>
  );
}
