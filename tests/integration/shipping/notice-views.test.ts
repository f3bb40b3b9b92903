import { describe, expect, it } from "vitest";
import { decideRequest } from "@/lib/contracts/decide-request";
import { requestEnd } from "@/lib/contracts/request-end";
import { emptyListState } from "@/lib/core/list-state";
import { db } from "@/lib/server/db";
import { cancelNoticesOf } from "@/lib/shipping/cancel-notice";
import { listDue, readyContracts } from "@/lib/shipping/due-list";
import { newNoticeForm } from "@/lib/shipping/notice-form-query";
import { listNotices } from "@/lib/shipping/notice-list";
import { findNoticeDetail } from "@/lib/shipping/notice-queries";
import { listSlips } from "@/lib/shipping/slip-list";
import { findSlipDetail } from "@/lib/shipping/slip-queries";
import { monthlyCustomer, ref } from "@/tests/factories/contracts";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import {
  aDraftNotice,
  anApprovedSlip,
  anIssuedNotice,
  aShippableContract,
  aShippingTeam,
  contractNow,
  openItems,
  payForContract,
  seenNotice,
  seenSlip,
  tryToIssue,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";
import { countQueries } from "@/tests/support/query-counter";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const dueOn = (deliveryOn: string) => ({ quantity: "1", price: "10", changes: { deliveryOn } });

describe("what is due to ship", () => {
  it("[R1.2.1-a] lists overdue lines, those of today and of the next three days, in the contract's order of dates", () =>
    today(async () => {
      const team = await aShippingTeam();
      const dates = ["2026-11-20", "2026-11-23", "2026-11-26", "2026-11-27"];
      const contract = await at("2026-11-18", () =>
        aShippableContract(team, { lines: dates.map(dueOn) }),
      );
      const mine = async (filters = {}) => {
        const { rows } = await listDue(team.clerk, { ...emptyListState, size: 200, filters });
        return rows.filter(({ contractId }) => contractId === contract.id).map((row) => row.dueOn);
      };
      expect(await mine()).toEqual(dates.slice(0, 3));
      expect(await mine({ all: ["true"] })).toEqual(dates);
      const late = await aDraftNotice(team, contract, ["1", "0", "0", "0"], {
        lateReason: "客户改期",
      });
      expect((await tryToIssue(team, late)).outcome).toBe("ISSUED");
      expect(await mine()).toEqual(dates.slice(1, 3));
    }));

  it("[R1.2.1-a] names the contracts that can go beside the lines, whatever page of these is shown", () =>
    today(async () => {
      const team = await aShippingTeam();
      const first = await at("2026-11-18", () =>
        aShippableContract(team, { lines: [dueOn("2026-11-19"), dueOn("2026-11-20")] }),
      );
      const second = await at("2026-11-18", () =>
        aShippableContract(team, { lines: [dueOn("2026-11-24")] }),
      );
      const { contracts } = await readyContracts(team.clerk, { ...emptyListState, size: 1 });
      const ours = contracts.filter(({ contractId }) => [first.id, second.id].includes(contractId));
      expect(ours).toMatchObject([
        { contractId: first.id, lines: 2, dueOn: "2026-11-19" },
        { contractId: second.id, lines: 1, dueOn: "2026-11-24" },
      ]);
    }));

  it("[R1.2.1-a][R1.1.3-B3] says what stands in the way", () =>
    today(async () => {
      const team = await aShippingTeam();
      const situation = async (contractId: string) => {
        const { rows } = await listDue(team.clerk, {
          ...emptyListState,
          size: 200,
          filters: { all: ["true"] },
        });
        return rows.filter((row) => row.contractId === contractId).map((row) => row.situation);
      };
      const ready = await aShippableContract(team);
      expect(await situation(ready.id)).toEqual(["SHIP"]);
      const unregistered = await aShippableContract(team, { status: "EFFECTIVE" });
      expect(await situation(unregistered.id)).toEqual(["NOT_REGISTERED"]);
      const toMake = await aShippableContract(team, {
        lines: [{ quantity: "5", price: "10", stock: "0" }],
      });
      expect(await situation(toMake.id)).toEqual(["TO_PRODUCE"]);
      const productId = ready.lines[0]?.productId ?? "";
      await db.stockBalance.updateMany({ where: { productId }, data: { reserved: 1 } });
      expect(await situation(ready.id)).toEqual(["SHORT"]);
    }));
});

describe("who sees what", () => {
  it("a salesperson sees papers of own customers only, in lists and by address", () =>
    today(async () => {
      const team = await aShippingTeam();
      const [owner, stranger] = [await anActor("SALESPERSON"), await anActor("SALESPERSON")];
      const { id: customerId } = await monthlyCustomer({ ownerId: owner.id });
      const noticeId = await anIssuedNotice(team, await aShippableContract(team, { customerId }));
      const slipId = await anApprovedSlip(team, noticeId);
      expect(await findNoticeDetail(owner, noticeId)).not.toBeNull();
      expect(await findSlipDetail(owner, slipId)).not.toBeNull();
      expect((await listNotices(owner, emptyListState)).rows).toHaveLength(1);
      expect((await listSlips(owner, emptyListState)).rows).toHaveLength(1);
      expect(await findNoticeDetail(stranger, noticeId)).toBeNull();
      expect(await findSlipDetail(stranger, slipId)).toBeNull();
      for (const list of [listNotices, listSlips, listDue]) {
        expect((await list(stranger, emptyListState)).rows).toEqual([]);
      }
    }));

  it("[R1.2.2-c] the keeper gets no price, no debt and no money figure, unless the setting opens them (Q39)", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        charges: [{ lineKind: "FREIGHT", amount: "87.65" }],
      });
      const noticeId = await anIssuedNotice(team, contract);
      const slipId = await anApprovedSlip(team, noticeId);
      const [notice, slip] = [
        await findNoticeDetail(team.keeper, noticeId),
        await findSlipDetail(team.keeper, slipId),
      ];
      const { rows } = await listSlips(team.keeper, emptyListState);
      for (const shown of [notice, slip, rows])
        expect(JSON.stringify(shown)).not.toMatch(/1087\.65|100\.00|87\.65/);
      expect(slip).toMatchObject({ totalAmount: null, credit: null, commands: ["issue"] });
      const opened = { ...team.keeper, keeperSeesPrices: true };
      expect(await findSlipDetail(opened, slipId)).toMatchObject({ totalAmount: "1087.65" });
      for (const list of [listSlips, listNotices])
        expect(JSON.stringify((await list(opened, emptyListState)).rows)).toContain("1087.65");
    }));

  it("only the duty holder gets the form of a new notice, prefilled from the contract (R1.2.1-c)", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        charges: [{ lineKind: "FREIGHT", amount: "50" }],
      });
      expect(await newNoticeForm(team.chief, contract.id)).toBeNull();
      expect(await newNoticeForm(team.clerk, "not-an-id")).toBeNull();
      const form = await newNoticeForm(team.clerk, contract.id);
      const [goods, freight] = contract.lines;
      expect(form?.values).toMatchObject({
        requiredShipOn: "2026-12-01",
        deliveryMethod: "EXPRESS",
        quantities: { [goods?.id ?? ""]: "10" },
        charges: { [freight?.id ?? ""]: "50.00" },
      });
    }));

  it("a notice and a slip are found by their own number, the contract's, and a customer whose initials begin like one", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id: customerId } = await monthlyCustomer({ name: "林根精密机械厂" });
      const contract = await aShippableContract(team, { customerId });
      const noticeId = await anIssuedNotice(team, contract);
      const slipId = await anApprovedSlip(team, noticeId);
      const [notice, slip] = [await seenNotice(noticeId), await seenSlip(slipId)];
      const contractNo = notice.contractNo;
      const found = async (list: typeof listNotices, q: string) =>
        (await list(team.clerk, { ...emptyListState, q })).rows.map(({ id }) => id);
      for (const q of [notice.docNo ?? "", contractNo.toLowerCase(), "lgjm"])
        expect(await found(listNotices, q), q).toEqual([noticeId]);
      for (const q of [slip.docNo ?? "", contractNo, "lgjm"])
        expect(await found(listSlips, q), q).toEqual([slipId]);
    }));

  it("a page of notices or slips costs one query", () =>
    today(async () => {
      const team = await aShippingTeam();
      await anApprovedSlip(team, await anIssuedNotice(team, await aShippableContract(team)));
      expect(
        (await countQueries(() => listNotices(team.clerk, emptyListState))).queries,
      ).toHaveLength(1);
      expect(
        (await countQueries(() => listSlips(team.clerk, emptyListState))).queries,
      ).toHaveLength(1);
    }));
});

