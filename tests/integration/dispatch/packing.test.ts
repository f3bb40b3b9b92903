import { describe, expect, it } from "vitest";
import { boxPacking, voidPacking } from "@/lib/dispatch/box-packing";
import { findPackingDetail, listSlipsToPack } from "@/lib/dispatch/queries";
import { savePacking, tickLine } from "@/lib/dispatch/save-packing";
import { startPacking } from "@/lib/dispatch/start-packing";
import { drawDocument } from "@/lib/pdf/draw-document";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { findPackingListPaper } from "@/lib/shipping/paper-queries";
import {
  aBoxedList,
  anIssuedSlip,
  aPackingDraft,
  boxValues,
  divide,
  packingRef,
  packingValues,
  seenPacking,
  tickAll,
} from "@/tests/factories/dispatch";
import { aKey, anActor } from "@/tests/factories/people";
import {
  anApprovedSlip,
  anIssuedNotice,
  aShippableContract,
  aShippingTeam,
  openItems,
  seenSlip,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";
import { pdfPageTexts } from "@/tests/support/pdf-text";

const RIVALS = 8;
const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

describe("filling the packing list", () => {
  it("[R1.2.2-d] after the issue it is filled with what was issued, beside what the contract says", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [
          { quantity: "10", price: "100" },
          { quantity: "5", price: "20" },
        ],
      });
      const slipId = await anIssuedSlip(team, { contract, quantities: ["6", "5"] });
      expect(await openItems(slipId)).toEqual(["slip.pack"]);
      expect((await listSlipsToPack(team.keeper)).map(({ id }) => id)).toContain(slipId);

      const id = await aPackingDraft(team, slipId);

      const detail = await findPackingDetail(team.clerk, id);
      expect(
        detail?.lines.map(({ contractQty, issuedQty, packedQty, isChecked }) => [
          contractQty,
          issuedQty,
          packedQty,
          isChecked,
        ]),
      ).toEqual([
        ["10", "6", "6", false],
        ["5", "5", "5", false],
      ]);
      expect(detail).toMatchObject({
        docNo: null,
        status: "DRAFT",
        contractNo: contract.contractNo,
      });
      expect(JSON.stringify(detail)).not.toMatch(/price|amount/i);
      expect(await openItems(slipId)).toEqual([]);
      expect(await openItems(id)).toEqual(["packing.box"]);
      expect((await listSlipsToPack(team.keeper)).map((slip) => slip.id)).not.toContain(slipId);
    }));

  it("[R1.2.2-d] not before the keeper has issued the goods", () =>
    today(async () => {
      const team = await aShippingTeam();
      const noticeId = await anIssuedNotice(team, await aShippableContract(team));
      const slipId = await anApprovedSlip(team, noticeId);
      await expect(aPackingDraft(team, slipId)).rejects.toMatchObject({
        code: "dispatch.slip_not_issued",
      });
    }));

  it("[R1.2.2-d] one list for a slip: of eight who start at once one does", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await anIssuedSlip(team);
      const starts = await Promise.allSettled(
        Array.from({ length: RIVALS }, () => startPacking(team.clerk, { slipId }, aKey())),
      );
      expect(starts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const codes = starts.flatMap((start) =>
        start.status === "rejected" ? [start.reason.code] : [],
      );
      expect(new Set(codes)).toEqual(new Set(["dispatch.already_packing"]));
      expect(await db.packingList.count({ where: { slipId } })).toBe(1);
    }));

  it("[R1.2.2-d] the same key again gives the same list", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await anIssuedSlip(team);
      const key = aKey();
      const first = await startPacking(team.clerk, { slipId }, key);
      expect(await startPacking(team.clerk, { slipId }, key)).toEqual(first);
    }));

  it("[R1.2.2-d] packed that is not what was issued is refused and changes nothing", () =>
    today(async () => {
      const team = await aShippingTeam();
      const id = await aPackingDraft(team, await anIssuedSlip(team));
      const { lines } = await packingValues(id);
      const [line] = lines;
      if (!line) throw new Error("no line");
      for (const packedQty of ["9", "11"]) {
        await expect(divide(team, id, { lines: [{ ...line, packedQty }] })).rejects.toMatchObject({
          code: "dispatch.packed_differs",
          details: { issued: "10", packed: packedQty },
        });
      }
      await expect(divide(team, id, { lines: [] })).rejects.toMatchObject({
        code: "dispatch.packed_differs",
      });
      await expect(
        divide(team, id, { lines: [{ ...line, slipLineId: newId() }] }),
      ).rejects.toMatchObject({
        issues: [{ path: "lines.0.slipLineId", code: "dispatch.line_unknown" }],
      });
      await expect(divide(team, id, { lines: [{ ...line, boxNo: 2 }] })).rejects.toMatchObject({
        issues: [{ path: "lines.0.boxNo", code: "dispatch.box_unknown" }],
      });
      const seen = await seenPacking(id);
      expect([seen.rowVersion, seen.lines[0]?.packedQty.toFixed(0)]).toEqual([1, "10"]);
    }));

  it("[R1.2.2-d] goods are divided over boxes; ticks stay where nothing changed", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [
          { quantity: "10", price: "100" },
          { quantity: "5", price: "20" },
        ],
      });
      const id = await aPackingDraft(team, await anIssuedSlip(team, { contract }));
      await tickAll(team, id);
      const { boxes, lines } = await packingValues(id);
      const [first, second] = lines;
      const [box] = boxes;
      if (!first || !second || !box) throw new Error("incomplete");
      await divide(team, id, {
        boxes: [box, { ...box, packageType: "WOODEN" }],
        lines: [{ ...first, packedQty: "4" }, { ...first, boxNo: 2, packedQty: "6" }, second],
      });
      const seen = await seenPacking(id);
      expect(seen.boxCount).toBe(2);
      expect(seen.boxes.map(({ boxNo, packageType }) => [boxNo, packageType])).toEqual([
        [1, "CARTON"],
        [2, "WOODEN"],
      ]);
      expect(seen.lines.map((line) => [line.boxNo, line.packedQty.toFixed(0)])).toEqual([
        [1, "4"],
        [2, "6"],
        [1, "5"],
      ]);
      expect(seen.lines.map(({ checkedAt }) => checkedAt !== null)).toEqual([false, false, true]);
    }));

  it("with a stale page nothing is saved", () =>
    today(async () => {
      const team = await aShippingTeam();
      const id = await aPackingDraft(team, await anIssuedSlip(team));
      const stale = await packingValues(id);
      await tickAll(team, id);
      await expect(savePacking(team.clerk, stale, aKey())).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
      const lineId = (await seenPacking(id)).lines[0]?.id ?? "";
      await expect(
        tickLine(team.clerk, { packingListId: id, rowVersion: 1, lineId, checked: false }, aKey()),
      ).rejects.toMatchObject({ code: "common.changed_meanwhile" });
    }));
});

