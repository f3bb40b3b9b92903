import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import type { FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import type { Tx } from "@/lib/server/db";

/** What has already left with a walk-in pickup, by product and price: the contract afterwards must have it (R1.2.4-b). */
export type LeftGoods = {
  customerId: string;
  lines: {
    productId: string;
    productName: string;
    unit: string;
    unitPrice: UnitPrice;
    quantity: Quantity;
  }[];
};

type Row = {
  customer_id: string;
  product_id: string;
  product_name: string;
  unit: string;
  unit_price: { toFixed(digits: number): string };
  quantity: { toFixed(digits: number): string };
};

/** The goods of the pickup that this contract is made for; null for any other contract. */
export async function leftGoods(
  tx: Tx,
  { walkInId }: Pick<WholeContract, "walkInId">,
): Promise<LeftGoods | null> {
  if (walkInId === null) return null;
  const rows = await tx.$queryRaw<Row[]>`
    select s.customer_id::text, l.product_id::text, min(l.product_name) as product_name, min(l.unit) as unit,
      l.unit_price, sum(l.issued_qty) as quantity
    from outbound_slip s join slip_line l on l.slip_id = s.id
    where s.walk_in_id = ${walkInId}::uuid and l.issued_qty > 0
    group by s.customer_id, l.product_id, l.unit_price order by min(l.line_no)`;
  const [first] = rows;
  if (!first) return null;
  return {
    customerId: first.customer_id,
    lines: rows.map((row) => ({
      productId: row.product_id,
      productName: row.product_name,
      unit: row.unit,
      unitPrice: UnitPrice.of(row.unit_price),
      quantity: Quantity.of(row.quantity),
    })),
  };
}

type Line = WholeContract["lines"][number];

function isSame(line: Line, left: LeftGoods["lines"][number]): boolean {
  return (
    line.lineKind === "GOODS" &&
    line.productId === left.productId &&
    UnitPrice.of(line.unitPrice).equals(left.unitPrice)
  );
}

/** At least these lines at these prices, to the same customer: one issue for each that is missing, with its figures. */
export function leftGoodsIssues(contract: WholeContract, goods: LeftGoods | null): FieldIssue[] {
  if (goods === null) return [];
  if (goods.customerId !== contract.customerId) {
    return [{ path: "customerId", code: "contracts.walk_in_other_customer" }];
  }
  return goods.lines.flatMap((left): FieldIssue[] => {
    const found = Quantity.sum(
      contract.lines.filter((line) => isSame(line, left)).map((line) => Quantity.of(line.quantity)),
    );
    if (!found.isLessThan(left.quantity)) return [];
    const details = {
      product: left.productName,
      price: left.unitPrice.toString().replace(/0{1,2}$/, ""),
      needed: left.quantity.toString(),
      found: found.toString(),
      unit: left.unit,
    };
    return [{ path: "lines", code: "contracts.walk_in_line_missing", details }];
  });
}

/** How much of each contract line has left, in line order. */
export function leftByLine(lines: readonly Line[], goods: LeftGoods | null): Map<string, Quantity> {
  const byLine = new Map<string, Quantity>();
  for (const left of goods?.lines ?? []) {
    let rest = left.quantity;
    for (const line of lines.filter((candidate) => isSame(candidate, left))) {
      const part = Quantity.of(line.quantity).min(rest);
      if (!part.isPositive()) continue;
      byLine.set(line.id, part);
      rest = rest.minus(part);
    }
  }
  return byLine;
}
