import fc from "fast-check";
import { expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { consumeReservations } from "@/lib/stock/issue-stock";
import { releaseReservations } from "@/lib/stock/release-reservation";
import { reserve } from "@/lib/stock/reserve-stock";
import { reverseOutbound } from "@/lib/stock/reverse-outbound";
import { anActorOf, aWish, createStockProduct, q, stockUp } from "@/tests/factories/stock";

const act = fc.record({
  what: fc.constantFrom("in", "reserve", "reserve", "release", "issue", "issue", "reverse"),
  line: fc.integer({ min: 0, max: 3 }),
  quantity: fc.integer({ min: 1, max: 9 }),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

const aSlip = () => ({
  actor: anActorOf("WAREHOUSE_KEEPER"),
  slipId: newId(),
  slipNo: "CK2026-0001",
  contractNo: "",
  summary: "",
  today: calendarDate("2026-11-23"),
});

/** One act of the walk; a refusal is an answer too. */
async function perform(productId: string, lines: readonly string[], slips: string[], step: Act) {
  const quantity = q(String(step.quantity));
  const sourceLineId = lines[step.line] ?? "";
  if (step.what === "in") {
    const place = step.line % 2 ? { batchNo: "B1" } : { binCode: "A-02" };
    await stockUp({ productId, quantity: String(step.quantity), ...place });
  } else if (step.what === "reserve") {
    await transact((tx) => reserve(tx, [aWish({ productId, quantity, sourceLineId })]));
  } else if (step.what === "release") {
    await transact((tx) => releaseReservations(tx, [{ sourceLineId, quantity }]));
  } else if (step.what === "issue") {
    const slipLineId = newId();
    await transact((tx) =>
      consumeReservations(tx, aSlip(), [{ sourceLineId, slipLineId, quantity }]),
    );
    slips.push(slipLineId);
  } else {
    const slipLineId = slips[step.line] ?? newId();
    await transact((tx) => reverseOutbound(tx, aSlip(), [{ slipLineId, redLineId: newId() }]));
  }
}

async function expectBooksToAgree(productId: string) {
  const balances = await db.stockBalance.findMany({ where: { productId } });
  for (const { batchNo, binCode, onHand, reserved } of balances) {
    const place = { productId, batchNo, binCode };
    const moved = await db.stockMovement.aggregate({ where: place, _sum: { quantity: true } });
    const bound = await db.stockReservation.aggregate({
      where: { ...place, status: "ACTIVE" },
      _sum: { quantity: true },
    });
    expect(String(onHand)).toBe(String(moved._sum.quantity ?? 0));
    expect(String(reserved)).toBe(String(bound._sum.quantity ?? 0));
    expect(Quantity.of(reserved).isGreaterThan(Quantity.of(onHand))).toBe(false);
  }
  const consumed = await db.stockReservation.aggregate({
    where: { productId, status: "CONSUMED" },
    _sum: { quantity: true },
  });
  const left = await db.stockMovement.aggregate({
    where: { productId, kind: { not: "INBOUND" } },
    _sum: { quantity: true },
  });
  const gone = Quantity.of(left._sum.quantity ?? 0).negated();
  expect(Quantity.of(consumed._sum.quantity ?? 0).toString()).toBe(gone.toString());
}

it("on hand, reserved and consumed agree with the account after any walk of taking in, binding, freeing, issuing and reversing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 14 }), async (steps) => {
      const { id: productId } = await createStockProduct();
      const lines = Array.from({ length: 4 }, newId);
      const slips: string[] = [];
      for (const step of steps) {
        await perform(productId, lines, slips, step).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
        });
      }
      await expectBooksToAgree(productId);
    }),
    { numRuns: 8 },
  );
});
