import { describe, expect, it } from "vitest";
import { emptyListState } from "@/lib/core/list-state";
import { mergeFiles } from "@/lib/customers/merge-step";
import { db, transact } from "@/lib/server/db";
import { findWalkInDetail } from "@/lib/walkin/queries";
import { listWalkIns } from "@/lib/walkin/walk-in-list";
import { createCustomer } from "@/tests/factories/customers";
import { anActor } from "@/tests/factories/people";
import { aShippingTeam } from "@/tests/factories/shipping";
import {
  aDraftWalkIn,
  aHandedOverWalkIn,
  anApprovedWalkIn,
  count,
  seenWalkIn,
} from "@/tests/factories/walk-in";
import { at } from "@/tests/support/clock";

const TODAY = "2026-11-23";

describe("the register of walk-in pickups", () => {
  it("[R1.2.4-b] shows what is late to whoever may read it, and nothing to others", async () => {
    const team = await aShippingTeam();
    const late = await at("2026-11-19", () => aHandedOverWalkIn(team));
    const other = await at(TODAY, () => aDraftWalkIn(team));
    const state = { ...emptyListState, size: 200, filters: { overdue: ["true"] } };
    const read = async (role: Parameters<typeof anActor>[0], filters = state) =>
      at(TODAY, async () => (await listWalkIns(await anActor(role), filters, TODAY)).rows);
    const rows = await read("SECTION_CHIEF");
    expect(rows.find(({ id }) => id === late)).toMatchObject({
      overdue: "draft",
      draftDueOn: "2026-11-19",
      totalAmount: "1000.00",
    });
    expect(rows.some(({ id }) => id === other)).toBe(false);
    expect(
      (await read("CLERK", { ...emptyListState, size: 200 } as never)).map(({ id }) => id),
    ).toEqual(expect.arrayContaining([late, other]));
    const [keeper] = await read("WAREHOUSE_KEEPER");
    expect(keeper && "totalAmount" in keeper).toBe(false);
    for (const role of ["SALESPERSON", "PRODUCTION", "ADMIN"] as const) {
      expect(await read(role)).toEqual([]);
      expect(await findWalkInDetail(await anActor(role), late)).toBeNull();
    }
  });

  it("keeps its customer from being merged away: the contract belongs there", () =>
    at(TODAY, async () => {
      const team = await aShippingTeam();
      const { customerId } = await seenWalkIn(await aHandedOverWalkIn(team));
      const survivor = await createCustomer();
      const { rowVersion } = await db.customer.findUniqueOrThrow({ where: { id: customerId } });
      const pair = { duplicateId: customerId, rowVersion, survivorId: survivor.id };
      await expect(transact((tx) => mergeFiles(tx, team.chief, pair))).rejects.toMatchObject({
        code: "customers.merge_has_pickups",
      });
    }));

  it("[R1.2.4-a] lets neither side see the other's count before both have counted", () =>
    at(TODAY, async () => {
      const team = await aShippingTeam();
      const id = await anApprovedWalkIn(team);
      await count(team.keeper, id, ["9"]);
      const seenBy = async (actor: typeof team.clerk) => {
        const [line] = (await findWalkInDetail(actor, id))?.lines ?? [];
        return [line?.countedByKeeper, line?.countedByClerk];
      };
      expect(await seenBy(team.clerk)).toEqual([null, null]);
      expect(await seenBy(team.keeper)).toEqual(["9", null]);
      await count(team.clerk, id);
      expect(await seenBy(team.clerk)).toEqual(["9", "10"]);
      expect((await seenWalkIn(id)).status).toBe("APPROVED");
    }));
});
