import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { sign } from "@/lib/server/signatures";
import { inboundLifecycle } from "@/lib/stock/lifecycle";
import { lockProducts } from "@/lib/stock/lock-products";
import { postMovements } from "@/lib/stock/post-movements";
import type { PostInboundInput } from "@/lib/stock/schema";

/**
 * The keeper takes the goods in (F27): number RK, rows of the stock account, the keeper's signature, in one
 * transaction. Throws `stock.<guard>`, `common.forbidden` or `common.changed_meanwhile`.
 */
export function postInbound(
  actor: Actor,
  input: PostInboundInput,
  key: IdempotencyKey,
): Promise<{ slipId: string; docNo: string }> {
  return transactOnce({ key, actor, action: "postInbound", input }, async (tx) => {
    const today = clock.today();
    const { slipId, rowVersion } = input;
    const slip = await findDraft(tx, slipId);
    const facts = { status: slip.status, lineCount: slip.lines.length };
    const plan = inboundLifecycle.plan("post", facts, actor, can);
    if (!plan.ok) throw inboundRefusal(plan.refusal);
    await createBins(tx, slip.lines);
    await lockProducts(
      tx,
      slip.lines.map(({ productId }) => productId),
    );
    await signIn(tx, actor, slipId, slip.lines);
    const { number: docNo } = await drawNumber(tx, "RK", today);
    const moved = await tx.inboundSlip.updateMany({
      where: { id: slipId, status: "DRAFT", rowVersion },
      data: { status: plan.to, docNo, ...postedBy(actor), rowVersion: { increment: 1 } },
    });
    if (moved.count === 0) throw new DomainError("common.changed_meanwhile");
    const source = { sourceType: "inbound_slip", sourceId: slipId, sourceNo: docNo };
    await postMovements(
      tx,
      { actor, kind: "INBOUND", ...source, summary: slip.fromDepartment, today },
      slip.lines.map((line) => ({ ...line, sourceLineId: line.id })),
    );
    await recordAudit(tx, actor, {
      type: "inbound.posted",
      subjectType: "inbound_slip",
      subjectId: slipId,
      details: { docNo, lines: slip.lines.length },
    });
    return { slipId, docNo };
  });
}

type DraftLine = {
  id: string;
  productId: string;
  batchNo: string;
  binCode: string;
  quantity: Quantity;
};

async function findDraft(tx: Tx, id: string) {
  const slip = await tx.inboundSlip.findUnique({
    where: { id },
    select: {
      status: true,
      fromDepartment: true,
      lines: {
        orderBy: { lineNo: "asc" },
        select: { id: true, productId: true, batchNo: true, binCode: true, receivedQty: true },
      },
    },
  });
  if (!slip) throw new DomainError("common.not_found");
  const lines = slip.lines.map(({ receivedQty, ...line }): DraftLine => {
    return { ...line, quantity: Quantity.of(receivedQty) };
  });
  return { ...slip, lines };
}

function postedBy(actor: Actor) {
  return { postedById: actor.id, postedByName: actor.name, postedAt: clock.now() };
}

/** The keeper signs for what was counted, product by product. */
async function signIn(tx: Tx, actor: Actor, slipId: string, lines: readonly DraftLine[]) {
  await sign(tx, actor, {
    permission: "inbound:post",
    subjectType: "inbound_slip",
    subjectId: slipId,
    step: "RECEIVED",
    decision: "AGREE",
    revision: 1,
    contentHash: contentHash(lines),
  });
}

/** A bin that is typed for the first time is a new bin. */
async function createBins(tx: Tx, lines: readonly { binCode: string }[]): Promise<void> {
  const codes = [...new Set(lines.map(({ binCode }) => binCode))].sort();
  await tx.bin.createMany({ data: codes.map((code) => ({ code })), skipDuplicates: true });
}

/** The refusal of a move that the life cycle does not allow. */
export function inboundRefusal(refusal: "wrong_status" | "forbidden" | "no_lines"): DomainError {
  if (refusal === "forbidden") return new DomainError("common.forbidden");
  return new DomainError(refusal === "wrong_status" ? "stock.not_a_draft" : `stock.${refusal}`);
}
