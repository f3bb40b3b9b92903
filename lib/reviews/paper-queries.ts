import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { PaperMark, PrintablePaper } from "@/lib/pdf/paper-frame";
import { latestSignature } from "@/lib/pdf/paper-signature";
import type { ReviewStatus } from "@/lib/reviews/lifecycle";
import { findReview } from "@/lib/reviews/queries";
import { reviewDocument } from "@/lib/reviews/review-pdf";
import { listSignatures } from "@/lib/server/signatures";

/** The paper of a requirements review (F05); prices only for those who see them, null when out of the actor's view. */
export async function findReviewPaper(actor: Actor, id: string): Promise<PrintablePaper | null> {
  const review = await findReview(actor, id);
  if (!review) return null;
  const signatures = await listSignatures(id);
  const { reuseUntil, reuseConfirmedByName } = review;
  return {
    number: review.docNo,
    mark: markOf(review.status),
    draw: (frame) =>
      reviewDocument({
        ...review,
        frame,
        reuse: reuseUntil && { until: reuseUntil, name: reuseConfirmedByName ?? "" },
        preparedBy: latestSignature(signatures, "PREPARED"),
        concludedBy: latestSignature(signatures, "CHECKED"),
        approvedBy: latestSignature(signatures, "APPROVED"),
      }),
  };
}

function markOf(status: ReviewStatus): PaperMark | null {
  if (status === "EFFECTIVE") return null;
  const isOver = status === "REJECTED" || status === "CANCELLED" || status === "SUPERSEDED";
  return isOver ? "VOIDED" : "UNAPPROVED";
}
