import { describe, expect, it } from "vitest";
import { archiveContract, completeContract } from "@/lib/changes/complete-contract";
import { contractEnds } from "@/lib/changes/contract-ends";
import { decideShortClose } from "@/lib/changes/decide-short-close";
import { editRemark } from "@/lib/changes/edit-remark";
import { requestShortClose, withdrawShortClose } from "@/lib/changes/request-short-close";
import { decideRequest, type RequestHooks } from "@/lib/contracts/decide-request";
import { registerList } from "@/lib/contracts/register-list";
import { requestEnd } from "@/lib/contracts/request-end";
import { refreshTaskItem } from "@/lib/contracts/task-item";
import { calendarDate } from "@/lib/core/calendar-date";
import { emptyListState } from "@/lib/core/list-state";
import { cancelPreparationsOf } from "@/lib/preparation/steps";
import { cancelTasksOf } from "@/lib/production/steps";
import { db, transact } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { EVERY_ROW } from "@/lib/server/list-sql";
import { cancelNotice, cancelNoticesOf } from "@/lib/shipping/cancel-notice";
import { decideReversal } from "@/lib/shipping/decide-reversal";
import { openPapersOf } from "@/lib/shipping/open-papers";
import { requestReversal } from "@/lib/shipping/request-reversal";
import { aSubmittedChange } from "@/tests/factories/changes";
import { ref } from "@/tests/factories/contracts";
import { handedOver } from "@/tests/factories/dispatch";
import { aKey, anActor } from "@/tests/factories/people";
import { aContractToProduce, anIssuedTask, aWorkshop } from "@/tests/factories/production";
import {
  aDraftNotice,
  anIssuedNotice,
  aPostedSlip,
  aShippableContract,
  aShippingTeam,
  contractNow,
  noticeRef,
  openItems,
  payForContract,
  type Shippable,
  type ShippingTeam,
  seenNotice,
  slipRef,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const hooks: RequestHooks = {
  cancelPapers: async (tx, actor, contractId, reason) => {
    await cancelNoticesOf(tx, actor, contractId, reason);
    await cancelTasksOf(tx, actor, contractId, reason);
    await cancelPreparationsOf(tx, actor, contractId, reason);
  },
};

async function end(team: ShippingTeam, contractId: string, kind: "VOID" | "TERMINATE") {
  const asked = { ...(await ref(contractId)), kind, reason: "客户倒闭" };
  const { id: requestId } = await requestEnd(team.clerk, asked, aKey());
  const decision = { requestId, rowVersion: 1, decision: "AGREE" as const, comment: "同意" };
  return decideRequest(team.director, decision, aKey(), hooks);
}

const delivered = async (team: ShippingTeam, contract: Shippable, quantities?: string[]) =>
  aPostedSlip(team, await anIssuedNotice(team, contract, quantities));

async function shortClose(
  team: Pick<ShippingTeam, "clerk">,
  contract: Shippable,
  quantity: string,
) {
  const input = {
    ...(await ref(contract.id)),
    reason: "客户不再需要",
    consentNote: "王工来电同意",
    consentOn: calendarDate("2026-11-22"),
    quantities: { [contract.lines[0]?.id ?? ""]: quantity },
  };
  return requestShortClose(team.clerk, input, aKey());
}

async function decide(
  team: Pick<ShippingTeam, "chief">,
  id: string,
  decision: "AGREE" | "REJECT" = "AGREE",
) {
  const { rowVersion } = await db.shortClose.findUniqueOrThrow({ where: { id } });
  const input = { shortCloseId: id, rowVersion, decision, comment: "按客户意见" };
  return decideShortClose(team.chief, input, aKey());
}

describe("terminating a contract", () => {
  it("ends a partly delivered contract: stock and money free, drafts and waiting notices cancelled", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100" }],
      });
      await delivered(team, contract, ["6"]);
      const draft = await aDraftNotice(team, contract, ["4"]);
      await end(team, contract.id, "TERMINATE");
      const now = await contractNow(contract.id);
      expect(now).toMatchObject({ status: "TERMINATED", contractNo: contract.contractNo });
      expect(now.lines[0]?.deliveredQty.toString()).toBe("6");
      const { rows } = await listPage(registerList, {
        actor: team.clerk,
        state: { ...emptyListState, q: contract.contractNo ?? "" },
        scope: EVERY_ROW,
      });
      // The register adds up: shipped, nothing more to ship, the rest closed.
      expect(rows[0]).toMatchObject({
        totalAmount: "1000.00",
        shippedAmount: "600.00",
        unshippedAmount: "0.00",
        closedAmount: "400.00",
      });
      expect((await seenNotice(draft)).status).toBe("CANCELLED");
      expect(await db.stockDemand.count({ where: { contractId: contract.id } })).toBe(0);
      expect(
        await db.stockReservation.count({ where: { contractId: contract.id, status: "ACTIVE" } }),
      ).toBe(0);
      expect(await openItems(contract.id)).toEqual([]);
    }));

  it("[R1.3.1-P1] turns the unused money of a prepaid contract into on-account money", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, { order: { paymentTerm: "PREPAID" } });
      await payForContract(team, contract, "1000");
      await delivered(team, contract, ["4"]);
      await end(team, contract.id, "TERMINATE");
      const [row] = await db.$queryRaw<{ tied: string }[]>`
        select coalesce(sum(amount), 0)::text as tied from contract_funds where contract_id = ${contract.id}::uuid`;
      expect(row?.tied).toBe("400.00");
    }));

  it("is for what was delivered in part, voiding for what was not", () =>
    today(async () => {
      const team = await aShippingTeam();
      const untouched = await aShippableContract(team);
      await expect(end(team, untouched.id, "TERMINATE")).rejects.toMatchObject({
        code: "contracts.something_delivered",
      });
      const begun = await aShippableContract(team);
      await delivered(team, begun, ["1"]);
      await expect(end(team, begun.id, "VOID")).rejects.toMatchObject({
        code: "contracts.nothing_delivered",
      });
    }));

  it("is refused while a notice is issued, which is listed and can be cancelled", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      await delivered(team, contract, ["6"]);
      const notice = await anIssuedNotice(team, await contractNow(contract.id), ["4"]);
      await expect(end(team, contract.id, "TERMINATE")).rejects.toMatchObject({
        code: "contracts.no_open_papers",
      });
      const papers = await openPapersOf(team.clerk, contract.id);
      expect(papers).toMatchObject([{ id: notice, kind: "notice", mayCancel: true }]);
      await cancelNotice(team.clerk, { ...(await noticeRef(notice)), comment: "合同终止" }, aKey());
      await end(team, contract.id, "TERMINATE");
      expect((await contractNow(contract.id)).status).toBe("TERMINATED");
    }));

  it("cancels the open production notice, to be acknowledged, and drops an open change", () =>
    today(async () => {
      const workshop = await aWorkshop();
      const contract = await aContractToProduce(workshop);
      const task = await anIssuedTask(workshop, contract);
      const change = await aSubmittedChange(workshop, contract.id, {
        lines: { 0: { deliveryOn: "2026-12-30" } },
      });
      const team = { ...workshop, finance: workshop.clerk };
      await end(team, contract.id, "VOID");
      expect((await contractNow(contract.id)).status).toBe("VOIDED");
      expect((await db.productionTask.findUniqueOrThrow({ where: { id: task } })).status).toBe(
        "CANCELLED",
      );
      const told = await db.acknowledgement.findMany({ where: { paperId: task } });
      expect(told).toMatchObject([{ holder: "PRODUCTION", acknowledgedAt: null }]);
      const dropped = await db.contractRevision.findUniqueOrThrow({ where: { id: change } });
      expect(dropped.status).toBe("CANCELLED");
    }));
});

