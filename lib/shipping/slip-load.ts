import "server-only";
import type { SignedDocument } from "@/lib/auth/signed-documents";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import type { Prisma, Tx } from "@/lib/server/db";
import type { SlipFacts } from "./slip-lifecycle";

const whole = {
  lines: { orderBy: { lineNo: "asc" } },
  notice: { select: { id: true, docNo: true, status: true, rowVersion: true } },
} as const satisfies Prisma.OutboundSlipInclude;

export type WholeSlip = Prisma.OutboundSlipGetPayload<{ include: typeof whole }>;

export type SlipPlace = { customerId: string; contractId: string | null; noticeId: string | null };

/** Customer, contract and notice of a slip, to be locked before it; throws `common.not_found`. */
export async function placeOfSlip(tx: Tx, slipId: string): Promise<SlipPlace> {
  const slip = await tx.outboundSlip.findUnique({
    where: { id: slipId },
    select: { customerId: true, contractId: true, noticeId: true },
  });
  if (!slip) throw new DomainError("common.not_found");
  return slip;
}

/** The slip with its lines under a row lock; throws `common.not_found`. */
export async function lockSlip(tx: Tx, slipId: string): Promise<WholeSlip> {
  await tx.$queryRaw`select id from outbound_slip where id = ${slipId}::uuid for update`;
  const slip = await tx.outboundSlip.findUnique({ where: { id: slipId }, include: whole });
  if (!slip) throw new DomainError("common.not_found");
  return slip;
}

export function findSlip(client: Tx, slipId: string): Promise<WholeSlip | null> {
  return client.outboundSlip.findUnique({ where: { id: slipId }, include: whole });
}

/** What a delegation is measured by (F45): a walk-in pickup's slip is signed as the pickup. */
export function signedSlip(slip: {
  outboundType: string;
  totalAmount: Prisma.Decimal;
}): SignedDocument {
  const kind = slip.outboundType === "WALK_IN" ? "walk_in" : "outbound_slip";
  return { kind, amount: Money.of(slip.totalAmount).toString() };
}

type Checked = { hasViolation?: boolean; reversalRequestedById?: string | null };

/** What the guards look at; the check of a moment ago and the open request come from the caller. */
export function slipFacts(slip: WholeSlip, checked: Checked = {}): SlipFacts {
  return {
    status: slip.status,
    preparedById: slip.preparedById,
    deptHeadById: slip.deptHeadById,
    hasViolation: checked.hasViolation ?? false,
    exceptionReason: slip.exceptionReason,
    isRed: slip.redOfId !== null,
    handedOver: slip.status === "SHIPPED" || slip.receivedAt !== null,
    reversalRequestedById: checked.reversalRequestedById ?? null,
  };
}

/** What stands of a contract line on live slips, one slip left out: issued where issued, else requested. */
export async function onLiveSlips(
  tx: Tx,
  contractLineIds: readonly string[],
  exceptSlipId: string | null,
): Promise<Map<string, { quantity: Quantity; amount: Money }>> {
  const rows = await tx.$queryRaw<{ id: string; quantity: string; amount: string }[]>`
    select l.contract_line_id::text as id, sum(coalesce(l.issued_qty, l.requested_qty))::text as quantity,
      sum(coalesce(l.issued_amount, l.amount))::text as amount
    from slip_line l join outbound_slip s on s.id = l.slip_id
    where l.contract_line_id = any(${[...contractLineIds]}::uuid[]) and s.red_of_id is null
      and s.status not in ('REJECTED', 'CANCELLED', 'REVERSED') and s.id is distinct from ${exceptSlipId}::uuid
    group by l.contract_line_id`;
  return new Map(
    rows.map((row) => [
      row.id,
      { quantity: Quantity.of(row.quantity), amount: Money.of(row.amount) },
    ]),
  );
}

export const NOTHING_YET = { quantity: Quantity.zero, amount: Money.zero };

/** A line's decimals as values. */
export function lineValues(line: WholeSlip["lines"][number]) {
  return {
    requestedQty: Quantity.of(line.requestedQty),
    issuedQty: line.issuedQty === null ? null : Quantity.of(line.issuedQty),
    unitPrice: UnitPrice.of(line.unitPrice),
    amount: Money.of(line.amount),
    issuedAmount: line.issuedAmount === null ? null : Money.of(line.issuedAmount),
  };
}