describe("voiding a contract", () => {
  const hooks = { cancelPapers: cancelNoticesOf };

  it("cancels its drafts and waiting notices, and is refused while one is issued (rules 5.1)", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id: customerId } = await createCustomer();
      const contract = await aShippableContract(team, {
        customerId,
        lines: [{ quantity: "10", price: "100" }],
        order: { paymentTerm: "PREPAID", formReason: "小额" },
      });
      const waiting = await aDraftNotice(team, contract, ["4"]);
      await tryToIssue(team, waiting);
      const draft = await aDraftNotice(team, await contractNow(contract.id), ["2"]);
      const input = { ...(await ref(contract.id)), kind: "VOID" as const, reason: "客户撤单" };
      await requestEnd(team.clerk, input as never, aKey());
      const request = await db.contractRequest.findFirstOrThrow({
        where: { contractId: contract.id },
      });
      const decision = {
        requestId: request.id,
        rowVersion: 1,
        decision: "AGREE" as const,
        comment: "同意",
      };
      await decideRequest(team.director, decision, aKey(), hooks);
      for (const id of [waiting, draft]) {
        expect((await seenNotice(id)).status).toBe("CANCELLED");
        expect(await openItems(id)).toEqual([]);
      }
      expect((await contractNow(contract.id)).lines[0]?.noticedQty.toFixed(0)).toBe("0");

      const other = await aShippableContract(team, {
        customerId,
        order: { paymentTerm: "PREPAID", formReason: "小额" },
      });
      await payForContract(team, other, "1000");
      await anIssuedNotice(team, other);
      await expect(
        requestEnd(
          team.clerk,
          { ...(await ref(other.id)), kind: "VOID", reason: "客户撤单" } as never,
          aKey(),
        ),
      ).rejects.toMatchObject({ code: expect.stringMatching(/^contracts\./) });
    }));
});
