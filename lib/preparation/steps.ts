import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract } from "@/lib/contracts/load";
import {
  creditUnprepared,
  notePreparation,
  notePreparationNo,
} from "@/lib/contracts/note-preparation";
import { assertNotBeingChanged } from "@/lib/contracts/pending-revision";
import { type CalendarDate, fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import { drawNumber } from "@/lib/server/sequence";
import { voidSignatures } from "@/lib/server/signatures";
import { closeWorkItemsOf, openWorkItem } from "@/lib/server/work-items";
import { reserve } from "@/lib/stock/reserve-stock";
import { endPreparation } from "./cancel-preparation";
import { preparationHash } from "./content";
import { lockPreparation } from "./load";
import { assertPreparationMove, movePreparation } from "./move";
import { assertQuantities, assertRunning, wantedOf } from "./order-check";
import { audit, signed, signStep, writePreparationLines } from "./order-record";
import type { WantedLine } from "./policy";
import { refreshResplitItem } from "./resplit-item";
import { isMandatory, stockRows } from "./stock-rows";
import { preparationTitle } from "./titles";

export type NewPreparation = {
  contractId: string;
  /** The production notice drafted in one step with it (R1.1.3-P). */
  taskId?: string;
  dueOn: CalendarDate;
  packingRequirement: string;
  lines: readonly WantedLine[];
};

const lineIdsOf = (lines: readonly { contractLineId: string }[]) =>
  lines.map(({ contractLineId }) => contractLineId);

/**
 * Drafts a preparation order of a running contract (F08): lines are its stock rows. Binds nothing, has no number yet.
 * Throws `preparation.contract_not_running` (R1.1.4-c) or the first fault of the quantities with all as issues.
 */
export async function draftPreparation(
  tx: Tx,
  actor: Actor,
  { contractId, taskId, dueOn, packingRequirement, lines }: NewPreparation,
): Promise<{ id: string }> {
  requirePermission(actor, "preparation:write");
  const contract = await lockContract(tx, contractId);
  assertRunning(contract);
  await assertNotBeingChanged(tx, contractId, lineIdsOf(lines));
  await assertQuantities(tx, contract, lines);
  const id = newId();
  await tx.preparationOrder.create({
    data: {
      id,
      preparationOn: toDbDate(clock.today()),
      contractId,
      contractNo: contract.contractNo ?? "",
      contractRevision: contract.revision,
      customerId: contract.customerId,
      customerName: contract.customerName,
      dueOn: toDbDate(dueOn),
      packingRequirement,
      taskId: taskId ?? null,
      preparedById: actor.id,
      preparedByName: actor.name,
      createdAt: clock.now(),
    },
  });
  await writePreparationLines(tx, id, contract, lines);
  await recordAudit(tx, actor, {
    type: "preparation.drafted",
    subjectType: "preparation_order",
    subjectId: id,
    details: { contractNo: contract.contractNo ?? "" },
  });
  return { id };
}

/**
 * An order of the contract that no notice in force holds, written or sent for signature alone, goes along with this
 * notice from here on: both are signed in one step (rules 5.6). Its id, or null.
 */
export async function adoptOrder(
  tx: Tx,
  contractId: string,
  taskId: string,
): Promise<string | null> {
  const [adopted] = await tx.$queryRaw<{ id: string }[]>`
    update preparation_order set task_id = ${taskId}::uuid, row_version = row_version + 1
    where id = (select o.id from preparation_order o left join production_task k on k.id = o.task_id
      where o.contract_id = ${contractId}::uuid and o.status in ('DRAFT', 'PENDING_CHIEF')
        and (k.id is null or k.status in ('REJECTED', 'CANCELLED'))
      order by o.id limit 1)
    returning id::text`;
  return adopted?.id ?? null;
}

/**
 * Submission to the section chief: the BH number is drawn, the quantities count for the contract from here on.
 * Throws `preparation.<guard>`, the quantities' faults, `common.changed_meanwhile` where `seenVersion` is old.
 */
export async function submitPreparation(
  tx: Tx,
  actor: Actor,
  id: string,
  seenVersion?: number,
): Promise<{ docNo: string }> {
  const { contract, order } = await lockPreparation(tx, id, seenVersion);
  await assertPreparationMove(tx, "submit", order, actor);
  assertRunning(contract);
  await assertNotBeingChanged(tx, contract.id, lineIdsOf(order.lines));
  await creditUnprepared(tx, contract.id);
  await assertQuantities(tx, await lockContract(tx, contract.id), wantedOf(order));
  await notePreparation(tx, signed(order, 1));
  await refreshResplitItem(tx, contract.id);
  await closeWorkItemsOf(tx, id);
  const contentHash = preparationHash(order);
  await signStep(tx, actor, order, { step: "PREPARED", permission: "preparation:write" });
  const docNo = order.docNo ?? (await drawNumber(tx, "BH", clock.today())).number;
  if (order.docNo === null) await notePreparationNo(tx, contract.id, docNo);
  await movePreparation(tx, order, "PENDING_CHIEF", { docNo, contentHash });
  await openWorkItem(tx, {
    kind: "preparation.sign",
    subjectType: "preparation_order",
    subjectId: id,
    title: preparationTitle({ ...order, docNo }),
    role: "SECTION_CHIEF",
    dueOn: clock.today(),
  });
  await audit(tx, actor, { ...order, docNo }, { type: "preparation.submitted" });
  return { docNo };
}

/**
 * The section chief's signature issues the order and reserves its goods for the contract, all or nothing (R1.1.3-P,
 * rules 5.6). Throws `stock.not_enough` with the figures when another contract was faster.
 */
export async function issuePreparation(
  tx: Tx,
  actor: Actor,
  id: string,
  seenVersion?: number,
  comment = "",
): Promise<void> {
  const { contract, order } = await lockPreparation(tx, id, seenVersion);
  const plan = await assertPreparationMove(tx, "sign", order, actor);
  assertRunning(contract);
  await assertNotBeingChanged(tx, contract.id, lineIdsOf(order.lines));
  await reserve(
    tx,
    order.lines.map((line) => ({
      contractId: contract.id,
      contractLineId: line.contractLineId,
      productId: line.productId,
      quantity: Quantity.of(line.prepareQty),
      sourceType: "preparation_order",
      sourceLineId: line.id,
      path: `quantities.${line.contractLineId}`,
      productName: line.productName,
      unit: line.unit,
    })),
  );
  await tx.$executeRaw`
    update preparation_line l set bin_code = left(b.codes, 60)
    from (select source_line_id, string_agg(distinct bin_code, '、') as codes from stock_reservation
      where source_line_id = any(${order.lines.map((line) => line.id)}::uuid[]) and status = 'ACTIVE'
      group by source_line_id) b
    where l.id = b.source_line_id`;
  await signStep(tx, actor, order, {
    step: "CHECKED",
    permission: "preparation:sign",
    comment,
  });
  await movePreparation(tx, order, plan.to);
  await closeWorkItemsOf(tx, id);
  await openWorkItem(tx, {
    kind: "preparation.receive",
    subjectType: "preparation_order",
    subjectId: id,
    title: preparationTitle(order),
    role: "WAREHOUSE_KEEPER",
    dueOn: fromDbDate(order.dueOn),
  });
  await audit(tx, actor, order, { type: "preparation.issued" });
}

/** The chief sends the order back: a draft again with its number; its quantities no longer count (rules 5.5). */
export async function returnPreparation(
  tx: Tx,
  actor: Actor,
  id: string,
  comment: string,
  seenVersion?: number,
): Promise<void> {
  const { order } = await lockPreparation(tx, id, seenVersion);
  const plan = await assertPreparationMove(tx, "return", order, actor);
  await signStep(tx, actor, order, {
    step: "CHECKED",
    permission: "preparation:sign",
    decision: "RETURN",
    comment,
  });
  await voidSignatures(tx, id);
  await notePreparation(tx, signed(order, -1));
  await movePreparation(tx, order, plan.to, { revision: { increment: 1 } });
  await closeWorkItemsOf(tx, id);
  await openWorkItem(tx, {
    kind: "preparation.returned",
    subjectType: "preparation_order",
    subjectId: id,
    title: preparationTitle(order),
    assigneeId: order.preparedById,
    dueOn: clock.today(),
  });
  await audit(tx, actor, order, { type: "preparation.returned", comment: comment });
}

/** Stock rows of a mixed contract that no submitted order covers (rules 5.6); empty where none is mandatory. */
export async function stockRowsUncovered(tx: Tx, contractId: string) {
  const contract = await tx.contract.findUniqueOrThrow({
    where: { id: contractId },
    include: { lines: { orderBy: { lineNo: "asc" } } },
  });
  if (!isMandatory(contract)) return [];
  const rows = await stockRows(tx, contract);
  return rows.filter(({ unordered }) => unordered.isPositive());
}

/**
 * The contract was voided, terminated or changed away: all its orders that are not used up end, each released once
 * (rules 5.1). Transaction step with the contract locked.
 */
export async function cancelPreparationsOf(
  tx: Tx,
  actor: Actor,
  contractId: string,
  reason: string,
): Promise<void> {
  const open = await tx.preparationOrder.findMany({
    where: {
      contractId,
      status: { in: ["DRAFT", "PENDING_CHIEF", "ISSUED", "PREPARING", "PREPARED"] },
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of open) {
    const { order } = await lockPreparation(tx, id);
    await endPreparation(tx, actor, order, { to: "CANCELLED", reason });
  }
}