describe("a short close (Q29)", () => {
  it("asks for no production notice of what will not be delivered any more", () =>
    today(async () => {
      const team = await aWorkshop();
      const contract = await aContractToProduce(team, [{ quantity: "10", stock: "4" }]);
      await transact((tx) => refreshTaskItem(tx, contract.id));
      expect(await openItems(contract.id)).toContain("production.make_notice");
      await decide(team, (await shortClose(team, contract, "6")).id);
      expect(await openItems(contract.id)).not.toContain("production.make_notice");
    }));

  it("closes a rest with the customer's consent and the chief's signature, and frees its stock", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      await handedOver(team, await delivered(team, contract, ["7"]));
      const { id } = await shortClose(team, contract, "3");
      expect(await openItems(contract.id)).toContain("contract.short_close");
      await decide(team, id);
      const now = await contractNow(contract.id);
      expect(now.lines[0]?.closedQty.toString()).toBe("3");
      expect(await openItems(contract.id)).toEqual(["contract.complete"]);
      const demand = await db.stockDemand.findMany({ where: { contractId: contract.id } });
      expect(demand.every(({ unbound }) => unbound.isZero())).toBe(true);
      const signed = await db.signature.findMany({ where: { subjectId: id } });
      expect(signed).toMatchObject([{ step: "DEPT_HEAD", decision: "AGREE" }]);
      await expect(aDraftNotice(team, now, ["1"])).rejects.toMatchObject({
        code: "common.invalid_input",
      });
    }));

  it("takes no more than the rest that no notice claims, also at the signature", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      await delivered(team, contract, ["7"]);
      await expect(shortClose(team, contract, "4")).rejects.toMatchObject({
        issues: [{ code: "changes.over_rest", details: { rest: "3", unit: "支" } }],
      });
      const { id } = await shortClose(team, contract, "3");
      await anIssuedNotice(team, await contractNow(contract.id), ["2"]);
      await expect(decide(team, id)).rejects.toMatchObject({ code: "changes.over_rest" });
      expect((await contractNow(contract.id)).lines[0]?.closedQty.toString()).toBe("0");
    }));

  it("is one at a time, refused with words or withdrawn", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const { id } = await shortClose(team, contract, "1");
      await expect(shortClose(team, contract, "1")).rejects.toMatchObject({
        code: "changes.short_close_open",
      });
      await decide(team, id, "REJECT");
      const { id: second } = await shortClose(team, contract, "2");
      await withdrawShortClose(team.clerk, { shortCloseId: second, rowVersion: 1 }, aKey());
      expect((await contractNow(contract.id)).lines[0]?.closedQty.toString()).toBe("0");
      expect(await openItems(contract.id)).not.toContain("contract.short_close");
    }));
});

