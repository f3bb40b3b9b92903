import { describe, expect, it } from "vitest";
import { reverseReceipt } from "@/lib/receivables/reverse-receipt";
import { db } from "@/lib/server/db";
import { issueSlip } from "@/lib/shipping/issue-slip";
import { monthlyCustomer } from "@/tests/factories/contracts";
import { createDebt } from "@/tests/factories/credit";
import { createCustomer } from "@/tests/factories/customers";
import { aKey } from "@/tests/factories/people";
import {
  aDraftNotice,
  anApprovedSlip,
  anIssuedNotice,
  aPostedSlip,
  aShippableContract,
  aShippingTeam,
  aSubmittedSlip,
  contractNow,
  issueValues,
  letGo,
  openItems,
  payForContract,
  post,
  seenNotice,
  seenSlip,
  tryToIssue,
} from "@/tests/factories/shipping";
import { balanceOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

describe("issuing the goods", () => {
  it("[R1.2.2-c] moves stock, receivable, contract and notice in one act of the keeper", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const noticeId = await anIssuedNotice(team, contract);
      const slipId = await anApprovedSlip(team, noticeId);

      expect(await post(team, slipId)).toEqual({ slipId, outcome: "ISSUED", violations: [] });

      const slip = await seenSlip(slipId);
      expect(slip).toMatchObject({ status: "ISSUED", issuedByName: team.keeper.name });
      expect(slip.lines[0]).toMatchObject({ binCode: "A-01" });
      expect(slip.lines[0]?.issuedQty?.toFixed(0)).toBe("10");
      expect(await balanceOf(slip.lines[0]?.productId ?? "")).toEqual({
        onHand: "0",
        reserved: "0",
      });
      const debt = await db.receivable.findUniqueOrThrow({ where: { sourceId: slipId } });
      expect([debt.amount.toFixed(2), debt.dueOn.toISOString().slice(0, 10)]).toEqual([
        "1000.00",
        "2026-12-31",
      ]);
      expect(await db.ledgerEntry.count({ where: { sourceId: slipId, kind: "DELIVERY" } })).toBe(1);
      expect((await seenNotice(noticeId)).status).toBe("CLOSED");
      const now = await contractNow(contract.id);
      expect(now.lines[0]?.deliveredQty.toFixed(0)).toBe("10");
      expect([now.openPapers, now.register?.shippedAmount.toFixed(2)]).toEqual([0, "1000.00"]);
      expect(await db.creditCommitment.count({ where: { slipId } })).toBe(0);
      expect(await openItems(slipId)).toEqual(["slip.pack"]);
      expect(
        await db.signature.findFirst({ where: { subjectId: slipId, step: "ISSUED" } }),
      ).toMatchObject({
        signedByName: team.keeper.name,
      });
    }));

  it("[R1.2.2-b][R1.2.2-c] nobody but the keeper posts, and nothing before the head has signed", () =>
    today(async () => {
      const team = await aShippingTeam();
      const noticeId = await anIssuedNotice(team, await aShippableContract(team));
      const slipId = await aSubmittedSlip(team, noticeId);
      await expect(post(team, slipId)).rejects.toMatchObject({
        code: "shipping.slip_wrong_status",
      });
      const approved = await anApprovedSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      for (const stranger of [team.clerk, team.chief, team.director, team.finance]) {
        await expect(
          issueSlip(stranger, await issueValues(approved), aKey()),
        ).rejects.toMatchObject({
          code: "common.forbidden",
        });
      }
      expect((await seenSlip(approved)).status).toBe("APPROVED");
    }));

  it("[R1.2.2-c] a short issue needs a reason; the rest goes back to the notice and takes another slip", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const noticeId = await anIssuedNotice(team, contract);
      const slipId = await anApprovedSlip(team, noticeId);
      await expect(post(team, slipId, ["7"])).rejects.toMatchObject({
        code: "shipping.short_reason_required",
      });
      await expect(post(team, slipId, ["11"])).rejects.toMatchObject({
        code: "shipping.over_requested_quantity",
      });
      await expect(post(team, slipId, ["0"], "没有货")).rejects.toMatchObject({
        code: "shipping.nothing_issued",
      });
      await post(team, slipId, ["7"], "三支有磕碰");
      const slip = await seenSlip(slipId);
      expect([slip.totalAmount.toFixed(2), slip.shortReason]).toEqual(["700.00", "三支有磕碰"]);
      expect(await seenNotice(noticeId)).toMatchObject({ status: "ACKNOWLEDGED" });
      expect(await openItems(noticeId)).toEqual(["notice.make_slip"]);
      expect(await balanceOf(slip.lines[0]?.productId ?? "")).toEqual({
        onHand: "3",
        reserved: "3",
      });
      await aPostedSlip(team, noticeId);
      expect((await seenNotice(noticeId)).status).toBe("CLOSED");
      const now = await contractNow(contract.id);
      expect([
        now.lines[0]?.deliveredQty.toFixed(0),
        now.lines[0]?.deliveredAmount.toFixed(2),
      ]).toEqual(["10", "1000.00"]);
    }));

  it("adds up over single shipments: 3 × 0.3333 is 0.33, 0.34, 0.33", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "3", price: "0.3333" }],
      });
      const amounts: string[] = [];
      for (let piece = 0; piece < 3; piece += 1) {
        const slipId = await aPostedSlip(
          team,
          await anIssuedNotice(team, await contractNow(contract.id), ["1"]),
        );
        amounts.push((await seenSlip(slipId)).totalAmount.toFixed(2));
      }
      expect(amounts).toEqual(["0.33", "0.34", "0.33"]);
      expect((await contractNow(contract.id)).lines[0]?.deliveredAmount.toFixed(2)).toBe("1.00");
    }));

  it("sends freight with the first shipment and the discount pro rata, the remainder with the last", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "3", price: "100" }],
        charges: [
          { lineKind: "FREIGHT", amount: "50" },
          { lineKind: "DISCOUNT", amount: "-10" },
        ],
      });
      const first = await aPostedSlip(team, await anIssuedNotice(team, contract, ["1"]));
      const rest = await anIssuedNotice(team, await contractNow(contract.id), ["2"]);
      const second = await aPostedSlip(team, rest, ["1"]);
      const third = await aPostedSlip(team, rest);
      const totals = await Promise.all(
        [first, second, third].map(async (id) => (await seenSlip(id)).totalAmount.toFixed(2)),
      );
      expect(totals).toEqual(["146.67", "96.66", "96.67"]);
      const now = await contractNow(contract.id);
      expect(now.lines.map((line) => line.deliveredAmount.toFixed(2))).toEqual([
        "300.00",
        "50.00",
        "-10.00",
      ]);
      expect(await db.ledgerEntry.count({ where: { sourceId: first, kind: "CHARGE" } })).toBe(1);
    }));

  it("asks for the charges that are left with the last goods", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        charges: [{ lineKind: "FREIGHT", amount: "50" }],
      });
      const freight = contract.lines[1]?.id ?? "";
      await expect(
        aDraftNotice(team, contract, undefined, { charges: { [freight]: "20" } }),
      ).rejects.toMatchObject({
        issues: [{ code: "shipping.charge_left_over", details: { available: "50.00" } }],
      });
      const part = await aDraftNotice(team, contract, ["4"], { charges: { [freight]: "20" } });
      expect((await tryToIssue(team, part)).outcome).toBe("ISSUED");
    }));

  it("gives the same answer to a repeated key and posts once", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await anApprovedSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      const [values, key] = [await issueValues(slipId), aKey()];
      const first = await issueSlip(team.keeper, values, key);
      expect(await issueSlip(team.keeper, values, key)).toEqual(first);
      await expect(
        issueSlip(team.keeper, { ...values, shortReason: "别的" }, key),
      ).rejects.toMatchObject({
        code: "common.key_reused",
      });
      await expect(issueSlip(team.keeper, values, aKey())).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
      expect(await db.receivable.count({ where: { sourceId: slipId } })).toBe(1);
    }));
});

