import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { getCustomerForOrder } from "@/lib/customers/queries";
import {
  assertMayMove,
  factsOf,
  lockReview,
  moveReview,
  REVIEW,
  type WholeReview,
} from "@/lib/reviews/load";
import type { RefuseReviewInput } from "@/lib/reviews/schema";
import { copyAttachments } from "@/lib/server/attachments";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { closeWorkItem } from "@/lib/server/work-items";

/**
 * A change after the conclusion is a new version with the same number, reviewed anew (F05, GB/T 19001 8.2.4); until it
 * is effective the version before it stands. Drawings are taken along. Throws `reviews.<guard>`, `common.not_found`.
 */
export function startReviewVersion(
  actor: Actor,
  input: RefuseReviewInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "review.start_version", input }, async (tx) => {
    const before = await lockReview(tx, input.id);
    await getCustomerForOrder(tx, actor, before.customerId);
    const plan = assertMayMove("start_version", await factsOf(tx, before, actor), actor);
    await moveReview(tx, input, plan);
    await closeWorkItem(tx, { kind: "review.continue", subjectId: before.id });
    const id = await copyAsDraft(tx, actor, before, input.comment);
    await recordAudit(tx, actor, {
      type: "review.version_started",
      subjectType: REVIEW,
      subjectId: id,
      details: { comment: input.comment, version: (await latest(tx, before)).version.toFixed(0) },
    });
    return { id };
  });
}

function latest(tx: Tx, { docNo }: WholeReview) {
  return tx.review.findFirstOrThrow({
    where: { docNo },
    orderBy: { version: "desc" },
    select: { id: true, version: true },
  });
}

async function copyAsDraft(
  tx: Tx,
  actor: Actor,
  before: WholeReview,
  changeReason: string,
): Promise<string> {
  const id = newId();
  const now = clock.now();
  const last = await latest(tx, before);
  await tx.review.create({
    data: {
      id,
      docNo: before.docNo,
      version: last.version + 1,
      // A version that was given up has its successor too.
      previousId: last.id,
      reviewOn: toDbDate(clock.today()),
      customerId: before.customerId,
      customerName: before.customerName,
      contactName: before.contactName,
      intakeId: before.intakeId,
      reviewKind: "CHANGE",
      reviewMode: before.reviewMode,
      technicalRequirement: before.technicalRequirement,
      impliedRequirement: before.impliedRequirement,
      legalRequirement: before.legalRequirement,
      additionalRequirement: before.additionalRequirement,
      differences: before.differences,
      changeReason,
      remark: before.remark,
      draftedById: actor.id,
      draftedByName: actor.name,
      drafterIds: [actor.id],
      createdAt: now,
      updatedAt: now,
      lines: {
        create: before.lines.map(
          ({ id: _id, reviewId: _review, approvedOn: _on, approvedPrice: _price, ...line }) => line,
        ),
      },
      opinions: { create: before.opinions.map(({ department, item }) => ({ department, item })) },
    },
  });
  await copyAttachments(tx, before.id, { subjectType: REVIEW, subjectId: id });
  return id;
}
