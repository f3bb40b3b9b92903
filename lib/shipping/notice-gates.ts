import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { contractFundsConfirmed } from "@/lib/receivables/money-figures";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { availableFor } from "@/lib/stock/take-over";
import { gateFactsOf, percentBefore } from "./contract-view";
import {
  contractGates,
  type FundsFacts,
  fundsGate,
  type GateResult,
  type GoodsWish,
  goodsGate,
} from "./gates";

/** A notice as the gates see it: its goods and what it costs. */
export type GatedNotice = {
  /** Null for one that is not saved yet. */
  id: string | null;
  totalAmount: Money;
  goods: readonly GoodsWish[];
};

/** Rest of the contract's issued notices that is not posted, without the given one (rules 5.4). */
async function otherIssuedRest(
  client: Tx,
  contractId: string,
  exceptNoticeId: string | null,
): Promise<Money> {
  const [row] = await client.$queryRaw<{ rest: string }[]>`
    select coalesce(sum(case
        when l.line_kind = 'GOODS' and l.posted_qty = l.quantity then 0
        else l.amount - l.posted_amount end), 0)::text as rest
    from notice_line l join shipping_notice n on n.id = l.notice_id
    where n.contract_id = ${contractId}::uuid and n.status in ('ISSUED', 'ACKNOWLEDGED')
      and n.id is distinct from ${exceptNoticeId}::uuid`;
  return Money.of(row?.rest ?? "0");
}

/** Figures of gate G1 for a notice; under the contract's lock when something depends on them. */
export async function fundsFacts(
  client: Tx,
  contract: WholeContract,
  notice: Pick<GatedNotice, "id" | "totalAmount">,
): Promise<FundsFacts> {
  const confirmed = await contractFundsConfirmed(client, contract.id);
  return {
    isPrepaid: contract.paymentTerm === "PREPAID",
    percentBefore: percentBefore(contract),
    confirmed,
    posted: Money.sum(contract.lines.map(({ deliveredAmount }) => Money.of(deliveredAmount))),
    otherIssued: await otherIssuedRest(client, contract.id, notice.id),
    thisNotice: notice.totalAmount,
  };
}

/** All gates of a notice that is not issued yet, G3, G2, G4, G1; nothing is reserved or written here. */
export async function evaluateGates(
  client: Tx,
  contract: WholeContract,
  notice: GatedNotice,
): Promise<GateResult[]> {
  const available = await availableFor(client, notice.goods);
  return [
    ...contractGates(gateFactsOf(contract, clock.today())),
    goodsGate(notice.goods, available),
    fundsGate(await fundsFacts(client, contract, notice)),
  ];
}

/** The goods of a notice or of a proposal, for gate G4. */
export function goodsOf(
  lines: readonly {
    contractLineId?: string;
    productId: string | null;
    productName: string;
    unit: string;
    quantity: { toFixed(digits: number): string } | Quantity;
  }[],
): GoodsWish[] {
  return lines.flatMap(({ contractLineId, productId, productName, unit, quantity }) =>
    productId === null
      ? []
      : [{ contractLineId, productId, productName, unit, quantity: Quantity.of(quantity) }],
  );
}