describe("checks at posting", () => {
  it("[R1.3.1-e] no violation, 3,000.00 at signing and 4,000.00 at posting: posted", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await monthlyCustomer();
      const contract = await aShippableContract(team, {
        customerId: id,
        lines: [{ quantity: "1", price: "3000" }],
      });
      const slipId = await anApprovedSlip(team, await anIssuedNotice(team, contract));
      await createDebt(id, { amount: "1000.00" });
      expect((await post(team, slipId)).outcome).toBe("ISSUED");
    }));

  it("[R1.3.1-e] V3 approved at 16,000.00 and 16,000.01 at posting: back to the director, the head's signature stays", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await monthlyCustomer();
      await createDebt(id, { amount: "12000.00" });
      const contract = await aShippableContract(team, {
        customerId: id,
        lines: [{ quantity: "1", price: "4000" }],
      });
      const slipId = await anApprovedSlip(team, await anIssuedNotice(team, contract));
      expect((await seenSlip(slipId)).approvedExposure?.toFixed(2)).toBe("16000.00");
      await createDebt(id, { amount: "0.01" });

      expect(await post(team, slipId)).toMatchObject({
        outcome: "RETURNED_TO_DIRECTOR",
        violations: ["V3_LIMIT"],
      });

      expect(await seenSlip(slipId)).toMatchObject({
        status: "PENDING_DIRECTOR",
        deptHeadById: team.chief.id,
        issuedAt: null,
      });
      expect(await openItems(slipId)).toEqual(["slip.sign_director"]);
      expect(
        await db.signature.count({
          where: { subjectId: slipId, step: "DEPT_HEAD", voidedAt: null },
        }),
      ).toBe(1);
      expect(await db.creditCommitment.count({ where: { slipId } })).toBe(0);
      expect(await db.receivable.count({ where: { sourceId: slipId } })).toBe(0);
      await letGo(team, slipId);
      expect((await post(team, slipId)).outcome).toBe("ISSUED");
    }));

  it("[R1.3.1-e] an approved violation stays approved while the exposure does not grow; a new one does not pass", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await monthlyCustomer();
      const debt = await createDebt(id, { amount: "12000.00", dueOn: "2026-12-31" });
      const contract = await aShippableContract(team, {
        customerId: id,
        lines: [{ quantity: "1", price: "4000" }],
      });
      const slipId = await anApprovedSlip(team, await anIssuedNotice(team, contract));
      await db.receivable.update({
        where: { id: debt.id },
        data: { dueOn: new Date("2026-11-01T00:00:00Z") },
      });
      expect(await post(team, slipId)).toMatchObject({
        outcome: "RETURNED_TO_DIRECTOR",
        violations: ["V3_LIMIT", "V4_OVERDUE"],
      });
    }));

  it("[R1.3.1-P1] refuses posting when the money was reversed; the slip stays approved", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id: customerId } = await createCustomer();
      const contract = await aShippableContract(team, {
        customerId,
        order: { paymentTerm: "PREPAID", formReason: "小额" },
      });
      const { receiptId } = await payForContract(team, contract, "1000");
      const slipId = await anApprovedSlip(team, await anIssuedNotice(team, contract));
      expect((await seenSlip(slipId)).isCreditSlip).toBe(false);
      const { rowVersion } = await db.receipt.findUniqueOrThrow({ where: { id: receiptId } });
      await reverseReceipt(
        team.finance,
        { receiptId, rowVersion, comment: "退票" } as never,
        aKey(),
      );
      await expect(post(team, slipId)).rejects.toMatchObject({
        code: "shipping.funds_missing",
        details: { confirmed: "0.00", required: "1000.00", missing: "1000.00" },
      });
      expect((await seenSlip(slipId)).status).toBe("APPROVED");
      await payForContract(team, contract, "1000");
      expect((await post(team, slipId)).outcome).toBe("ISSUED");
      const paid = await db.receivable.findUniqueOrThrow({ where: { sourceId: slipId } });
      expect([paid.settledAmount.toFixed(2), paid.dueOn.toISOString().slice(0, 10)]).toEqual([
        "1000.00",
        "2026-11-23",
      ]);
    }));
});
