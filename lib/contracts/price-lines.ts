/** From typed cells to stored lines: units and packs, prices, amounts; every mistake named by its cell. */
import type { OrderLineInput } from "@/lib/contracts/schema";
import type { FieldIssue } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { grossPrice, lineAmount, UnitPrice } from "@/lib/core/unit-price";

/** What a line copies from the product master (snapshot). */
export type ProductForLine = {
  id: string;
  productCode: string;
  name: string;
  spec: string;
  drawingNo: string;
  drawingRev: string;
  material: string;
  coating: string;
  accuracyGrade: string;
  brand: string;
  unit: string;
  packs: readonly { unit: string; factor: string }[];
  isStandard: boolean;
  firstProducedOn: string | null;
  active: boolean;
};

export type PricedLine = {
  lineNo: number;
  lineKind: OrderLineInput["lineKind"];
  productId: string | null;
  product: ProductForLine | null;
  productName: string;
  spec: string;
  drawingNo: string;
  brand: string;
  unit: string;
  quantity: Quantity;
  packUnit: string | null;
  packQuantity: Quantity | null;
  unitPrice: UnitPrice;
  typedNetPrice: UnitPrice | null;
  amount: Money;
  deliveryOn: string | null;
  lineRemark: string;
};

export type LineContext = {
  products: ReadonlyMap<string, ProductForLine>;
  /** Units that may have fractions (kg, 米). */
  fractionUnits: ReadonlySet<string>;
  taxRate: string;
};

const MAX_AMOUNT = Money.of("999999999999.99");

export function priceLines(
  lines: readonly OrderLineInput[],
  context: LineContext,
): { lines: PricedLine[]; total: Money; issues: FieldIssue[] } {
  const issues: FieldIssue[] = [];
  const priced = lines.map((line, index) =>
    line.lineKind === "GOODS" ? priceGoods(line, index, context, issues) : priceCharge(line, index),
  );
  const total = Money.sum(priced.map(({ amount }) => amount));
  if (total.isNegative()) issues.push({ path: "lines", code: "contracts.total_negative" });
  if (total.isGreaterThan(MAX_AMOUNT))
    issues.push({ path: "lines", code: "contracts.total_too_large" });
  return { lines: priced, total, issues };
}

type Goods = Extract<OrderLineInput, { lineKind: "GOODS" }>;
type Charge = Exclude<OrderLineInput, { lineKind: "GOODS" }>;

function priceCharge(line: Charge, index: number): PricedLine {
  const amount = Money.of(line.amount);
  return {
    lineNo: index + 1,
    lineKind: line.lineKind,
    productId: null,
    product: null,
    productName: line.productName,
    spec: "",
    drawingNo: "",
    brand: "",
    unit: "",
    quantity: Quantity.of(1),
    packUnit: null,
    packQuantity: null,
    unitPrice: UnitPrice.zero,
    typedNetPrice: null,
    amount,
    deliveryOn: null,
    lineRemark: line.lineRemark,
  };
}

function priceGoods(
  line: Goods,
  index: number,
  context: LineContext,
  issues: FieldIssue[],
): PricedLine {
  const product = line.productId === null ? null : (context.products.get(line.productId) ?? null);
  const at = (cell: string) => `lines.${index}.${cell}`;
  if (line.productId !== null && product === null)
    issues.push({ path: at("productId"), code: "contracts.product_unknown" });
  if (product && !product.active)
    issues.push({ path: at("productId"), code: "contracts.product_inactive" });
  if (product === null && line.drawingNo === "")
    issues.push({ path: at("drawingNo"), code: "contracts.drawing_missing" });
  const measured = measure(line, product, at, context, issues);
  const typed = UnitPrice.of(line.unitPrice);
  const unitPrice = line.isNetPrice ? grossPrice(typed, context.taxRate) : typed;
  return {
    lineNo: index + 1,
    lineKind: "GOODS",
    productId: product?.id ?? null,
    product,
    productName: product?.name ?? line.productName,
    spec: product?.spec ?? line.spec,
    drawingNo: product?.drawingNo || line.drawingNo,
    brand: line.brand || (product?.brand ?? ""),
    ...measured,
    unitPrice,
    typedNetPrice: line.isNetPrice ? typed : null,
    amount: amountOf(measured.quantity, unitPrice, at, issues),
    deliveryOn: line.deliveryOn,
    lineRemark: line.lineRemark,
  };
}

/** Base units from what was typed; a pack must give what the base unit allows (spec 03, 4.12). */
function measure(
  line: Goods,
  product: ProductForLine | null,
  at: (cell: string) => string,
  { fractionUnits }: LineContext,
  issues: FieldIssue[],
) {
  const typed = Quantity.of(line.quantity);
  const baseUnit = product?.unit ?? line.unit;
  if (baseUnit === "") issues.push({ path: at("unit"), code: "contracts.unit_missing" });
  const pack = product?.packs.find(({ unit }) => unit === line.unit && unit !== baseUnit);
  if (product && !pack && line.unit !== "" && line.unit !== baseUnit) {
    issues.push({ path: at("unit"), code: "contracts.unit_unknown", details: { unit: line.unit } });
  }
  const quantity = pack ? typed.times(pack.factor) : typed;
  if (!fractionUnits.has(baseUnit) && !(quantity.isWhole() && typed.isWhole())) {
    issues.push({
      path: at("quantity"),
      code: "contracts.quantity_not_whole",
      details: { unit: baseUnit },
    });
  }
  return {
    unit: baseUnit,
    quantity,
    packUnit: pack ? pack.unit : null,
    packQuantity: pack ? typed : null,
  };
}

function amountOf(
  quantity: Quantity,
  unitPrice: UnitPrice,
  at: (cell: string) => string,
  issues: FieldIssue[],
): Money {
  try {
    return lineAmount(quantity, unitPrice);
  } catch {
    issues.push({ path: at("quantity"), code: "contracts.amount_too_large" });
    return Money.zero;
  }
}

/** A product that was never made, or is made to drawing, makes the line NEW (R1.1.3-C1). */
export function isProven(
  product: Pick<ProductForLine, "isStandard" | "firstProducedOn"> | null,
): boolean {
  return product?.isStandard === true && product.firstProducedOn !== null;
}
