/** The arithmetic shared by money, quantities and unit prices: exact decimals of one fixed scale. */
import { Decimal } from "decimal.js";

/** Anything exact: decimal text, a whole number, a Prisma Decimal, another value of this family. */
export type DecimalLike = string | number | { toFixed(decimals: number): string };

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const PLAIN_DECIMAL = /^[+-]?\d+(\.\d+)?$/;
const TYPED_DECIMAL = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/;
const MORE_THAN_ANY_SCALE = 20;

/** Reads an exact value. Throws RangeError for a fraction given as a binary number, and for other text. */
export function exactDecimal(input: DecimalLike): Decimal {
  if (typeof input === "number") {
    if (!Number.isSafeInteger(input)) throw new RangeError(`not an exact number: ${input}`);
    return new Exact(input);
  }
  const text = typeof input === "string" ? input.trim() : input.toFixed(MORE_THAN_ANY_SCALE);
  if (!PLAIN_DECIMAL.test(text)) throw new RangeError(`not a decimal: ${text}`);
  return new Exact(text);
}

/**
 * Reads what a person typed (full-width digits, thousands commas, ¥); null when it is not a number,
 * has more than `scale` decimals or more than `wholeDigits` digits before the point.
 */
export function typedDecimal(text: string, scale: number, wholeDigits: number): Decimal | null {
  const plain = text.normalize("NFKC").trim().replace(/^¥\s*/, "").replace("−", "-");
  if (!TYPED_DECIMAL.test(plain)) return null;
  const value = new Exact(plain.replaceAll(",", ""));
  const fits = value.decimalPlaces() <= scale && value.abs().lt(new Exact(10).pow(wholeDigits));
  return fits ? value : null;
}

/** An immutable decimal rounded HALF_UP to its scale when made. */
export abstract class FixedDecimal<Self extends FixedDecimal<Self>> {
  protected readonly value: Decimal;

  protected constructor(
    input: DecimalLike,
    protected readonly scale: number,
    private readonly wholeDigits: number,
  ) {
    this.value = exactDecimal(input).toDecimalPlaces(scale, Decimal.ROUND_HALF_UP);
  }

  protected abstract make(input: DecimalLike): Self;

  plus(other: Self): Self {
    return this.make(this.value.plus(other.value));
  }

  minus(other: Self): Self {
    return this.make(this.value.minus(other.value));
  }

  /** The product, rounded HALF_UP to this value's scale. */
  times(factor: DecimalLike): Self {
    return this.make(this.value.times(exactDecimal(factor)));
  }

  negated(): Self {
    return this.make(this.value.negated());
  }

  abs(): Self {
    return this.make(this.value.abs());
  }

  max(other: Self): Self {
    return this.make(this.isLessThan(other) ? other.value : this.value);
  }

  min(other: Self): Self {
    return this.make(this.isGreaterThan(other) ? other.value : this.value);
  }

  /** -1, 0 or 1, fit for `sort`. */
  compare(other: Self): number {
    return this.value.comparedTo(other.value);
  }

  equals(other: Self): boolean {
    return this.value.equals(other.value);
  }

  isGreaterThan(other: Self): boolean {
    return this.value.greaterThan(other.value);
  }

  isLessThan(other: Self): boolean {
    return this.value.lessThan(other.value);
  }

  isZero(): boolean {
    return this.value.isZero();
  }

  isPositive(): boolean {
    return this.value.greaterThan(0);
  }

  isNegative(): boolean {
    return this.value.lessThan(0);
  }

  /** False when the value has more digits than its database column holds. */
  fitsColumn(): boolean {
    return this.value.abs().lessThan(new Exact(10).pow(this.wholeDigits));
  }

  toFixed(decimals: number): string {
    return this.value.toFixed(decimals);
  }

  toString(): string {
    return this.value.toFixed(this.scale);
  }

  toJSON(): string {
    return this.toString();
  }
}
