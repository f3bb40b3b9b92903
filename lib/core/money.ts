/** Amounts in yuan with two decimals (conventions 4.1). */
import {
  type DecimalLike,
  exactDecimal,
  FixedDecimal,
  typedDecimal,
} from "@/lib/core/fixed-decimal";

export type { DecimalLike } from "@/lib/core/fixed-decimal";

const SCALE = 2;
const WHOLE_DIGITS = 12; // numeric(14,2)

/** An amount in yuan, rounded HALF_UP to the cent when made; text form "12345.60". */
export class Money extends FixedDecimal<Money> {
  declare protected readonly kind: "money";
  static readonly zero = new Money(0);

  private constructor(input: DecimalLike) {
    super(input, SCALE, WHOLE_DIGITS);
  }

  /** Throws RangeError for what is no exact decimal (also for 0.1 given as a binary number). */
  static of(input: DecimalLike): Money {
    return new Money(input);
  }

  /** What a person typed; null when it is no amount, has over two decimals or does not fit. */
  static parse(text: string): Money | null {
    const value = typedDecimal(text, SCALE, WHOLE_DIGITS);
    return value && new Money(value);
  }

  static sum(amounts: Iterable<Money>): Money {
    let total = Money.zero;
    for (const amount of amounts) total = total.plus(amount);
    return total;
  }

  protected make(input: DecimalLike): Money {
    return new Money(input);
  }
}

/**
 * The next part of `total` when `progress` of `whole` will have been reached: parts of one total
 * always add up to it, the remainder falls to the last (discount over shipments, 4.1).
 */
export function nextShare(total: Money, taken: Money, progress: DecimalLike, whole: DecimalLike) {
  const divisor = exactDecimal(whole);
  if (divisor.isZero()) throw new RangeError("nothing to share over");
  return Money.of(exactDecimal(total).times(exactDecimal(progress)).div(divisor)).minus(taken);
}

/** Splits a total by non-negative weights of which one is positive; the parts sum to the total. */
export function splitByWeights(total: Money, weights: readonly DecimalLike[]): Money[] {
  const exact = weights.map(exactDecimal);
  if (exact.some((weight) => weight.isNegative() && !weight.isZero())) {
    throw new RangeError("a weight is negative");
  }
  const whole = exact.reduce((sum, weight) => sum.plus(weight), exactDecimal(0));
  let progress = exactDecimal(0);
  let taken = Money.zero;
  return exact.map((weight) => {
    progress = progress.plus(weight);
    const part = nextShare(total, taken, progress, whole);
    taken = taken.plus(part);
    return part;
  });
}
