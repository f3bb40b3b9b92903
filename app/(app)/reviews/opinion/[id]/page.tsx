import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { OpinionScreen } from "@/components/reviews/opinion-screen";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { papersOf } from "@/lib/records/queries";
import { findReview } from "@/lib/reviews/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews.sections");
  return { title: t("own_part") };
}

/** The screen on which a department gives its own part of a review. */
export default async function OpinionPage({ params }: PageProps<"/reviews/opinion/[id]">) {
  const { actor, allowed } = await gate("review:opine");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const review = await findReview(actor, id);
  if (!review) notFound();
  const papers = await papersOf(actor, { subjectType: "review", subjectId: id });
  return (
    <Messages namespaces={["reviews"]}>
      <OpinionScreen review={review} papers={papers} mayReadIntake={can(actor, "intake:read")} />
    </Messages>
  );
}
