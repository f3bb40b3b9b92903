import { describe, expect, it } from "vitest";
import { deleteDraft } from "@/lib/contracts/delete-draft";
import { endHold, holdForDraft } from "@/lib/contracts/hold-stock";
import { resplitContract } from "@/lib/contracts/resplit";
import { submitContract } from "@/lib/contracts/submit-contract";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { freeToPromise } from "@/lib/stock/stock-figures";
import { holdsOf } from "@/lib/stock/stock-hold";
import { createContract, ref } from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";
import { aMixedContract, anIssuedPreparation, aPreparedOrder } from "@/tests/factories/preparation";
import {
  aShippableContract,
  aShippingTeam,
  contractNow,
  openItems,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

/** The form with one line's split typed. */
async function typed(contractId: string, fromStock: string, toProduce: string) {
  const { lines } = await contractNow(contractId);
  return { ...(await ref(contractId)), splits: { [lines[0]?.id ?? ""]: { fromStock, toProduce } } };
}

async function splitOf(contractId: string) {
  const { contractClass, lines } = await contractNow(contractId);
  const [line] = lines;
  return [contractClass, line?.supplyType, line?.qtyFromStock, line?.qtyToProduce].map(String);
}

describe("splitting a running contract again", () => {
  it("[R1.1.3-P] moves a shortage to production; the class follows, the register keeps the original", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      expect(await splitOf(contract.id)).toEqual(["A", "STOCK", "10", "0"]);
      const answer = await resplitContract(team.clerk, await typed(contract.id, "6", "4"), aKey());
      expect(answer.contractClass).toBe("B");
      expect(await splitOf(contract.id)).toEqual(["B", "PRODUCE", "6", "4"]);
      expect((await contractNow(contract.id)).register?.originalClass).toBe("A");
      const productId = contract.lines[0]?.productId ?? "";
      expect((await freeToPromise(db, [productId])).get(productId)?.toString()).toBe("4");
      const event = await db.auditEvent.findFirst({
        where: { subjectId: contract.id, type: "contract.resplit" },
      });
      expect(event?.details).toMatchObject({ before: "A", after: "B", lines: ["1: 10/0 → 6/4"] });
    }));

  it("[R1.1.3-P] refuses a split that does not add up, and changes nothing", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      for (const [stock, produce] of [
        ["6", "5"],
        ["6", "3"],
      ] as const) {
        await expect(
          resplitContract(team.clerk, await typed(contract.id, stock, produce), aKey()),
        ).rejects.toMatchObject({
          code: "contracts.split_not_whole",
          details: { fromStock: stock, toProduce: produce, quantity: "10" },
        });
      }
      expect(await splitOf(contract.id)).toEqual(["A", "STOCK", "10", "0"]);
    }));

  it("[R1.1.3-P] never goes below what a preparation order has bound", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      await anIssuedPreparation(team, contract);
      await expect(
        resplitContract(team.clerk, await typed(contract.id, "39", "61"), aKey()),
      ).rejects.toMatchObject({ code: "contracts.split_below_stock", details: { floor: "40" } });
    }));

  it("refuses more from stock than can be promised, and a new product from stock", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      await expect(
        resplitContract(team.clerk, await typed(contract.id, "45", "55"), aKey()),
      ).rejects.toMatchObject({
        code: "contracts.split_over_available",
        details: { wanted: "5", available: "0" },
      });
    }));

  it("[R1.1.3-P] ends the clerk's work item after a shortage", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      await aPreparedOrder(team, contract, ["30"], "锈蚀");
      expect(await openItems(contract.id)).toContain("contract.resplit");
      await resplitContract(team.clerk, await typed(contract.id, "30", "70"), aKey());
      expect(await openItems(contract.id)).not.toContain("contract.resplit");
      expect(await splitOf(contract.id)).toEqual(["B", "PRODUCE", "30", "70"]);
    }));

  it("lets exactly one of two clerks who split the same line win", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const second = await anActor("CLERK");
      const inputs = await Promise.all(
        ["1", "2", "3", "4", "5", "6"].map((produce) =>
          typed(contract.id, String(10 - Number.parseInt(produce, 10)), produce),
        ),
      );
      const tries = await Promise.allSettled(
        inputs.map((input, i) => resplitContract(i % 2 ? second : team.clerk, input, aKey())),
      );
      expect(tries.filter(({ status }) => status === "fulfilled").length).toBe(1);
      const codes = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
      expect(new Set(codes)).toEqual(new Set(["common.changed_meanwhile"]));
    }));

  it("[R1.1.4-c] is the clerk's, and for running contracts only", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const input = await typed(contract.id, "6", "4");
      for (const role of ["SECTION_CHIEF", "WAREHOUSE_KEEPER", "PRODUCTION"] as const) {
        await expect(resplitContract(await anActor(role), input, aKey())).rejects.toMatchObject({
          code: "common.forbidden",
        });
      }
      const draft = await createContract({ ...team });
      await expect(
        resplitContract(team.clerk, await typed(draft.id, "6", "4"), aKey()),
      ).rejects.toMatchObject({ code: "contracts.resplit_not_running" });
    }));
});

describe("holding stock softly for a draft", () => {
  it("[R1.1.2-a] is seen by others for three days, binds nothing and ends by itself", async () => {
    const { clerk, draft, productId } = await today(async () => {
      const { clerk, ...team } = await aShippingTeam();
      const draft = await createContract({ clerk, ...team });
      const productId = draft.lines[0]?.productId ?? "";
      const { until } = await holdForDraft(clerk, { contractId: draft.id }, aKey());
      expect(until).toBe("2026-11-26");
      return { clerk, draft, productId };
    });
    const seen = (day: string) => at(day, () => holdsOf([productId], newId()));
    expect((await seen("2026-11-26"))[productId]).toEqual([
      { contractId: draft.id, quantity: "10", by: clerk.name, until: "2026-11-26", own: false },
    ]);
    expect((await seen("2026-11-27"))[productId]).toBeUndefined();
    expect((await freeToPromise(db, [productId])).get(productId)?.toString()).toBe("1000");
    await today(() => endHold(clerk, { contractId: draft.id }, aKey()));
    expect((await seen("2026-11-23"))[productId]).toBeUndefined();
  });

  it("ends with submission and deletion, and is the drafter's alone", () =>
    today(async () => {
      const team = await aShippingTeam();
      const held = async () => {
        const draft = await createContract({ ...team });
        await holdForDraft(team.clerk, { contractId: draft.id }, aKey());
        return draft.id;
      };
      const [submitted, deleted] = [await held(), await held()];
      await expect(
        holdForDraft(await anActor("CLERK"), { contractId: submitted }, aKey()),
      ).rejects.toMatchObject({ code: "contracts.own_draft" });
      await submitContract(team.clerk, await ref(submitted), aKey());
      await deleteDraft(team.clerk, await ref(deleted), aKey());
      expect(
        await db.stockHold.count({ where: { contractId: { in: [submitted, deleted] } } }),
      ).toBe(0);
      await expect(
        holdForDraft(team.clerk, { contractId: submitted }, aKey()),
      ).rejects.toMatchObject({ code: "contracts.only_drafts_edited" });
    }));
});
