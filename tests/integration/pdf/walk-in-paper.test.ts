import { describe, expect, it } from "vitest";
import type { DocumentModel } from "@/lib/pdf/document-model";
import { drawDocument } from "@/lib/pdf/draw-document";
import { findDelegationPaper } from "@/lib/people/delegation-paper";
import { findWalkInPaper } from "@/lib/walkin/walk-in-paper";
import { anActor, createDelegation, createPerson } from "@/tests/factories/people";
import { aShippingTeam } from "@/tests/factories/shipping";
import { aDraftWalkIn, aHandedOverWalkIn } from "@/tests/factories/walk-in";
import { at } from "@/tests/support/clock";

const FRAME = {
  company: { name: "大连兴达精密工具有限公司", address: "", phone: "", fax: "" },
  systemNumber: "id",
  number: "LT2026-0001",
  mark: null,
  printedAt: new Date("2026-11-23T02:00:00Z"),
  printedByName: "李雪",
  printCount: 1,
};
const textOf = (model: DocumentModel) => model.copies.map(({ blocks }) => JSON.stringify(blocks));

describe("papers of pickups and delegations", () => {
  it("[R1.2.4-a] prints the pickup in three copies, the store's without prices", () =>
    at("2026-11-23", async () => {
      const team = await aShippingTeam();
      const id = await aHandedOverWalkIn(team);
      const paper = await findWalkInPaper(team.clerk, id);
      if (!paper) throw new Error("no paper");
      expect(paper.mark).toBeNull();
      const model = paper.draw({ ...FRAME, number: paper.number });
      expect(model.copies.map(({ name }) => name)).toEqual([
        "①市场部存根",
        "②成品库记账",
        "③提货人",
      ]);
      const [office = "", store = ""] = textOf(model);
      expect(office).toContain("1,000.00");
      expect(office).toContain("合计（大写）：人民币壹仟元整");
      expect(store).not.toContain("1,000.00");
      for (const copy of [office, store]) {
        expect(copy).toContain("王师傅");
        expect(copy).toContain("2026年11月26日");
        expect(copy).toContain(team.keeper.name);
      }
      expect((await drawDocument(model)).byteLength).toBeGreaterThan(1000);
      const keeper = (await findWalkInPaper(team.keeper, id))?.draw(FRAME);
      expect(keeper && textOf(keeper).join()).not.toContain("1,000.00");
      const draft = await findWalkInPaper(team.clerk, await aDraftWalkIn(team));
      expect(draft?.mark).toBe("UNAPPROVED");
      expect(await findWalkInPaper(await anActor("SALESPERSON"), id)).toBeNull();
    }));

  it("prints a delegation with its scope", async () => {
    const chief = await anActor("SECTION_CHIEF", { displayName: "陈部长" });
    const delegate = await createPerson({ displayName: "孙会计" });
    const { id } = await createDelegation(chief.id, delegate.id, {
      step: "DEPT_HEAD",
      documentKinds: ["outbound_slip", "walk_in"],
      amountLimit: "5000.00",
    });
    const model = (await findDelegationPaper(chief, id))?.draw(FRAME);
    if (!model) throw new Error("no paper");
    const [text] = textOf(model);
    for (const word of ["陈部长", "孙会计", "部门负责人签字", "出库单、临时提货单", "5,000.00"])
      expect(text).toContain(word);
    expect((await drawDocument(model)).byteLength).toBeGreaterThan(1000);
    expect(await findDelegationPaper(await anActor("FINANCE"), id)).toBeNull();
  });
});