describe("completion and archive", () => {
  it("is proposed when everything has left the house, and confirmed by the registrar", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      await expect(
        completeContract(team.clerk, { ...(await ref(contract.id)), comment: "" }, aKey()),
      ).rejects.toMatchObject({ code: "contracts.all_delivered" });
      const slipId = await delivered(team, contract);
      expect(await openItems(contract.id)).toEqual([]);
      await expect(
        completeContract(team.clerk, { ...(await ref(contract.id)), comment: "" }, aKey()),
      ).rejects.toMatchObject({ code: "contracts.goods_gone" });
      await handedOver(team, slipId);
      expect(await openItems(contract.id)).toEqual(["contract.complete"]);
      const other = await anActor("CLERK");
      await expect(
        completeContract(other, { ...(await ref(contract.id)), comment: "" }, aKey()),
      ).rejects.toMatchObject({ code: "contracts.forbidden" });
      await completeContract(team.clerk, { ...(await ref(contract.id)), comment: "" }, aKey());
      expect(await contractNow(contract.id)).toMatchObject({
        status: "COMPLETED",
        completedByName: team.clerk.name,
      });
      expect(await openItems(contract.id)).toEqual([]);
    }));

  it("[RD1-02] goes to the archive under the next number, used once", () =>
    today(async () => {
      const team = await aShippingTeam();
      const first = await aShippableContract(team);
      await handedOver(team, await delivered(team, first));
      await completeContract(team.clerk, { ...(await ref(first.id)), comment: "" }, aKey());
      const ends = await contractEnds(team.clerk, first.id);
      expect(ends?.proposedArchiveNo).toMatch(/^DA2026-合同-\d{3,}$/);
      const archive = async (contractId: string, archiveNo: string) =>
        archiveContract(
          team.clerk,
          { ...(await ref(contractId)), archiveNo, archivedOn: calendarDate("2026-11-23") },
          aKey(),
        );
      await archive(first.id, ends?.proposedArchiveNo ?? "");
      expect(await contractNow(first.id)).toMatchObject({
        status: "ARCHIVED",
        archiveNo: ends?.proposedArchiveNo,
      });
      const second = await aShippableContract(team);
      await expect(archive(second.id, "X-1")).rejects.toMatchObject({
        code: "contracts.wrong_status",
      });
      await end(team, second.id, "VOID");
      await expect(archive(second.id, ends?.proposedArchiveNo ?? "")).rejects.toMatchObject({
        code: "changes.archive_no_used",
      });
      await archive(second.id, `${ends?.proposedArchiveNo}-作废`);
      expect((await contractNow(second.id)).status).toBe("VOIDED");
    }));
});

describe("what has ended", () => {
  it("is not undone by a red slip", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const slipId = await delivered(team, contract, ["4"]);
      await end(team, contract.id, "TERMINATE");
      const asked = { ...(await slipRef(slipId)), comment: "发错批号" };
      const { reversalId } = await requestReversal(team.keeper, asked, aKey());
      const decision = { reversalId, rowVersion: 1, decision: "AGREE" as const, comment: "" };
      await expect(decideReversal(team.chief, decision, aKey())).rejects.toMatchObject({
        code: "shipping.contract_ended",
      });
      expect((await contractNow(contract.id)).lines[0]?.deliveredQty.toString()).toBe("4");
    }));
});

describe("harmless remarks", () => {
  it("are edited without a change, and logged with before and after", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const edit = async (field: "contract" | "register" | "line", text: string) =>
        editRemark(
          team.clerk,
          {
            ...(await ref(contract.id)),
            field,
            lineId: field === "line" ? (contract.lines[0]?.id ?? null) : null,
            text,
          },
          aKey(),
        );
      await edit("contract", "客户要求下午送");
      await edit("register", "原件在柜二");
      await edit("line", "先发");
      const now = await contractNow(contract.id);
      expect(now).toMatchObject({ remark: "客户要求下午送", revision: 1 });
      expect(now.register?.remark).toBe("原件在柜二");
      expect(now.lines[0]?.lineRemark).toBe("先发");
      const logged = await db.auditEvent.findMany({
        where: { subjectId: contract.id, type: "contract.remark_edited" },
      });
      expect(logged).toHaveLength(3);
    }));
});
