import { describe, expect, it } from "vitest";
import { emptyListState } from "@/lib/core/list-state";
import { listAllocationTargets } from "@/lib/receivables/queries";
import { db } from "@/lib/server/db";
import { cancelNotice } from "@/lib/shipping/cancel-notice";
import { lowerNotice, tryNoticeAgain } from "@/lib/shipping/lower-notice";
import { listNotices } from "@/lib/shipping/notice-list";
import { createCustomer } from "@/tests/factories/customers";
import { aKey } from "@/tests/factories/people";
import {
  aDraftNotice,
  aPostedSlip,
  aShippableContract,
  aShippingTeam,
  contractNow,
  noticeRef,
  openItems,
  payForContract,
  type ShippingTeam,
  seenNotice,
  tryToIssue,
} from "@/tests/factories/shipping";
import { balanceOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

/** A new customer's prepaid contract of 10,000.00: 600001 pieces of a cent and 3999.99 of others. */
async function prepaidContract(team: ShippingTeam) {
  const { id: customerId } = await createCustomer();
  return aShippableContract(team, {
    customerId,
    order: { paymentTerm: "PREPAID", formReason: "老客户介绍", verbalReason: "OTHER" },
    lines: [
      { quantity: "60", price: "100" },
      { quantity: "100", price: "0.01" },
      { quantity: "39", price: "102.5384" },
    ],
  });
}

describe("prepaid contracts (gate G1)", () => {
  it("[R1.3.1-P1][R1.3.1-b] issues for 6,000.00 with 6,000.00 confirmed, and lets 6,000.01 wait without any way round", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await prepaidContract(team);
      await payForContract(team, contract, "6000");
      const tooMuch = await aDraftNotice(team, contract, ["60", "1", "0"]);
      const shown = async () =>
        (await listNotices(team.clerk, { ...emptyListState, q: contract.contractNo ?? "" }))
          .rows[0];
      expect(await shown(), "nobody has asked yet").toMatchObject({ fundsStatus: "AT_ISSUE" });
      expect(await tryToIssue(team, tooMuch)).toMatchObject({
        outcome: "AWAITING_FUNDS",
        failing: ["G1_FUNDS"],
      });
      expect(await shown()).toMatchObject({ fundsStatus: "WAITING" });
      const waiting = await seenNotice(tooMuch);
      expect(waiting).toMatchObject({
        status: "AWAITING_FUNDS",
        fundsStatus: "WAITING",
        issuedAt: null,
      });
      expect(waiting.docNo).toMatch(/^FH2026-/);
      expect(waiting.blockedDetails).toEqual([
        { gate: "G1_FUNDS", confirmed: "6000.00", required: "6000.01", missing: "0.01" },
      ]);
      expect(await openItems(tooMuch)).toEqual(["notice.awaiting_funds"]);
      // Finance is told at the receipt which contract the money must be stated for.
      expect((await listAllocationTargets(contract.customerId)).waiting).toMatchObject([
        { docNo: waiting.docNo, contractId: contract.id, amount: "6000.01", missing: "0.01" },
      ]);
      expect((await balanceOf(waiting.lines[0]?.productId ?? "")).reserved).toBe("0");
    }));

  it("[R1.3.1-P1] counts issued notices before anything has left: a second one of 0.01 waits", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await prepaidContract(team);
      await payForContract(team, contract, "6000");
      const first = await aDraftNotice(team, contract, ["60", "0", "0"]);
      expect((await tryToIssue(team, first)).outcome).toBe("ISSUED");
      expect(await seenNotice(first)).toMatchObject({ fundsStatus: "CONFIRMED" });
      const second = await aDraftNotice(team, contract, ["0", "1", "0"]);
      expect((await tryToIssue(team, second)).outcome).toBe("AWAITING_FUNDS");
      expect((await contractNow(contract.id)).openPapers).toBe(1);
    }));

  it("[R1.3.1-P1] waiting notices hold the quantity but no money", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await prepaidContract(team);
      await payForContract(team, contract, "100");
      const large = await aDraftNotice(team, contract, ["59", "0", "0"]);
      expect((await tryToIssue(team, large)).outcome).toBe("AWAITING_FUNDS");
      const small = await aDraftNotice(team, await contractNow(contract.id), ["1", "0", "0"]);
      expect((await tryToIssue(team, small)).outcome).toBe("ISSUED");
      await expect(
        aDraftNotice(team, await contractNow(contract.id), ["1", "0", "0"]),
      ).rejects.toMatchObject({
        issues: [{ code: "shipping.over_contract_quantity" }],
      });
    }));

  it("[R1.3.1-P1] tries waiting notices in number order when money is confirmed, each on its own", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await prepaidContract(team);
      const ids: string[] = [];
      for (const pieces of ["20", "30", "5"]) {
        const id = await aDraftNotice(team, contract, [pieces, "0", "0"]);
        await tryToIssue(team, id);
        ids.push(id);
      }
      await payForContract(team, contract, "2600");
      const statuses = await Promise.all(ids.map(async (id) => (await seenNotice(id)).status));
      expect(statuses).toEqual(["ISSUED", "AWAITING_FUNDS", "ISSUED"]);
      expect(await openItems(ids[0] ?? "")).toEqual(["notice.make_slip"]);
      await payForContract(team, contract, "2900");
      expect((await seenNotice(ids[1] ?? "")).status).toBe("ISSUED");
    }));

  it("[R1.3.1-P1] tries all gates when money comes: no goods, no issue, and the new reason is kept", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await prepaidContract(team);
      const productId = contract.lines[0]?.productId ?? "";
      const noticeId = await aDraftNotice(team, contract, ["10", "0", "0"]);
      await tryToIssue(team, noticeId);
      await db.stockBalance.updateMany({ where: { productId }, data: { reserved: 55 } });
      await payForContract(team, contract, "5000");
      expect(await seenNotice(noticeId)).toMatchObject({
        status: "AWAITING_FUNDS",
        blockedBy: "G4_GOODS",
      });
      await db.stockBalance.updateMany({ where: { productId }, data: { reserved: 0 } });
      expect((await tryNoticeAgain(team.clerk, await noticeRef(noticeId), aKey())).outcome).toBe(
        "ISSUED",
      );
    }));

  it("[R1.3.1-P1] lets the clerk lower a waiting notice to what is paid, never raise it", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await prepaidContract(team);
      await payForContract(team, contract, "2500");
      const noticeId = await aDraftNotice(team, contract, ["60", "0", "0"]);
      await tryToIssue(team, noticeId);
      const [line] = contract.lines;
      const lower = async (pieces: string) =>
        lowerNotice(
          team.clerk,
          { ...(await noticeRef(noticeId)), quantities: { [line?.id ?? ""]: pieces }, charges: {} },
          aKey(),
        );
      await expect(lower("61")).rejects.toMatchObject({ code: "shipping.notice_not_lowered" });
      expect(await lower("26")).toMatchObject({ outcome: "AWAITING_FUNDS" });
      expect(await lower("25")).toMatchObject({ outcome: "ISSUED" });
      const now = await contractNow(contract.id);
      expect(now.lines[0]?.noticedQty.toFixed(0)).toBe("25");
      expect((await seenNotice(noticeId)).totalAmount.toFixed(2)).toBe("2500.00");
    }));

  it("[R1.3.1-P1] a cancelled notice frees its money for the next in line", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await prepaidContract(team);
      await payForContract(team, contract, "3000");
      const first = await aDraftNotice(team, contract, ["30", "0", "0"]);
      await tryToIssue(team, first);
      const second = await aDraftNotice(team, contract, ["25", "0", "0"]);
      await tryToIssue(team, second);
      expect((await seenNotice(second)).status).toBe("AWAITING_FUNDS");
      await cancelNotice(
        team.clerk,
        { ...(await noticeRef(first)), comment: "改发另一批" },
        aKey(),
      );
      expect((await seenNotice(second)).status).toBe("ISSUED");
    }));

  it("[R1.3.1-P1] asks only for the share due before delivery where the plan has instalments after it", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id: customerId } = await createCustomer({
        mode: "MONTHLY",
        limit: "15000",
        cooperationStart: "2024-10-01",
      });
      const contract = await aShippableContract(team, {
        customerId,
        order: {
          paymentTerm: "PREPAID",
          formReason: "金额小",
          verbalReason: "OTHER",
          instalments: [
            { kind: "PREPAYMENT", name: "预付款", percent: "30", dueDays: null },
            { kind: "AFTER_DELIVERY", name: "余款", percent: "70", dueDays: 20 },
          ],
        },
      });
      await payForContract(team, contract, "299.99");
      const noticeId = await aDraftNotice(team, contract);
      expect((await tryToIssue(team, noticeId)).outcome).toBe("AWAITING_FUNDS");
      await payForContract(team, contract, "0.01");
      expect((await seenNotice(noticeId)).status).toBe("ISSUED");
      const slipId = await aPostedSlip(team, noticeId);
      expect(await db.outboundSlip.findUniqueOrThrow({ where: { id: slipId } })).toMatchObject({
        isCreditSlip: true,
      });
      const debt = await db.receivable.findUniqueOrThrow({ where: { sourceId: slipId } });
      expect([
        debt.amount.toFixed(2),
        debt.settledAmount.toFixed(2),
        debt.dueOn.toISOString().slice(0, 10),
      ]).toEqual(["1000.00", "300.00", "2026-12-13"]);
    }));
});
