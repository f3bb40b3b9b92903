import "server-only";
import type { Tx } from "@/lib/server/db";

/**
 * Back in draft every opinion has to be given anew: its words stay as a beginning, name and time go, and so does the
 * conclusion.
 */
export async function reopenOpinions(tx: Tx, reviewId: string): Promise<void> {
  await tx.reviewOpinion.updateMany({
    where: { reviewId },
    data: {
      personId: null,
      personName: null,
      onBehalfOf: null,
      signedAt: null,
      rowVersion: { increment: 1 },
    },
  });
  await tx.review.update({
    where: { id: reviewId },
    data: { conclusion: null, conclusionNote: "", concludedById: null },
  });
  await tx.reviewLine.updateMany({
    where: { reviewId },
    data: { approvedOn: null, approvedPrice: null },
  });
}
