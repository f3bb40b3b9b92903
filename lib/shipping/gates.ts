/** The gates before goods may be shipped (rules 5.4): what holds, what fails and with which figures. */
import type { CalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";

export type Gate = "G3_REGISTERED" | "G2_SIGNED" | "G4_GOODS" | "G1_FUNDS";

/** Clause of the regulation behind each gate. */
export const GATE_CLAUSES: Record<Gate, string> = {
  G3_REGISTERED: "R1.1.5-R2",
  G2_SIGNED: "R1.2.1-a",
  G4_GOODS: "R1.2.2-c",
  G1_FUNDS: "R1.3.1-P1",
};

export type GateResult = {
  gate: Gate;
  /** False also where the gate does not apply. */
  fails: boolean;
  applies: boolean;
  details: Record<string, string>;
};

export type FundsFacts = {
  isPrepaid: boolean;
  /** Share of each shipment that must be in before delivery, in percent (Q18). */
  percentBefore: Quantity;
  /** Confirmed money tied to the contract, reversals and refunds deducted. */
  confirmed: Money;
  /** Posted, net of returns. */
  posted: Money;
  /** Rest of the issued notices that is not posted, without this one. */
  otherIssued: Money;
  thisNotice: Money;
};

/** G1: enough confirmed money for what has left, what is on its way and this notice (R1.3.1-P1, Q18). */
export function fundsGate(facts: FundsFacts): GateResult {
  const shipped = facts.posted.plus(facts.otherIssued).plus(facts.thisNotice);
  const needed = shipped.times(facts.percentBefore).times("0.01");
  const required = facts.percentBefore.equals(Quantity.of(100)) ? shipped : needed;
  return {
    gate: "G1_FUNDS",
    applies: facts.isPrepaid,
    fails: facts.isPrepaid && facts.confirmed.isLessThan(required),
    details: {
      confirmed: facts.confirmed.toString(),
      required: required.toString(),
      missing: required.minus(facts.confirmed).max(Money.zero).toString(),
    },
  };
}

/** How much this notice may cost at most with the money that is in; never below zero. */
export function affordable({ percentBefore, confirmed, posted, otherIssued }: FundsFacts): Money {
  if (!percentBefore.isPositive()) return Money.of("999999999999.99");
  const whole = nextHundredfold(confirmed.max(Money.zero), percentBefore);
  return whole.minus(posted).minus(otherIssued).max(Money.zero);
}

/** confirmed × 100 ÷ percent, cut down to the cent. */
function nextHundredfold(confirmed: Money, percent: Quantity): Money {
  const cents = BigInt(confirmed.toString().replace(".", ""));
  const thousandths = BigInt(percent.times(1000).toString());
  const result = (cents * 100_000n) / thousandths;
  const text = result.toString().padStart(3, "0");
  return Money.of(`${text.slice(0, -2)}.${text.slice(-2)}`);
}

export type ContractGateFacts = {
  registered: boolean;
  /** Verbal, signed by the customer, or waived by the director. */
  signedOrWaived: boolean;
  isFormal: boolean;
  /** The date on paper while it lies ahead and the director has not waived the signature; null otherwise (F03). */
  signsLaterOn: CalendarDate | null;
};

/**
 * G3 and G2: the register entry is confirmed; the formal contract is signed, confirmed in writing or waived (Q05), and
 * bears no date after that of its first notice (F03).
 */
export function contractGates({
  registered,
  signedOrWaived,
  isFormal,
  signsLaterOn,
}: ContractGateFacts): GateResult[] {
  const isDatedLater = signedOrWaived && signsLaterOn !== null;
  return [
    { gate: "G3_REGISTERED", applies: true, fails: !registered, details: {} },
    {
      gate: "G2_SIGNED",
      applies: isFormal,
      fails: isFormal && (!signedOrWaived || isDatedLater),
      details: isDatedLater ? { signDate: signsLaterOn } : {},
    },
  ];
}

export type GoodsWish = {
  /** The line for which goods may be bound already. */
  contractLineId?: string | undefined;
  productId: string;
  productName: string;
  unit: string;
  quantity: Quantity;
};

/** G4: every product's quantity is in the store and not reserved for others. */
export function goodsGate(
  wishes: readonly GoodsWish[],
  available: ReadonlyMap<string, Quantity>,
): GateResult {
  const wanted = new Map<string, GoodsWish>();
  for (const wish of wishes) {
    const so = wanted.get(wish.productId);
    wanted.set(wish.productId, {
      ...wish,
      quantity: so ? so.quantity.plus(wish.quantity) : wish.quantity,
    });
  }
  const short = [...wanted.values()].find(({ productId, quantity }) =>
    quantity.isGreaterThan(available.get(productId) ?? Quantity.zero),
  );
  return {
    gate: "G4_GOODS",
    applies: true,
    fails: short !== undefined,
    details: short
      ? {
          product: short.productName,
          unit: short.unit,
          wanted: short.quantity.toString(),
          available: (available.get(short.productId) ?? Quantity.zero).toString(),
        }
      : {},
  };
}

/** Where the notice goes from here: issued, waiting for money, or held back with the gates that fail. */
export function outcomeOf(results: readonly GateResult[]): "ISSUED" | "AWAITING_FUNDS" | "HELD" {
  const failing = results.filter(({ fails }) => fails);
  if (failing.length === 0) return "ISSUED";
  return failing.every(({ gate }) => gate === "G1_FUNDS") ? "AWAITING_FUNDS" : "HELD";
}
