import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { sign } from "@/lib/server/signatures";
import { openWorkItem } from "@/lib/server/work-items";
import { wholePieceIssues } from "@/lib/settings/whole-pieces";
import { DEFAULT_BIN } from "@/lib/stock/schema";
import { assertLineOpen, lockTaskLine, type WholeLine } from "./line-load";
import { packsFit } from "./policy";
import { QUALITY_DEPARTMENT } from "./receipt-lifecycle";
import type { DeliverGoodsInput } from "./schema";
import { taskLineTitle } from "./titles";

/**
 * Production hands goods of a task line to the store (F27): packed and labelled (F48), they wait for quality. More than
 * the task still asks for needs a reason. Throws `common.invalid_input` with an issue for each field.
 */
export function deliverGoods(
  actor: Actor,
  input: DeliverGoodsInput,
  key: IdempotencyKey,
): Promise<{ slipId: string }> {
  return transactOnce({ key, actor, action: "receipt.deliver", input }, async (tx) => {
    const line = await lockTaskLine(tx, input.taskLineId);
    assertLineOpen(line, actor, "inbound:deliver");
    if (line.task.status !== "ACCEPTED") throw new DomainError("production.accept_first");
    const issues = await deliveryIssues(tx, line, input);
    if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
    const slipId = newId();
    await writeSlip(tx, actor, { slipId, line, input });
    await sign(tx, actor, {
      permission: "inbound:deliver",
      subjectType: "inbound_slip",
      subjectId: slipId,
      step: "PREPARED",
      decision: "AGREE",
      revision: 1,
      contentHash: contentHash({ line: line.id, quantity: input.quantity.toString() }),
    });
    await openWorkItem(tx, {
      kind: "production.inspect",
      subjectType: "inbound_slip",
      subjectId: slipId,
      title: taskLineTitle(line.task, { ...line, quantity: input.quantity }),
      ...(await inspector(tx)),
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "production_receipt.delivered",
      subjectType: "inbound_slip",
      subjectId: slipId,
      details: {
        docNo: line.task.docNo ?? "",
        quantity: input.quantity.toString(),
        reason: input.overReason,
      },
    });
    return { slipId };
  });
}

/** The inspector of the quality department; all reviewers where there are several, or none yet. */
async function inspector(tx: Tx): Promise<{ assigneeId: string } | { role: "REVIEWER" }> {
  const people = await tx.person.findMany({
    where: { role: "REVIEWER", department: QUALITY_DEPARTMENT, active: true },
    select: { id: true },
    take: 2,
  });
  const [only] = people;
  return only && people.length === 1 ? { assigneeId: only.id } : { role: "REVIEWER" };
}

async function deliveryIssues(
  tx: Tx,
  line: WholeLine,
  input: DeliverGoodsInput,
): Promise<FieldIssue[]> {
  const { unit } = line;
  const { quantity } = input;
  const issues = await wholePieceIssues(tx, [{ path: "quantity", unit, quantity }]);
  const rest = (await restOfLine(tx, line)).max(Quantity.zero);
  if (input.quantity.isGreaterThan(rest) && input.overReason === "")
    issues.push({
      path: "overReason",
      code: "production.over_task",
      details: { rest: rest.toString(), unit },
    });
  if (!packsFit(input.quantity, input.qtyPerPack, input.packCount))
    issues.push({
      path: "packCount",
      code: "production.packs_do_not_fit",
      details: {
        quantity: input.quantity.toString(),
        capacity: input.qtyPerPack.times(input.packCount).toString(),
        unit,
      },
    });
  if (!input.labelPrinted) issues.push({ path: "labelPrinted", code: "production.label_first" });
  if (input.packedOn > clock.today())
    issues.push({ path: "packedOn", code: "production.packed_later" });
  return issues;
}

/** What of the task has neither come in nor lies in inspection. */
export async function restOfLine(
  client: Tx,
  line: {
    id: string;
    quantity: { toFixed(d: number): string };
    receivedQty: { toFixed(d: number): string };
  },
): Promise<Quantity> {
  const [row] = await client.$queryRaw<{ pending: string }[]>`
    select coalesce(sum(l.delivered_qty - l.rejected_qty), 0)::text as pending
    from inbound_line l join inbound_slip s on s.id = l.inbound_slip_id
    where l.task_line_id = ${line.id}::uuid and s.status in ('PENDING_INSPECTION', 'INSPECTED')`;
  return Quantity.of(line.quantity)
    .minus(Quantity.of(line.receivedQty))
    .minus(Quantity.of(row?.pending ?? "0"));
}

type Delivery = { slipId: string; line: WholeLine; input: DeliverGoodsInput };

async function writeSlip(tx: Tx, actor: Actor, { slipId, line, input }: Delivery): Promise<void> {
  const { task } = line;
  await tx.inboundSlip.create({
    data: {
      id: slipId,
      inboundType: "PRODUCTION",
      status: "PENDING_INSPECTION",
      receivedOn: toDbDate(clock.today()),
      fromDepartment: task.toDepartment,
      deliveredBy: actor.name,
      remark: input.remark,
      createdById: actor.id,
      createdByName: actor.name,
      createdAt: clock.now(),
      taskId: task.id,
      taskNo: task.docNo ?? "",
      contractId: task.contractId,
      contractNo: task.contractNo,
    },
  });
  await tx.inboundLine.create({
    data: {
      inboundSlipId: slipId,
      lineNo: 1,
      productId: line.productId,
      productCode: line.productCode,
      productName: line.productName,
      spec: line.spec,
      unit: line.unit,
      deliveredQty: input.quantity.toString(),
      receivedQty: input.quantity.toString(),
      batchNo: input.batchNo,
      binCode: DEFAULT_BIN,
      inspectionNo: input.inspectionNo,
      taskLineId: line.id,
      contractLineId: line.contractLineId,
      overReason: input.overReason,
      packedByName: input.packedByName,
      packedOn: toDbDate(input.packedOn),
      packForm: input.packForm,
      qtyPerPack: input.qtyPerPack.toString(),
      packCount: input.packCount,
      labelPrinted: input.labelPrinted,
    },
  });
}
