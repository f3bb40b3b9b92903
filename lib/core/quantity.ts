/** Quantities in the base unit with three decimals (conventions 4.1, 4.12). */
import { type DecimalLike, FixedDecimal, typedDecimal } from "@/lib/core/fixed-decimal";

const SCALE = 3;
const WHOLE_DIGITS = 9; // numeric(12,3)

/** A quantity in the base unit; text form without trailing zeros ("100", "2.5"). */
export class Quantity extends FixedDecimal<Quantity> {
  declare protected readonly kind: "quantity";
  static readonly zero = new Quantity(0);

  private constructor(input: DecimalLike) {
    super(input, SCALE, WHOLE_DIGITS);
  }

  /** Throws RangeError for what is no exact decimal. */
  static of(input: DecimalLike): Quantity {
    return new Quantity(input);
  }

  /** What a person typed; null when it is no quantity, has over three decimals or does not fit. */
  static parse(text: string): Quantity | null {
    const value = typedDecimal(text, SCALE, WHOLE_DIGITS);
    return value && new Quantity(value);
  }

  static sum(quantities: Iterable<Quantity>): Quantity {
    let total = Quantity.zero;
    for (const quantity of quantities) total = total.plus(quantity);
    return total;
  }

  /** Units other than kg and metre take whole numbers only (4.12). */
  isWhole(): boolean {
    return this.value.isInteger();
  }

  override toString(): string {
    return this.value.isZero() ? "0" : this.value.toFixed();
  }

  protected make(input: DecimalLike): Quantity {
    return new Quantity(input);
  }
}
