import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import type { Prisma, Tx } from "@/lib/server/db";
import {
  type ReceiptCommand,
  type ReceiptFacts,
  type ReceiptStatus,
  receiptLifecycle,
} from "./receipt-lifecycle";

const whole = {
  lines: { orderBy: { lineNo: "asc" } },
} as const satisfies Prisma.InboundSlipInclude;
type Stored = Prisma.InboundSlipGetPayload<{ include: typeof whole }>;
export type WholeReceipt = Stored & {
  status: ReceiptStatus;
  taskId: string;
  /** A production receipt has exactly one line: of one task line. */
  line: Stored["lines"][number] & { taskLineId: string };
};

/** A production receipt; null when there is none of this id. */
export async function findReceipt(client: Tx, slipId: string): Promise<WholeReceipt | null> {
  const slip = await client.inboundSlip.findFirst({
    where: { id: slipId, inboundType: "PRODUCTION", taskId: { not: null } },
    include: whole,
  });
  const line = slip?.lines[0];
  if (!slip?.taskId || !line?.taskLineId) return null;
  return {
    ...slip,
    status: slip.status as ReceiptStatus,
    taskId: slip.taskId,
    line: { ...line, taskLineId: line.taskLineId },
  };
}

/** The receipt under a row lock; throws `common.not_found`. */
export async function lockReceipt(tx: Tx, slipId: string): Promise<WholeReceipt> {
  await tx.$queryRaw`select id from inbound_slip where id = ${slipId}::uuid for update`;
  const receipt = await findReceipt(tx, slipId);
  if (!receipt) throw new DomainError("common.not_found");
  return receipt;
}

/** What quality let through. */
export function acceptedQty({ line }: WholeReceipt): Quantity {
  return Quantity.of(line.deliveredQty).minus(Quantity.of(line.rejectedQty));
}

export async function receiptFacts(
  client: Tx,
  actor: Actor,
  receipt: WholeReceipt,
): Promise<ReceiptFacts> {
  const person = await client.person.findUnique({
    where: { id: actor.id },
    select: { department: true },
  });
  return {
    status: receipt.status,
    department: person?.department ?? "",
    deliveredById: receipt.createdById,
    hasAccepted: acceptedQty(receipt).isPositive(),
  };
}

/** Throws `production.receipt_<refusal>` or `common.forbidden`. */
export function assertReceiptMove<C extends ReceiptCommand>(
  command: C,
  facts: ReceiptFacts,
  actor: Actor,
) {
  const plan = receiptLifecycle.plan(command, facts, actor, can);
  if (plan.ok) return plan;
  if (plan.refusal === "forbidden") throw new DomainError("common.forbidden");
  throw new DomainError(`production.receipt_${plan.refusal}`);
}

/** Compare-and-set on what was on the screen; throws `common.changed_meanwhile`. */
export async function moveReceipt(
  tx: Tx,
  receipt: { id: string; status: ReceiptStatus; rowVersion: number },
  to: ReceiptStatus,
  data: Prisma.InboundSlipUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.inboundSlip.updateMany({
    where: { id: receipt.id, status: receipt.status, rowVersion: receipt.rowVersion },
    data: { ...data, status: to, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}
