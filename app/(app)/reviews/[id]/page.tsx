import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { ReviewDocument } from "@/components/reviews/review-document";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { contractsOfReview } from "@/lib/contracts/review-links";
import { papersOf } from "@/lib/records/queries";
import { findReview, mayReadReviews } from "@/lib/reviews/queries";
import { pageActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reviews");
  return { title: t("doc_title") };
}

/** One requirements review; delegates of the signers see it too. */
export default async function ReviewPage({ params }: PageProps<"/reviews/[id]">) {
  const actor = await pageActor();
  if (!mayReadReviews(actor)) return <NoPermission />;
  const { id } = await params;
  const review = await findReview(actor, id);
  if (!review) notFound();
  const [papers, contracts] = await Promise.all([
    papersOf(actor, { subjectType: "review", subjectId: id }),
    contractsOfReview(actor, review),
  ]);
  const rights = {
    mayOrder: can(actor, "contract:draft"),
    mayReadIntake: can(actor, "intake:read"),
    mayDraft: can(actor, "review:draft"),
  };
  return (
    <Messages namespaces={["reviews"]}>
      <ReviewDocument {...{ review, papers, contracts, rights }} />
    </Messages>
  );
}
