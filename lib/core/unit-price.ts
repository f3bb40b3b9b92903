/** Unit prices, line amounts and value added tax (conventions 4.1, 4.2). */
import {
  type DecimalLike,
  exactDecimal,
  FixedDecimal,
  typedDecimal,
} from "@/lib/core/fixed-decimal";
import { Money } from "@/lib/core/money";
import type { Quantity } from "@/lib/core/quantity";

const SCALE = 4;
const WHOLE_DIGITS = 10; // numeric(14,4)

/** Yuan per base unit with four decimals, tax-inclusive unless a name says net. */
export class UnitPrice extends FixedDecimal<UnitPrice> {
  declare protected readonly kind: "unitPrice";
  static readonly zero = new UnitPrice(0);

  private constructor(input: DecimalLike) {
    super(input, SCALE, WHOLE_DIGITS);
  }

  /** Throws RangeError for what is no exact decimal. */
  static of(input: DecimalLike): UnitPrice {
    return new UnitPrice(input);
  }

  /** What a person typed; null when it is no price, has over four decimals or does not fit. */
  static parse(text: string): UnitPrice | null {
    const value = typedDecimal(text, SCALE, WHOLE_DIGITS);
    return value && new UnitPrice(value);
  }

  protected make(input: DecimalLike): UnitPrice {
    return new UnitPrice(input);
  }
}

/** Reads a price cell: "12.5", or "12.5n" for a net price (4.1); null when it is no price. */
export function parsePriceCell(text: string): { price: UnitPrice; isNet: boolean } | null {
  const plain = text.normalize("NFKC").trim();
  const isNet = /n$/i.test(plain);
  const price = UnitPrice.parse(isNet ? plain.slice(0, -1) : plain);
  return price && { price, isNet };
}

/** quantity × price, rounded HALF_UP to the cent; a document's total is the sum of its lines. */
export function lineAmount(quantity: Quantity, unitPrice: UnitPrice): Money {
  return Money.of(exactDecimal(quantity).times(exactDecimal(unitPrice)));
}

/**
 * The amount of one delivery of a line: what is delivered including this, priced and rounded, less
 * the amount delivered before. The parts sum to the line; a return is a negative quantity.
 */
export function slipLineAmount(
  deliveredBefore: Quantity,
  amountBefore: Money,
  quantity: Quantity,
  unitPrice: UnitPrice,
): Money {
  return lineAmount(deliveredBefore.plus(quantity), unitPrice).minus(amountBefore);
}

/** The net amount in a gross one; `taxRate` as a fraction ("0.13"). Throws RangeError outside [0, 1). */
export function netOf(gross: Money, taxRate: DecimalLike): Money {
  return Money.of(exactDecimal(gross).div(onePlus(taxRate)));
}

/** net + tax = gross, always (4.2: 100.00 -> 88.50 + 11.50). */
export function splitTax(gross: Money, taxRate: DecimalLike): { net: Money; tax: Money } {
  const net = netOf(gross, taxRate);
  return { net, tax: gross.minus(net) };
}

/** The tax-inclusive price of a typed net price, rounded to four decimals. */
export function grossPrice(netPrice: UnitPrice, taxRate: DecimalLike): UnitPrice {
  return netPrice.times(onePlus(taxRate));
}

function onePlus(taxRate: DecimalLike) {
  const rate = exactDecimal(taxRate);
  if (rate.lessThan(0) || rate.greaterThanOrEqualTo(1)) {
    throw new RangeError(`a tax rate is a fraction such as 0.13: ${rate.toFixed()}`);
  }
  return rate.plus(1);
}
