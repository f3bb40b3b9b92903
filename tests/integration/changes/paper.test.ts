import { describe, expect, it } from "vitest";
import { findChangePaper } from "@/lib/changes/change-paper";
import { findContractPaper } from "@/lib/contracts/paper-queries";
import type { Block } from "@/lib/pdf/document-model";
import { drawDocument } from "@/lib/pdf/draw-document";
import type { PaperFrame, PrintablePaper } from "@/lib/pdf/paper-frame";
import { anEffectiveChange, aSubmittedChange } from "@/tests/factories/changes";
import { anActor } from "@/tests/factories/people";
import { aContractToProduce, aWorkshop } from "@/tests/factories/production";
import { at } from "@/tests/support/clock";
import { pdfPageTexts } from "@/tests/support/pdf-text";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const later = { lines: { 0: { quantity: "80", deliveryOn: "2026-12-30" } }, reason: "客户加订" };

function drawn(paper: PrintablePaper | null) {
  if (!paper) throw new Error("There is no paper");
  const frame: PaperFrame = {
    company: { name: "兴达精密工具有限公司", address: "", phone: "", fax: "" },
    systemNumber: "",
    number: paper.number,
    mark: paper.mark,
    printedAt: new Date("2026-11-23T04:00:00Z"),
    printedByName: "王敏",
    printCount: 1,
  };
  return paper.draw(frame);
}
const tableRows = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "table" ? block.rows : []));

describe("the papers of a change", () => {
  it("[R1.1.4-b] compare before and after, marked until the change is in force", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      const id = await aSubmittedChange(team, contract.id, later);
      const paper = await findChangePaper(team.clerk, id);
      expect(paper).toMatchObject({ number: `${contract.contractNo}-2`, mark: "UNAPPROVED" });
      const model = drawn(paper);
      const rows = tableRows(model.copies[0]?.blocks ?? []).map((row) => row.slice(1).join(" | "));
      expect(rows.some((row) => /数量 \| 60 \| 80/.test(row))).toBe(true);
      expect(rows.some((row) => /交货期 \| 2026-12-01 \| 2026-12-30/.test(row))).toBe(true);
      const pages = await pdfPageTexts(await drawDocument(model));
      expect(pages[0]).toContain("合同变更对照表");
      expect(pages[0]).toContain("未审批");
      expect(await findChangePaper(await anActor("PRODUCTION"), id)).toBeNull();
    }));

  it("are a page of the changed contract, with its version and the signatures of the change", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team);
      expect(drawn(await findContractPaper(team.clerk, contract.id)).copies).toHaveLength(1);
      await anEffectiveChange(team, contract.id, later);
      const model = drawn(await findContractPaper(team.clerk, contract.id));
      expect(model.watermark).toBeNull();
      const pages = await pdfPageTexts(await drawDocument(model));
      expect(pages[0]).toContain("第2版");
      // The name of the copy stands upright at the margin, one character under the other.
      const last = (pages.at(-1) ?? "").replaceAll("\n", "");
      for (const part of ["合同变更对照表", "客户加订", team.director.name]) {
        expect(last).toContain(part);
      }
    }));
});
