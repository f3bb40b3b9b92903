import { expect, it } from "vitest";
import { inboxWithCredit } from "@/lib/contracts/inbox";
import { db } from "@/lib/server/db";
import { createContract, formalChanges } from "@/tests/factories/contracts";
import { anActor } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";
import { countQueries } from "@/tests/support/query-counter";

it("[R1.1.4-a] the inbox says what the stock no longer covers, and a date before the approval", async () => {
  const chief = await anActor("SECTION_CHIEF");
  const { id } = await at("2026-11-20", () =>
    createContract({
      status: "PENDING_CHIEF",
      inStock: "10",
      order: { ...formalChanges, signDate: "2026-11-20" },
    }),
  );
  const seen = async (day: string) => {
    const inbox = await at(day, () => inboxWithCredit(chief));
    return inbox.find(({ item }) => item.id === id)?.item;
  };
  expect(await seen("2026-11-20")).toMatchObject({ uncovered: 0, signedEarly: false });
  const { productId } = await db.contractLine.findFirstOrThrow({ where: { contractId: id } });
  await db.stockBalance.updateMany({
    where: { productId: productId ?? "" },
    data: { onHand: "4" },
  });
  expect(await seen("2026-11-23")).toMatchObject({ uncovered: 1, signedEarly: true });
});

it("[R1.1.4-a] asks the database as often for five contracts as for one", async () => {
  const chief = await anActor("SECTION_CHIEF");
  const waiting = () =>
    at("2026-11-23", () => createContract({ status: "PENDING_CHIEF", inStock: "10" }));
  const look = () => at("2026-11-23", () => countQueries(() => inboxWithCredit(chief)));
  await waiting();
  const before = await look();
  for (let n = 0; n < 4; n += 1) await waiting();
  const after = await look();
  expect(after.result).toHaveLength(before.result.length + 4);
  expect(after.result.every(({ credit }) => credit.sentence.code !== "")).toBe(true);
  expect(after.queries).toHaveLength(before.queries.length);
});
