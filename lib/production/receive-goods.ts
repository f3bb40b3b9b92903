import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract, type WholeContract } from "@/lib/contracts/load";
import { noteProduced } from "@/lib/contracts/production-progress";
import { refreshShipItem } from "@/lib/contracts/ship-item";
import { toDbDate } from "@/lib/core/calendar-date";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { sign } from "@/lib/server/signatures";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { assertWholePieces } from "@/lib/settings/whole-pieces";
import { bindReceived } from "@/lib/stock/bind-received";
import { lockProducts } from "@/lib/stock/lock-products";
import { postMovements } from "@/lib/stock/post-movements";
import { lockTaskLine, type WholeLine } from "./line-load";
import { contractShare, restToProduce } from "./policy";
import { isRunning } from "./producible-lines";
import {
  acceptedQty,
  assertReceiptMove,
  findReceipt,
  lockReceipt,
  moveReceipt,
  receiptFacts,
  type WholeReceipt,
} from "./receipt-load";
import type { ReceiveGoodsInput } from "./schema";
import { noteReceived } from "./task-progress";

/**
 * The keeper takes inspected goods into a bin and posts (F27, R1.1.3-B3): number RK, stock account, progress of task
 * and contract line, and a reservation of exactly these goods for the contract; what is beyond it is free stock.
 * Throws `production.receipt_<guard>`, `production.received_over_accepted`, `production.over_task`.
 */
export function receiveGoods(
  actor: Actor,
  input: ReceiveGoodsInput,
  key: IdempotencyKey,
): Promise<{ slipId: string; docNo: string }> {
  return transactOnce({ key, actor, action: "receipt.receive", input }, async (tx) => {
    const { contract, taskLine, receipt } = await lockAll(tx, input);
    const plan = assertReceiptMove("receive", await receiptFacts(tx, actor, receipt), actor);
    await assertWholePieces(tx, [
      { path: "receivedQty", unit: receipt.line.unit, quantity: input.receivedQty },
    ]);
    assertQuantity(receipt, taskLine, input);
    await lockProducts(tx, [receipt.line.productId]);
    await tx.bin.createMany({ data: [{ code: input.binCode }], skipDuplicates: true });
    await signIn(tx, actor, receipt, input);
    const { number: docNo } = await drawNumber(tx, "RK", clock.today());
    await moveReceipt(tx, receipt, plan.to, {
      docNo,
      receivedOn: toDbDate(clock.today()),
      postedById: actor.id,
      postedByName: actor.name,
      postedAt: clock.now(),
    });
    await tx.inboundLine.update({
      where: { id: receipt.line.id },
      data: {
        receivedQty: input.receivedQty.toString(),
        batchNo: input.batchNo,
        binCode: input.binCode,
        lineRemark: input.remark,
      },
    });
    await postStock(tx, actor, { receipt, docNo, input });
    const bound = shareOf(contract, taskLine, input.receivedQty);
    await bindToContract(tx, { contract, taskLine, receipt, input, bound });
    await noteReceived(tx, actor, taskLine, { quantity: input.receivedQty, docNo });
    await tx.product.updateMany({
      where: { id: receipt.line.productId, firstProducedOn: null },
      data: { firstProducedOn: toDbDate(clock.today()) },
    });
    await closeWorkItemsOf(tx, receipt.id);
    await recordAudit(tx, actor, {
      type: "production_receipt.received",
      subjectType: "inbound_slip",
      subjectId: receipt.id,
      details: { docNo, quantity: input.receivedQty.toString(), bound: bound.toString() },
    });
    if (contract !== null && bound.isPositive()) await refreshShipItem(tx, contract.id);
    return { slipId: receipt.id, docNo };
  });
}

/** In the order of all locks: contract, task line, receipt. */
async function lockAll(tx: Tx, input: ReceiveGoodsInput) {
  const seen = await findReceipt(tx, input.slipId);
  if (!seen) throw new DomainError("common.not_found");
  const contract = seen.contractId === null ? null : await lockContract(tx, seen.contractId);
  const taskLine = await lockTaskLine(tx, seen.line.taskLineId);
  const receipt = { ...(await lockReceipt(tx, input.slipId)), rowVersion: input.rowVersion };
  return { contract, taskLine, receipt };
}