describe("boxing", () => {
  it("[R1.2.2-f] not before every line is ticked and the list compared with the contract", () =>
    today(async () => {
      const team = await aShippingTeam();
      const id = await aPackingDraft(team, await anIssuedSlip(team));
      await expect(boxPacking(team.clerk, await boxValues(team, id), aKey())).rejects.toMatchObject(
        { code: "dispatch.all_ticked" },
      );
      await tickAll(team, id);
      const values = await boxValues(team, id);
      await expect(
        boxPacking(team.clerk, { ...values, checkedAgainstContract: false }, aKey()),
      ).rejects.toMatchObject({ code: "dispatch.checked_against_contract" });
      await expect(
        boxPacking(team.clerk, { ...values, checkedById: team.finance.id }, aKey()),
      ).rejects.toMatchObject({
        issues: [{ path: "checkedById", code: "dispatch.checker_missing" }],
      });
      for (const stranger of [team.chief, team.finance, team.director]) {
        await expect(boxPacking(stranger, values, aKey())).rejects.toMatchObject({
          code: "dispatch.forbidden",
        });
      }
      await expect(
        boxPacking(team.clerk, { ...values, rowVersion: 1 }, aKey()),
      ).rejects.toMatchObject({ code: "common.changed_meanwhile" });
      expect(await seenPacking(id)).toMatchObject({ status: "DRAFT", docNo: null });
    }));

  it("[R1.2.2-d][R1.2.2-f] not when the rows no longer equal the issue", () =>
    today(async () => {
      const team = await aShippingTeam();
      const id = await aPackingDraft(team, await anIssuedSlip(team));
      await tickAll(team, id);
      await db.packingLine.updateMany({ where: { packingListId: id }, data: { packedQty: "9" } });
      await expect(boxPacking(team.clerk, await boxValues(team, id), aKey())).rejects.toMatchObject(
        { code: "dispatch.equals_issued" },
      );
    }));

  it("[R1.2.2-f] draws the number, names packer and checker, and the slip is packed", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await anIssuedSlip(team);
      const id = await aPackingDraft(team, slipId);
      await tickAll(team, id);
      const key = aKey();
      const values = await boxValues(team, id);
      const boxed = await boxPacking(team.clerk, values, key);
      expect(boxed).toMatchObject({
        docNo: expect.stringMatching(/^ZX2026-\d{4}$/),
        samePerson: false,
      });
      expect(await boxPacking(team.clerk, values, key)).toEqual(boxed);
      expect(await seenPacking(id)).toMatchObject({
        status: "BOXED",
        packedByName: team.clerk.name,
        checkedByName: team.keeper.name,
        checkedAgainstContract: true,
        boxedAt: clock.now(),
      });
      expect((await seenSlip(slipId)).status).toBe("PACKED");
      expect(await openItems(id)).toEqual(["packing.ship"]);
      const late = { ...(await packingRef(id)), lineId: newId(), checked: false };
      await expect(tickLine(team.clerk, late, aKey())).rejects.toMatchObject({
        code: "dispatch.wrong_status",
      });
    }));

  it("[R1.2.2-f] one person may pack and check, and is told so", () =>
    today(async () => {
      const team = await aShippingTeam();
      const id = await aPackingDraft(team, await anIssuedSlip(team));
      await tickAll(team, id);
      const values = { ...(await boxValues(team, id)), checkedById: team.clerk.id };
      expect(await boxPacking(team.clerk, values, aKey())).toMatchObject({ samePerson: true });
    }));

  it("[R1.2.2-e] is printed in two copies, without a price", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "7777.77" }],
      });
      const id = await aBoxedList(team, await anIssuedSlip(team, { contract }));
      const paper = await findPackingListPaper(team.keeper, id);
      if (!paper) throw new Error("no paper");
      const { docNo } = await seenPacking(id);
      expect(paper).toMatchObject({ number: docNo, mark: null });
      const model = paper.draw({
        company: { name: "大连工具厂", address: "", phone: "", fax: "" },
        systemNumber: id,
        number: paper.number,
        mark: paper.mark,
        printedAt: clock.now(),
        printedByName: team.keeper.name,
        printCount: 1,
      });
      const pages = pdfPageTexts(await drawDocument(model));
      expect(pages).toHaveLength(2);
      // The copy's name stands in the margin, letter under letter.
      const [first, second] = pages.map((page) => page.replace(/\s/g, ""));
      expect(first).toContain("第一联随货");
      expect(second).toContain("第二联留存");
      for (const page of pages) {
        expect(page).toContain(docNo ?? "");
        expect(page).toContain(contract.contractNo ?? "");
        expect(page).not.toMatch(/7,?777|单价|金额/);
      }
    }));

  it("void before it ships: the number stays, the slip waits for another list", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await anIssuedSlip(team);
      const id = await aBoxedList(team, slipId);
      const { docNo } = await seenPacking(id);
      await voidPacking(team.clerk, { ...(await packingRef(id)), reason: "箱子压坏" }, aKey());
      expect(await seenPacking(id)).toMatchObject({ status: "VOIDED", docNo });
      expect((await seenSlip(slipId)).status).toBe("ISSUED");
      expect([await openItems(id), await openItems(slipId)]).toEqual([[], ["slip.pack"]]);
      const again = await aBoxedList(team, slipId);
      expect((await seenPacking(again)).docNo).not.toBe(docNo);
    }));

  it("is shown to salespeople for their own customers only, and to nobody by a wrong id", () =>
    today(async () => {
      const team = await aShippingTeam();
      const id = await aPackingDraft(team, await anIssuedSlip(team));
      const seller = await anActor("SALESPERSON");
      expect(await findPackingDetail(seller, id)).toBeNull();
      expect(await findPackingDetail(team.finance, id)).toBeNull();
      expect(await findPackingDetail(team.clerk, "no-id")).toBeNull();
      const { customerId } = await seenPacking(id);
      await db.customer.update({ where: { id: customerId }, data: { ownerId: seller.id } });
      expect(await findPackingDetail(seller, id)).toMatchObject({ id, mayWrite: false });
    }));
});
