import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { judgeCover, type LineToCover, type ReviewedLine } from "@/lib/reviews/cover-policy";

const TODAY = calendarDate("2026-11-23");
const day = (text: string): CalendarDate => calendarDate(text);

function line(changes: Partial<LineToCover> = {}): LineToCover {
  return {
    lineId: "line",
    productId: "p1",
    productName: "非标成型铣刀",
    spec: "φ32×60",
    drawingNo: "FB-017",
    drawingRev: "A",
    material: "",
    coating: "",
    accuracyGrade: "",
    unit: "支",
    quantity: Quantity.of("100"),
    unitPrice: UnitPrice.of("50"),
    deliveryOn: day("2026-12-15"),
    ...changes,
  };
}

function reviewed(changes: Partial<ReviewedLine> = {}): ReviewedLine {
  return {
    reviewLineId: "r1",
    reviewId: "review",
    reviewNo: "PS2026-0001",
    version: 1,
    coversUntil: day("2027-01-22"),
    productId: "p1",
    spec: "φ32×60",
    drawingNo: "FB-017",
    drawingRev: "A",
    material: "",
    coating: "",
    accuracyGrade: "",
    unit: "支",
    quantity: Quantity.of("100"),
    approvedPrice: UnitPrice.of("50"),
    approvedOn: day("2026-12-15"),
    ...changes,
  };
}

function issuesOf(asked: LineToCover, reviews: ReviewedLine[]) {
  const [cover] = judgeCover([asked], reviews, TODAY);
  return cover?.ok === false ? cover.issues : [];
}

describe("whether a review covers a line", () => {
  it("[R1.1.3-C1] covers the same product up to the reviewed quantity, at the floor, from the date", () => {
    expect(judgeCover([line()], [reviewed()], TODAY)).toEqual([
      {
        ok: true,
        lineId: "line",
        reviewLineId: "r1",
        reviewId: "review",
        reviewNo: "PS2026-0001",
        drawingRev: "A",
      },
    ]);
  });

  it("[R1.1.3-C1] says which line has no review at all", () => {
    expect(issuesOf(line(), [reviewed({ productId: "other", drawingNo: "X" })])).toMatchObject([
      { cell: "productId", code: "reviews.line_not_reviewed" },
    ]);
  });

  it("[R1.1.3-C3] refuses a price below the floor and a date before the promise, with the figures", () => {
    expect(
      issuesOf(line({ unitPrice: UnitPrice.of("49.9999"), deliveryOn: day("2026-12-14") }), [
        reviewed(),
      ]),
    ).toEqual([
      {
        cell: "unitPrice",
        code: "reviews.price_below_floor",
        details: { review: "PS2026-0001", floor: "50.00", price: "49.9999" },
      },
      {
        cell: "deliveryOn",
        code: "reviews.date_before_promise",
        details: { review: "PS2026-0001", earliest: "2026-12-15", date: "2026-12-14" },
      },
    ]);
  });

  it("[R1.1.3-C1] lets lines of one contract share the reviewed quantity", () => {
    const half = (lineId: string) => line({ lineId, quantity: Quantity.of("60") });
    const [first, second] = judgeCover([half("a"), half("b")], [reviewed()], TODAY);
    expect(first?.ok).toBe(true);
    expect(second).toMatchObject({
      ok: false,
      issues: [{ cell: "quantity", details: { left: "40", quantity: "60" } }],
    });
  });

  it("[R1.1.3-C1] covers the same drawing revision where the product is not in the list yet (Q45)", () => {
    const free = line({ productId: null, drawingRev: "" });
    expect(judgeCover([free], [reviewed({ productId: null })], TODAY)[0]).toMatchObject({
      ok: true,
      drawingRev: "A",
    });
    expect(issuesOf(line({ drawingRev: "B" }), [reviewed()])).toMatchObject([
      { code: "reviews.spec_changed", details: { now: "φ32×60 FB-017/B" } },
    ]);
  });

  it("[R1.1.3-C3] covers until the last day of its validity, not a day longer", () => {
    expect(issuesOf(line(), [reviewed({ coversUntil: TODAY })])).toEqual([]);
    expect(issuesOf(line(), [reviewed({ coversUntil: day("2026-11-22") })])).toMatchObject([
      { code: "reviews.review_expired", details: { until: "2026-11-22" } },
    ]);
  });

  it("prefers the review that covers over a later one that does not", () => {
    const dear = reviewed({ reviewLineId: "later", approvedPrice: UnitPrice.of("80") });
    expect(judgeCover([line()], [dear, reviewed()], TODAY)[0]).toMatchObject({
      ok: true,
      reviewLineId: "r1",
    });
  });
});
