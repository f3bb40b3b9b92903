import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract, type WholeContract } from "@/lib/contracts/load";
import {
  noteDelivery,
  noteNotice,
  noteShipment,
  noteShippedAmount,
} from "@/lib/contracts/progress";
import { leftByLine, leftGoods } from "@/lib/contracts/walk-in-goods";
import { dateInShanghai } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { lineAmount, UnitPrice } from "@/lib/core/unit-price";
import { putMoney, tieMoney } from "@/lib/receivables/settle";
import { recordAudit } from "@/lib/server/audit";
import type { Tx } from "@/lib/server/db";
import { closeWorkItemsOf } from "@/lib/server/work-items";
import { findWalkIn, type WholeWalkIn } from "./load";

type Bound = { id: string; walkInId: string; contractNo: string };

/**
 * The contract of a pickup takes effect (R1.2.4-b): its lines count as noticed and delivered, slip, receivable, ledger
 * and shipping log learn its number, the register shows what was shipped. Transaction step of the approval.
 */
export async function bindPickup(tx: Tx, actor: Actor, bound: Bound): Promise<void> {
  const contract = await lockContract(tx, bound.id);
  const walkIn = await findWalkIn(tx, bound.walkInId);
  if (!walkIn?.slipId || !walkIn.handedOverAt) throw new DomainError("common.not_found");
  const amount = Money.of(walkIn.totalAmount);
  await countAsDelivered(tx, contract, amount);
  await nameContract(tx, walkIn.slipId, contract, bound.contractNo);
  await noteShippedAmount(tx, contract.id, amount);
  await noteShipment(tx, {
    contractId: contract.id,
    method: "自提",
    shippedOn: dateInShanghai(walkIn.handedOverAt),
  });
  if (walkIn.paymentTerm === "PREPAID")
    await tieCounterMoney(tx, walkIn, walkIn.slipId, contract.id);
  await tx.walkIn.update({
    where: { id: walkIn.id },
    data: {
      status: "CONTRACT_EFFECTIVE",
      contractNo: bound.contractNo,
      rowVersion: { increment: 1 },
    },
  });
  await closeWorkItemsOf(tx, walkIn.id);
  await recordAudit(tx, actor, {
    type: "walkin.contract_effective",
    subjectType: "walk_in",
    subjectId: walkIn.id,
    details: { docNo: walkIn.docNo ?? "", contractNo: bound.contractNo },
  });
}

/** The last line takes the cents, so that the lines add up to what the pickup cost. */
async function countAsDelivered(tx: Tx, contract: WholeContract, total: Money): Promise<void> {
  const left = [...leftByLine(contract.lines, await leftGoods(tx, contract))];
  const priceOf = new Map(contract.lines.map((line) => [line.id, UnitPrice.of(line.unitPrice)]));
  let rest = total;
  const rows = left.map(([contractLineId, quantity], index) => {
    const price = priceOf.get(contractLineId) ?? UnitPrice.zero;
    const amount = index === left.length - 1 ? rest : lineAmount(quantity, price);
    rest = rest.minus(amount);
    return { contractLineId, quantity, amount };
  });
  await noteNotice(tx, rows);
  await noteDelivery(tx, rows);
}

async function nameContract(
  tx: Tx,
  slipId: string,
  contract: WholeContract,
  contractNo: string,
): Promise<void> {
  const named = { contractId: contract.id, contractNo };
  await tx.outboundSlip.update({ where: { id: slipId }, data: named });
  await tx.receivable.updateMany({ where: { sourceId: slipId }, data: named });
  await tx.$executeRaw`
    update ledger_entry set contract_id = ${contract.id}::uuid, contract_no = ${contractNo}
    where source_id = ${slipId}::uuid and contract_id is null`;
  await tx.shippingLogEntry.updateMany({
    where: { slipId },
    data: { ...named, contractClass: contract.contractClass },
  });
  const slipLines = await tx.slipLine.findMany({ where: { slipId }, orderBy: { lineNo: "asc" } });
  for (const line of slipLines) {
    const price = UnitPrice.of(line.unitPrice);
    const own = contract.lines.find(
      ({ productId, unitPrice }) =>
        productId === line.productId && UnitPrice.of(unitPrice).equals(price),
    );
    if (own && Quantity.of(line.issuedQty ?? 0).isPositive())
      await tx.slipLine.update({ where: { id: line.id }, data: { contractLineId: own.id } });
  }
}

/** What was paid for the pickup is money of its contract from now on: gate G1 of further lines counts it. */
async function tieCounterMoney(
  tx: Tx,
  { customerId, docNo }: WholeWalkIn,
  slipId: string,
  contractId: string,
): Promise<void> {
  const paid = await tx.$queryRaw<{ receivable_id: string; receipt_id: string; amount: string }[]>`
    select s.receivable_id::text, s.receipt_id::text, sum(s.amount)::text as amount
    from settlement s join receivable r on r.id = s.receivable_id
    where r.source_id = ${slipId}::uuid and s.receipt_id is not null
    group by s.receivable_id, s.receipt_id having sum(s.amount) > 0`;
  for (const { receivable_id: receivableId, receipt_id: receiptId, amount } of paid) {
    const part = Money.of(amount);
    const reason = `临时提货 ${docNo ?? ""}`;
    await putMoney(tx, customerId, { receiptId }, [{ receivableId, amount: part.negated() }]);
    await tieMoney(tx, customerId, [{ contractId, receiptId, amount: part, reason }]);
    await putMoney(tx, customerId, { contractId }, [{ receivableId, amount: part }]);
  }
}
