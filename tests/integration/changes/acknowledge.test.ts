import { describe, expect, it } from "vitest";
import { findRevisionPage, revisionInbox, revisionsOf } from "@/lib/changes/queries";
import { acknowledge } from "@/lib/records/acknowledge";
import {
  findAcknowledgement,
  openAcknowledgements,
  openAcknowledgementsOf,
} from "@/lib/records/acknowledgements";
import { db } from "@/lib/server/db";
import { listWorkItems } from "@/lib/server/work-items";
import { aCheckedChange, anEffectiveChange, aSubmittedChange } from "@/tests/factories/changes";
import { aKey, anActor } from "@/tests/factories/people";
import { aContractToProduce, anIssuedTask, aWorkshop } from "@/tests/factories/production";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const later = { lines: { 0: { deliveryOn: "2026-12-30" } }, reason: "客户推迟" };

describe("acknowledging a change", () => {
  it("is production's for a production notice: on its list until it is given, once", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      const task = await anIssuedTask(team, contract);
      await anEffectiveChange(team, contract.id, later);
      const line = await db.taskLine.findFirstOrThrow({ where: { taskId: task } });
      expect(line.contractDueOn).toEqual(new Date("2026-12-30T00:00:00Z"));
      const mine = (await openAcknowledgements(team.production)).filter(
        ({ contractId }) => contractId === contract.id,
      );
      expect(mine).toMatchObject([{ holder: "PRODUCTION", reason: "客户推迟" }]);
      const id = mine[0]?.id ?? "";
      expect(mine[0]?.what).toContain("交货期");
      expect(mine[0]?.whatEn).toContain("delivery 2026-");
      const items = await listWorkItems(team.production);
      const item = items.find(({ subjectId }) => subjectId === id);
      // Numbers only: production may not be allowed to see customers.
      expect(item?.title).toMatch(/^SC2026-\d{4} LG2026-\d{3}$/);

      const input = { acknowledgementId: id };
      await expect(acknowledge(team.keeper, input, aKey())).rejects.toMatchObject({
        code: "changes.not_the_holder",
      });
      // On the paper itself: the button for its holder, for others that it is waited for.
      expect(await openAcknowledgementsOf(team.production, task)).toMatchObject([
        { id, mayAcknowledge: true },
      ]);
      expect(await openAcknowledgementsOf(team.keeper, task)).toMatchObject([
        { id, mayAcknowledge: false },
      ]);
      await acknowledge(team.production, input, aKey());
      expect(await openAcknowledgementsOf(team.production, task)).toEqual([]);
      await expect(acknowledge(team.production, input, aKey())).rejects.toMatchObject({
        code: "changes.already_acknowledged",
      });
      expect(await findAcknowledgement(team.production, id)).toMatchObject({
        acknowledgedByName: team.production.name,
        mayAcknowledge: false,
      });
      const left = await openAcknowledgements(team.production);
      expect(left.some((row) => row.id === id)).toBe(false);
      expect(await findAcknowledgement(await anActor("WAREHOUSE_KEEPER"), id)).toBeNull();
    }));
});

describe("what people see of a change", () => {
  it("[R1.1.4-a][R1.1.4-b] stands in the chief's inbox, then in the director's, with its difference", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      const id = await aSubmittedChange(team, contract.id, later);
      const found = (await revisionInbox(team.chief)).find((row) => row.id === id);
      expect(found).toMatchObject({ mayDecide: true, contractNo: contract.contractNo });
      expect(found?.diff.lines).toMatchObject([
        { kind: "changed", fields: [{ field: "deliveryOn", after: "2026-12-30" }] },
      ]);
      expect((await revisionInbox(team.director)).some((row) => row.id === id)).toBe(false);
      expect(await revisionInbox(team.clerk)).toEqual([]);
    }));

  it("is listed with its contract, newest first; a stranger's salesperson does not see it", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      await anEffectiveChange(team, contract.id, later);
      const id = await aCheckedChange(team, contract.id, {
        lines: { 0: { deliveryOn: "2026-12-31" } },
      });
      expect((await revisionsOf(contract.id)).map(({ revision }) => revision)).toEqual([3, 2]);
      expect((await findRevisionPage(team.director, id))?.commands).toEqual([
        "approve",
        "return_by_director",
        "reject_by_director",
      ]);
      expect(await findRevisionPage(await anActor("SALESPERSON"), id)).toBeNull();
      expect(await findRevisionPage(team.production, id)).toBeNull();
      expect(await db.contractRevision.count({ where: { contractId: contract.id } })).toBe(2);
    }));
});
