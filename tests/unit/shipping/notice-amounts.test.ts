import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import {
  type ClaimableLine,
  lowerToFunds,
  noticeableRest,
  proposeAll,
  shareOut,
} from "@/lib/shipping/notice-amounts";

function goods(
  id: string,
  quantity: string,
  price: string,
  changes: Partial<ClaimableLine> = {},
): ClaimableLine {
  return {
    contractLineId: id,
    lineKind: "GOODS",
    unit: "支",
    quantity: Quantity.of(quantity),
    readyQty: Quantity.of(quantity),
    unprepared: null,
    unitPrice: UnitPrice.of(price),
    amount: Money.of(UnitPrice.of(price).times(quantity)),
    noticedQty: Quantity.zero,
    noticedAmount: Money.zero,
    ...changes,
  };
}

function charge(id: string, lineKind: "FREIGHT" | "DISCOUNT", amount: string): ClaimableLine {
  return { ...goods(id, "1", "0"), lineKind, amount: Money.of(amount) };
}

const wish = (quantities: Record<string, string>, charges: Record<string, string> = {}) => ({
  quantities: new Map(Object.entries(quantities).map(([id, text]) => [id, Quantity.of(text)])),
  charges: new Map(Object.entries(charges).map(([id, text]) => [id, Money.of(text)])),
});
const amounts = (shares: readonly { amount: Money }[]) =>
  shares.map(({ amount }) => amount.toString());

describe("what a notice takes of its contract", () => {
  it("[R1.2.1-c] proposes everything that is left, charges in full", () => {
    const lines = [
      goods("a", "10", "2", { noticedQty: Quantity.of(4) }),
      charge("f", "FREIGHT", "50"),
    ];
    const proposal = proposeAll(lines);
    expect(proposal.quantities.get("a")?.toString()).toBe("6");
    expect(proposal.charges.get("f")?.toString()).toBe("50.00");
  });

  it("[R1.1.3-B3] leaves what must be produced out", () => {
    expect(noticeableRest(goods("a", "10", "2", { readyQty: Quantity.of(3) })).toString()).toBe(
      "3",
    );
  });

  it("shares the discount by amount and gives the remainder to the last", () => {
    const lines = [goods("a", "2", "100"), goods("b", "1", "100"), charge("d", "DISCOUNT", "-10")];
    const { shares, issues } = shareOut(lines, wish({ a: "1", b: "0" }));
    expect(issues).toEqual([]);
    expect(amounts(shares)).toEqual(["100.00", "-3.33"]);
  });

  it("takes single pieces so that they add up to the contract, discount included", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 99999 }),
        (pieces, tenthousandths) => {
          const price = `${Math.trunc(tenthousandths / 10000)}.${String(tenthousandths % 10000).padStart(4, "0")}`;
          let lines = [goods("a", String(pieces), price), charge("d", "DISCOUNT", "-0.05")];
          for (let step = 0; step < pieces; step += 1) {
            const { shares } = shareOut(lines, wish({ a: "1" }));
            lines = lines.map((line) => {
              const share = shares.find(
                ({ contractLineId }) => contractLineId === line.contractLineId,
              );
              return {
                ...line,
                noticedQty: line.noticedQty.plus(share?.quantity ?? Quantity.zero),
                noticedAmount: line.noticedAmount.plus(share?.amount ?? Money.zero),
              };
            });
          }
          expect(lines.map((line) => line.noticedAmount.toString())).toEqual(
            lines.map((line) => line.amount.toString()),
          );
        },
      ),
    );
  });

  it("names each fault beside its cell", () => {
    const lines = [goods("a", "10", "2"), charge("f", "FREIGHT", "50")];
    expect(
      shareOut(lines, wish({ a: "11" }, { f: "51" })).issues.map(({ path, code }) => [path, code]),
    ).toEqual([
      ["quantities.a", "shipping.over_contract_quantity"],
      ["charges.f", "shipping.over_contract_charge"],
    ]);
    expect(shareOut(lines, wish({ a: "10" }, { f: "49.99" })).issues).toMatchObject([
      { path: "charges.f", code: "shipping.charge_left_over", details: { available: "50.00" } },
    ]);
  });

  it("[R1.3.1-P1] proposes to ship what is paid, never more", () => {
    const lines = [goods("a", "60", "100"), goods("b", "50", "3")];
    const all = wish({ a: "60", b: "50" });
    const cost = (funds: string) =>
      Money.sum(
        shareOut(lines, lowerToFunds(lines, all, Money.of(funds))).shares.map(
          ({ amount }) => amount,
        ),
      );
    expect(cost("6100").toString()).toBe("6099.00");
    expect(cost("2599.99").toString()).toBe("2500.00");
    expect(cost("99.99").toString()).toBe("0.00");
    expect(cost("99999").toString()).toBe("6150.00");
  });
});
