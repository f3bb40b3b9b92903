import fc from "fast-check";
import { expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { giveBack } from "@/lib/stock/give-back";
import { consumeReservations } from "@/lib/stock/issue-stock";
import { lockProducts } from "@/lib/stock/lock-products";
import { releaseContractReservations } from "@/lib/stock/release-reservation";
import { reserve } from "@/lib/stock/reserve-stock";
import { reverseOutbound } from "@/lib/stock/reverse-outbound";
import { takeOver } from "@/lib/stock/take-over";
import { anActorOf, aWish, createStockProduct, q, stockUp } from "@/tests/factories/stock";

const act = fc.record({
  what: fc.constantFrom("prepare", "prepare", "notice", "notice", "cancel", "issue", "red", "void"),
  line: fc.integer({ min: 0, max: 2 }),
  quantity: fc.integer({ min: 1, max: 9 }),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

type World = {
  productId: string;
  contractId: string;
  /** Contract lines with their preparation line and the notice lines so far. */
  lines: { id: string; prepared: string; notices: string[] }[];
  slips: string[];
};

const aSlip = () => ({
  actor: anActorOf("WAREHOUSE_KEEPER"),
  slipId: newId(),
  slipNo: "CK2026-0001",
  contractNo: "",
  summary: "",
  today: calendarDate("2026-11-23"),
});

async function perform(world: World, { what, line: index, quantity: count }: Act): Promise<void> {
  const line = world.lines[index];
  if (!line) return;
  const { productId, contractId } = world;
  const quantity = q(String(count));
  const wish = { productId, contractId, contractLineId: line.id };
  const [notice = newId()] = line.notices;
  if (what === "prepare") {
    const sourceType = "preparation_order";
    const rows = [aWish({ ...wish, quantity, sourceType, sourceLineId: line.prepared })];
    await transact((tx) => reserve(tx, rows));
  } else if (what === "notice") {
    const sourceLineId = newId();
    await transact(async (tx) => {
      await lockProducts(tx, [productId]);
      const wanted = { contractLineId: line.id, sourceLineId, quantity };
      const got = (await takeOver(tx, [wanted])).get(sourceLineId) ?? Quantity.zero;
      const rest = quantity.minus(got);
      if (rest.isPositive()) await reserve(tx, [aWish({ ...wish, quantity: rest, sourceLineId })]);
    });
    line.notices.unshift(sourceLineId);
  } else if (what === "cancel") {
    await transact((tx) => giveBack(tx, [notice]));
  } else if (what === "issue") {
    const slipLineId = newId();
    const issued = [{ sourceLineId: notice, slipLineId, quantity }];
    await transact((tx) => consumeReservations(tx, aSlip(), issued));
    world.slips.push(slipLineId);
  } else if (what === "red") {
    const slipLineId = world.slips[index] ?? newId();
    await transact((tx) => reverseOutbound(tx, aSlip(), [{ slipLineId, redLineId: newId() }]));
  } else await transact((tx) => releaseContractReservations(tx, contractId));
}

async function expectBooksToAgree({ productId, lines }: World): Promise<void> {
  const [balance] = await db.$queryRaw<{ on_hand: string; reserved: string; bound: string }[]>`
    select sum(on_hand)::text as on_hand, sum(reserved)::text as reserved,
      (select coalesce(sum(quantity), 0)::text from stock_reservation
       where product_id = ${productId}::uuid and status = 'ACTIVE') as bound
    from stock_balance where product_id = ${productId}::uuid`;
  const [onHand, reserved] = [
    Quantity.of(balance?.on_hand ?? 0),
    Quantity.of(balance?.reserved ?? 0),
  ];
  expect(reserved.toString()).toBe(Quantity.of(balance?.bound ?? 0).toString());
  expect(reserved.isGreaterThan(onHand)).toBe(false);
  const rows = await db.stockReservation.findMany({ where: { productId } });
  for (const row of rows) {
    // What stands on a notice remembers its preparation line; what went back to it remembers nothing more.
    const own = lines.find(({ id }) => id === row.contractLineId);
    if (row.sourceType === "preparation_order") {
      expect([row.sourceLineId, row.boundByLineId]).toEqual([own?.prepared, null]);
    } else if (row.boundByLineId !== null) expect(row.boundByLineId).toBe(own?.prepared);
    expect(row.closedAt === null).toBe(row.status === "ACTIVE");
  }
}

it("[R1.1.3-P] reserved is never above on hand, and nothing is bound or released twice, whatever orders, notices and slips do", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 6, maxLength: 16 }), async (steps) => {
      const { id: productId } = await createStockProduct();
      await stockUp({ productId, quantity: "12" }, { productId, quantity: "7", batchNo: "B1" });
      const lines = Array.from({ length: 3 }, () => ({
        id: newId(),
        prepared: newId(),
        notices: [] as string[],
      }));
      const world: World = { productId, contractId: newId(), lines, slips: [] };
      for (const step of steps) {
        await perform(world, step).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error;
        });
        await expectBooksToAgree(world);
      }
    }),
    { numRuns: 10 },
  );
});
