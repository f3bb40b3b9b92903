import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Quantity } from "@/lib/core/quantity";
import { cutReservations, isBelowMinimum, takeFromPlaces } from "@/lib/stock/policy";

const thousandths = (n: number) => Quantity.of((BigInt(n) * 1n).toString()).times("0.001");
const amount = fc.integer({ min: 1, max: 20_000 }).map(thousandths);
const productId = fc.constantFrom("p1", "p2", "p3");
const places = fc.uniqueArray(
  fc.record({
    productId,
    batchNo: fc.constantFrom("", "B1", "B2"),
    binCode: fc.constantFrom("A-01", "A-02"),
    free: amount,
  }),
  { selector: (place) => JSON.stringify([place.productId, place.batchNo, place.binCode]) },
);
const wanted = fc.array(fc.record({ productId, quantity: amount }), { maxLength: 8 });
const sum = (list: readonly Quantity[]) => Quantity.sum(list);

describe("taking goods from batches and bins", () => {
  it("never takes more from a place than is free there, and serves each row whole or not at all", () => {
    fc.assert(
      fc.property(wanted, places, (rows, free) => {
        const { taken, shortages } = takeFromPlaces(rows, free);
        for (const place of free) {
          const here = taken.filter(
            (part) =>
              part.productId === place.productId &&
              part.batchNo === place.batchNo &&
              part.binCode === place.binCode,
          );
          expect(sum(here.map((part) => part.quantity)).isGreaterThan(place.free)).toBe(false);
        }
        for (const [index, row] of rows.entries()) {
          const got = sum(
            taken.filter((part) => part.index === index).map((part) => part.quantity),
          );
          const isShort = shortages.some((shortage) => shortage.index === index);
          expect(got.toString()).toBe(isShort ? "0" : row.quantity.toString());
        }
      }),
    );
  });

  it("takes by batch and then by bin", () => {
    const free = [
      { productId: "p", batchNo: "B2", binCode: "A-01", free: Quantity.of(5) },
      { productId: "p", batchNo: "B1", binCode: "A-02", free: Quantity.of(5) },
      { productId: "p", batchNo: "B1", binCode: "A-01", free: Quantity.of(2) },
    ];
    const { taken } = takeFromPlaces([{ productId: "p", quantity: Quantity.of(8) }], free);
    expect(
      taken.map(({ batchNo, binCode, quantity }) => [batchNo, binCode, quantity.toString()]),
    ).toEqual([
      ["B1", "A-01", "2"],
      ["B1", "A-02", "5"],
      ["B2", "A-01", "1"],
    ]);
  });

  it("says what is available when there is not enough", () => {
    const free = [{ productId: "p", batchNo: "", binCode: "A-01", free: Quantity.of(8) }];
    const { shortages } = takeFromPlaces([{ productId: "p", quantity: Quantity.of(9) }], free);
    expect(shortages.map(({ available }) => available.toString())).toEqual(["8"]);
  });
});

describe("ending reservations", () => {
  const active = fc.array(
    fc.record({
      sourceLineId: fc.constantFrom("n1", "n2"),
      contractLineId: fc.constant("c"),
      productId: fc.constant("p"),
      batchNo: fc.constantFrom("", "B1"),
      binCode: fc.constant("A-01"),
      quantity: amount,
    }),
    { maxLength: 6 },
  );
  const parts = fc.array(
    fc.record({ sourceLineId: fc.constantFrom("n1", "n2"), quantity: amount }),
    { maxLength: 6 },
  );

  it("cuts each part whole or not at all, and no reservation beyond what it holds", () => {
    fc.assert(
      fc.property(active, parts, (rows, ending) => {
        const reservations = rows.map((row, i) => ({ ...row, id: `r${i}` }));
        const { cuts, shortages } = cutReservations(reservations, ending);
        for (const { id, quantity } of reservations) {
          const gone = sum(
            cuts.filter((cut) => cut.reservationId === id).map((cut) => cut.quantity),
          );
          expect(gone.isGreaterThan(quantity)).toBe(false);
        }
        for (const [index, part] of ending.entries()) {
          const cut = sum(cuts.filter((one) => one.index === index).map((one) => one.quantity));
          const isShort = shortages.some((shortage) => shortage.index === index);
          expect(cut.toString()).toBe(isShort ? "0" : part.quantity.toString());
        }
      }),
    );
  });
});

describe("the minimum stock", () => {
  it("is undercut below it and not at it", () => {
    expect(isBelowMinimum(Quantity.of(9), Quantity.of(10))).toBe(true);
    expect(isBelowMinimum(Quantity.of(10), Quantity.of(10))).toBe(false);
    expect(isBelowMinimum(Quantity.zero, null)).toBe(false);
  });
});
