import { describe, expect, it } from "vitest";
import { drawDocument } from "@/lib/pdf/draw-document";
import type { PrintablePaper } from "@/lib/pdf/paper-frame";
import { cancelTask } from "@/lib/production/cancel-task";
import { findReceiptPaper, findTaskPaper } from "@/lib/production/paper-queries";
import { aKey } from "@/tests/factories/people";
import {
  aContractToProduce,
  anAcceptedTask,
  aReceipt,
  aSubmittedTask,
  aWorkshop,
  firstLine,
  seenTask,
  taskRef,
} from "@/tests/factories/production";
import { at } from "@/tests/support/clock";
import { pdfPageTexts } from "@/tests/support/pdf-text";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

async function pagesOf(paper: PrintablePaper | null): Promise<string[]> {
  if (!paper) throw new Error("no paper");
  const model = paper.draw({
    company: { name: "大连兴达精密工具有限公司", address: "", phone: "", fax: "" },
    systemNumber: "id",
    number: paper.number,
    mark: paper.mark,
    printedAt: new Date("2026-11-23T06:31:00Z"),
    printedByName: "王敏",
    printCount: 1,
  });
  return pdfPageTexts(Buffer.from(await drawDocument(model)));
}

describe("production's papers", () => {
  it("[R1.1.3-B1] the task notice has three copies, the earlier communication, three signatures and no price", () =>
    today(async () => {
      const team = await aWorkshop();
      const taskId = await anAcceptedTask(team, await aContractToProduce(team));
      const pages = await pagesOf(await findTaskPaper(team.clerk, taskId));
      expect(pages).toHaveLength(3);
      const { docNo } = await seenTask(taskId);
      for (const [index, copy] of ["①市场部存根", "②生产部", "③成品库"].entries()) {
        // The name of the copy stands upright at the edge, one character a line.
        expect(pages[index]?.replaceAll("\n", "")).toContain(copy);
        expect(pages[index]).toContain(docNo);
      }
      const [page = ""] = pages;
      for (const told of ["生产部 周调度", "2026年11月27日", team.chief.name, team.production.name])
        expect(page.replaceAll("\n", "")).toContain(told);
      expect(page).not.toMatch(/¥|3,000|50\.00/);
    }));

  it("says 未下达 until the chief has signed, 作废 when it was cancelled, and who acknowledged", () =>
    today(async () => {
      const team = await aWorkshop();
      const waiting = await aSubmittedTask(team, await aContractToProduce(team));
      expect((await pagesOf(await findTaskPaper(team.clerk, waiting)))[0]).toContain("未下达");
      const taskId = await anAcceptedTask(team, await aContractToProduce(team));
      const input = { ...(await taskRef(taskId)), comment: "客户取消" };
      await cancelTask(team.chief, input, aKey());
      const [page = ""] = await pagesOf(await findTaskPaper(team.clerk, taskId));
      expect(page).toContain("作废");
      expect(page.replaceAll("\n", "")).toContain("待确认");
    }));

  it("hides the customer's name where the setting hides it from production", () =>
    today(async () => {
      const team = await aWorkshop();
      const taskId = await anAcceptedTask(team, await aContractToProduce(team));
      const { customerName } = await seenTask(taskId);
      const blind = { ...team.production, productionSeesCustomer: false };
      expect((await pagesOf(await findTaskPaper(blind, taskId)))[0]).not.toContain(customerName);
      expect((await pagesOf(await findTaskPaper(team.clerk, taskId)))[0]).toContain(customerName);
    }));

  it("[RD2-02][RD2-04] the inbound slip has deliverer, inspector and keeper, and the packing", () =>
    today(async () => {
      const team = await aWorkshop();
      const taskId = await anAcceptedTask(team, await aContractToProduce(team));
      const slipId = await aReceipt(team, (await firstLine(taskId)).id, "60");
      const pages = await pagesOf(await findReceiptPaper(team.keeper, slipId));
      expect(pages).toHaveLength(3);
      const text = (pages[0] ?? "").replaceAll("\n", "");
      for (const told of [
        team.production.name,
        team.quality.name,
        team.keeper.name,
        "单支管装",
        "包装 小李",
        "B-02",
      ])
        expect(text).toContain(told);
    }));
});
