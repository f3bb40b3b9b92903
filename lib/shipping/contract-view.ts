import "server-only";
import {
  deliverable,
  isMixed,
  type LineSupply,
  lineSupply,
  stockReady,
} from "@/lib/contracts/line-supply";
import type { WholeContract } from "@/lib/contracts/load";
import { settledFacts } from "@/lib/contracts/load";
import { percentBeforeDelivery } from "@/lib/contracts/policy";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import type { Tx } from "@/lib/server/db";
import type { ContractGateFacts } from "./gates";
import type { ClaimableLine } from "./notice-amounts";

/** A contract's lines as notices look at them. */
export function claimableLines(contract: WholeContract): ClaimableLine[] {
  const mixed = isMixed(
    contract.lines.filter(
      (line) => line.lineKind === "GOODS" && deliverable(lineSupply(line)).isPositive(),
    ),
  );
  return contract.lines.map((line) => {
    const supply = lineSupply(line);
    const ready = stockReady(supply, mixed);
    return {
      contractLineId: line.id,
      lineKind: line.lineKind,
      unit: line.unit,
      quantity: deliverable(supply),
      readyQty: ready.plus(supply.producedQty),
      unprepared: mixed
        ? {
            quantity: supply.qtyFromStock.minus(ready).max(Quantity.zero),
            by: orderOf(contract, supply),
          }
        : null,
      unitPrice: UnitPrice.of(line.unitPrice),
      amount: Money.of(line.amount),
      noticedQty: supply.noticedQty,
      noticedAmount: Money.of(line.noticedAmount),
    };
  });
}

/** The preparation orders that stand in the register; empty while nothing is ordered for the line. */
function orderOf(
  { register }: Pick<WholeContract, "register">,
  { orderedPrepQty, preparedQty }: LineSupply,
): string {
  return orderedPrepQty.isGreaterThan(preparedQty) ? (register?.prepNos ?? "") : "";
}

/** What G3 and G2 look at, on a given day. */
export function gateFactsOf(contract: WholeContract, today: CalendarDate): ContractGateFacts {
  const { registered, signedOrWaived, form } = settledFacts(contract);
  const signDate = contract.signDate && fromDbDate(contract.signDate);
  const isAhead = signDate !== null && signDate > today && contract.signatureWaivedAt === null;
  return {
    registered,
    signedOrWaived,
    isFormal: form === "FORMAL",
    signsLaterOn: isAhead ? signDate : null,
  };
}

/** Share of each shipment due before delivery, in percent; zero for credit terms (Q18). */
export function percentBefore(contract: WholeContract): Quantity {
  return percentBeforeDelivery(
    contract.paymentTerm,
    contract.instalments.map(({ kind, percent, dueDays }) => ({
      kind,
      percent: percent.toFixed(2),
      dueDays,
    })),
  );
}

/** A credit contract, or a prepaid one with instalments after delivery (G1, V1 to V5). */
export function countsAsCredit(contract: WholeContract): boolean {
  return contract.paymentTerm !== "PREPAID" || percentBefore(contract).isLessThan(Quantity.of(100));
}

/** The earliest date among the given lines, else the contract's first date, else the day it took effect. */
export function contractDueOn(
  contract: WholeContract,
  lineIds: ReadonlySet<string>,
): CalendarDate | null {
  const dates = contract.lines
    .filter(({ id, deliveryOn }) => lineIds.has(id) && deliveryOn !== null)
    .flatMap(({ deliveryOn }) => (deliveryOn ? [fromDbDate(deliveryOn)] : []))
    .sort();
  const first = contract.deliveryFrom ?? contract.effectiveOn;
  return dates[0] ?? (first ? fromDbDate(first) : null);
}

/** The contract with all that shipping looks at, without a lock: for pages. */
export function findWholeContract(client: Tx, contractId: string): Promise<WholeContract | null> {
  return client.contract.findFirst({
    where: { id: contractId, deletedAt: null },
    include: {
      lines: { orderBy: { lineNo: "asc" } },
      instalments: { orderBy: { sortNo: "asc" } },
      register: { select: { registeredAt: true, taskNos: true, prepNos: true } },
    },
  });
}