function assertQuantity(receipt: WholeReceipt, line: WholeLine, input: ReceiveGoodsInput): void {
  const { receivedQty, remark } = input;
  const { unit, overReason } = receipt.line;
  const accepted = acceptedQty(receipt);
  const refuse = (path: string, code: string, details: Record<string, string>) => {
    throw new DomainError(code, details, [{ path, code, details }]);
  };
  if (receivedQty.isGreaterThan(accepted))
    refuse("receivedQty", "production.received_over_accepted", {
      accepted: accepted.toString(),
      unit,
    });
  if (receivedQty.isLessThan(accepted) && remark === "")
    refuse("remark", "production.short_needs_remark", { accepted: accepted.toString(), unit });
  const rest = Quantity.of(line.quantity).minus(Quantity.of(line.receivedQty));
  if (receivedQty.isGreaterThan(rest) && overReason === "")
    refuse("receivedQty", "production.over_task", {
      rest: rest.max(Quantity.zero).toString(),
      unit,
    });
}

/** The keeper signs for what was counted into which place. */
async function signIn(tx: Tx, actor: Actor, receipt: WholeReceipt, input: ReceiveGoodsInput) {
  await sign(tx, actor, {
    permission: "inbound:post",
    subjectType: "inbound_slip",
    subjectId: receipt.id,
    step: "RECEIVED",
    decision: "AGREE",
    comment: input.remark,
    revision: 1,
    contentHash: contentHash({
      line: receipt.line.taskLineId,
      productId: receipt.line.productId,
      batchNo: input.batchNo,
      binCode: input.binCode,
      quantity: input.receivedQty.toString(),
    }),
  });
}

type Posting = { receipt: WholeReceipt; docNo: string; input: ReceiveGoodsInput };

function postStock(tx: Tx, actor: Actor, { receipt, docNo, input }: Posting): Promise<void> {
  return postMovements(
    tx,
    {
      actor,
      kind: "INBOUND",
      sourceType: "inbound_slip",
      sourceId: receipt.id,
      sourceNo: docNo,
      contractNo: receipt.contractNo,
      summary: [receipt.fromDepartment, receipt.taskNo].filter(Boolean).join(" "),
      today: clock.today(),
    },
    [
      {
        productId: receipt.line.productId,
        batchNo: input.batchNo,
        binCode: input.binCode,
        quantity: input.receivedQty,
        sourceLineId: receipt.line.id,
      },
    ],
  );
}

/** Nothing belongs to a contract that is over, or to a task that was cancelled: those goods are free stock. */
function shareOf(
  contract: WholeContract | null,
  taskLine: WholeLine,
  received: Quantity,
): Quantity {
  const line = contract?.lines.find(({ id }) => id === taskLine.contractLineId);
  if (!contract || !line || !isRunning(contract) || taskLine.task.status !== "ACCEPTED")
    return Quantity.zero;
  return contractShare({
    received,
    share: Quantity.of(taskLine.quantity).minus(Quantity.of(taskLine.extraQty)),
    receivedBefore: Quantity.of(taskLine.receivedQty),
    wanted: restToProduce({
      quantity: Quantity.of(line.quantity),
      closedQty: Quantity.of(line.closedQty),
      qtyFromStock: Quantity.of(line.qtyFromStock),
      qtyToProduce: Quantity.of(line.qtyToProduce),
      taskedQty: Quantity.of(line.producedQty),
    }),
  });
}

type Binding = {
  contract: WholeContract | null;
  taskLine: WholeLine;
  receipt: WholeReceipt;
  input: ReceiveGoodsInput;
  bound: Quantity;
};

async function bindToContract(
  tx: Tx,
  { contract, taskLine, receipt, input, bound }: Binding,
): Promise<void> {
  const { contractLineId } = taskLine;
  if (contract === null || contractLineId === null || !bound.isPositive()) return;
  await noteProduced(tx, [{ contractLineId, quantity: bound }]);
  await bindReceived(tx, [
    {
      contractId: contract.id,
      contractLineId,
      productId: receipt.line.productId,
      batchNo: input.batchNo,
      binCode: input.binCode,
      quantity: bound,
      sourceType: "inbound_slip",
      sourceLineId: receipt.line.id,
    },
  ]);
}
