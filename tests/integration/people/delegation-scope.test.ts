import { describe, expect, it } from "vitest";
import { approveContract } from "@/lib/contracts/approve-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { findContractDetail } from "@/lib/contracts/queries";
import { rejectContract } from "@/lib/contracts/reject-contract";
import { approvalInbox } from "@/lib/contracts/waiting-contracts";
import { issueDelegation } from "@/lib/people/issue-delegation";
import { revokeDelegation } from "@/lib/people/revoke-delegation";
import { issueDelegationInput } from "@/lib/people/schema";
import { findActor } from "@/lib/server/actor";
import { db } from "@/lib/server/db";
import { listSignatures } from "@/lib/server/signatures";
import { listWorkItems } from "@/lib/server/work-items";
import { approveSlip } from "@/lib/shipping/approve-slip";
import { returnSlip } from "@/lib/shipping/refuse-slip";
import { signSlip } from "@/lib/shipping/sign-slip";
import { createContract, ref } from "@/tests/factories/contracts";
import { createDebt } from "@/tests/factories/credit";
import { aDelegate, aKey, anActor, createDelegation } from "@/tests/factories/people";
import {
  anIssuedNotice,
  aShippableContract,
  aShippingTeam,
  aSubmittedSlip,
  directorView,
  slipRef,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";

const NOON = "2026-11-23";
const noon = <T>(fn: () => Promise<T>) => at(NOON, fn);
const decision = async (id: string) => ({ ...(await ref(id)), comment: "同意" });

/** A contract of 1,000.00 that waits for the chief. */
const waiting = () => createContract({ status: "PENDING_CHIEF" });

/** What was decided on a document, its preparer's own signature left out. */
async function decided(subjectId: string) {
  return (await listSignatures(subjectId)).filter(({ step }) => step !== "PREPARED");
}

async function amountOf(id: string): Promise<string> {
  const { totalAmount } = await db.contract.findUniqueOrThrow({ where: { id } });
  return totalAmount.toFixed(2);
}

describe("the scope of a delegation", () => {
  it("[R1.1.4-a] reaches exactly its amount, inclusive, and the refusal names the limit", () =>
    noon(async () => {
      const chief = await anActor("SECTION_CHIEF", { displayName: "部长" });
      const contract = await waiting();
      const amount = await amountOf(contract.id);
      const below = (Number.parseFloat(amount) - 0.01).toFixed(2);
      const small = await aDelegate(chief, "FINANCE", "CHECK", { amountLimit: below });
      const input = await decision(contract.id);
      await expect(checkContract(small, input, aKey())).rejects.toMatchObject({
        code: "common.delegation_amount",
        details: { limit: below, amount, principal: "部长" },
      });
      await expect(
        rejectContract(small, { ...input, comment: "价格不对" }, aKey()),
      ).rejects.toMatchObject({ code: "common.delegation_amount" });
      expect(await decided(contract.id)).toEqual([]);
      const other = await anActor("SECTION_CHIEF");
      const exact = await aDelegate(other, "FINANCE", "CHECK", { amountLimit: amount });
      await checkContract(exact, input, aKey());
      expect((await decided(contract.id))[0]).toMatchObject({
        onBehalfOfName: other.name,
        askedByPhone: false,
      });
    }));

  it("[R1.1.4-b] reaches the kinds that it names and no other", () =>
    noon(async () => {
      const director = await anActor("FACTORY_DIRECTOR", { displayName: "厂长" });
      const slips = await aDelegate(director, "FINANCE", "APPROVE", {
        documentKinds: ["outbound_slip"],
      });
      const contract = await createContract({ status: "PENDING_DIRECTOR" });
      await expect(
        approveContract(slips, await decision(contract.id), aKey()),
      ).rejects.toMatchObject({
        code: "common.delegation_kind",
        details: { principal: "厂长" },
      });
      expect(await db.contract.findUnique({ where: { id: contract.id } })).toMatchObject({
        status: "PENDING_DIRECTOR",
        contractNo: null,
      });
    }));

  it("shows the delegate no more than may be signed: inbox, work items and buttons", () =>
    noon(async () => {
      const chief = await anActor("SECTION_CHIEF");
      const contract = await waiting();
      const seen = async (scope: { documentKinds?: string[]; amountLimit?: string }) => {
        const delegate = await aDelegate(chief, "FINANCE", "CHECK", scope);
        const [inbox, items, page] = await Promise.all([
          approvalInbox(delegate),
          listWorkItems(delegate),
          findContractDetail(delegate, contract.id),
        ]);
        return [
          inbox.some(({ id }) => id === contract.id),
          items.some(({ subjectId }) => subjectId === contract.id),
          page?.commands.includes("check"),
        ];
      };
      expect(await seen({})).toEqual([true, true, true]);
      expect(await seen({ documentKinds: ["contract"] })).toEqual([true, true, true]);
      expect(await seen({ documentKinds: ["term_change"] })).toEqual([false, false, false]);
      expect(await seen({ amountLimit: "0.01" })).toEqual([false, false, false]);
      expect(await seen({ amountLimit: "99999999.00" })).toEqual([true, true, true]);
    }));

  it("[R1.2.2-b] binds the department head's delegate on outbound slips too", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const noticeId = await anIssuedNotice(team, await aShippableContract(team));
      const slipId = await aSubmittedSlip(team, noticeId, undefined, "客户急用");
      const narrow = await aDelegate(team.chief, "FINANCE", "DEPT_HEAD", {
        amountLimit: "999.99",
      });
      const input = { ...(await slipRef(slipId)), comment: "" };
      await expect(signSlip(narrow, input, aKey())).rejects.toMatchObject({
        code: "common.delegation_amount",
      });
      const other = await anActor("SECTION_CHIEF");
      const wide = await aDelegate(other, "FINANCE", "DEPT_HEAD", { amountLimit: "1000" });
      await signSlip({ ...wide, askedByPhone: true }, input, aKey());
      expect(await decided(slipId)).toMatchObject([
        { onBehalfOfName: other.name, askedByPhone: true },
      ]);
    }));

  it("[R1.3.1-e] lets the director's delegate release a slip within the limit only", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      await createDebt(contract.customerId, { amount: "20000.00" });
      const noticeId = await anIssuedNotice(team, contract);
      const slipId = await aSubmittedSlip(team, noticeId, undefined, "客户急用");
      await signSlip(team.chief, { ...(await slipRef(slipId)), comment: "" }, aKey());
      const view = await directorView(slipId);
      const narrow = await aDelegate(team.director, "FINANCE", "APPROVE", { amountLimit: "500" });
      await expect(approveSlip(narrow, view, aKey())).rejects.toMatchObject({
        code: "common.delegation_amount",
      });
      const foreign = await aDelegate(await anActor("FACTORY_DIRECTOR"), "FINANCE", "APPROVE", {
        documentKinds: ["contract"],
      });
      await expect(
        returnSlip(foreign, { ...(await slipRef(slipId)), comment: "先收款" }, aKey()),
      ).rejects.toMatchObject({ code: "common.delegation_kind" });
      const wide = await aDelegate(await anActor("FACTORY_DIRECTOR"), "FINANCE", "APPROVE");
      expect(await approveSlip(wide, view, aKey())).toMatchObject({ outcome: "APPROVED" });
    }));

  it("[R1.1.4-a][R1.1.4-b] never lets one person sign an own draft or both steps", () =>
    noon(async () => {
      const chief = await anActor("SECTION_CHIEF");
      const director = await anActor("FACTORY_DIRECTOR");
      const clerk = await anActor("CLERK", { duties: ["CONTRACT_DRAFTING"] });
      const contract = await createContract({ status: "PENDING_CHIEF", clerk });
      await createDelegation(chief.id, clerk.id);
      const drafter = await findActor(clerk.id);
      if (!drafter) throw new Error("no delegate");
      const input = await decision(contract.id);
      await expect(checkContract(drafter, input, aKey())).rejects.toMatchObject({
        code: "contracts.not_own_draft",
      });
      const delegate = await aDelegate(chief, "FINANCE", "CHECK");
      await checkContract(delegate, input, aKey());
      // The rules of issuing forbid the second delegation; should it exist all the same, the signature is refused.
      await createDelegation(director.id, delegate.id, { step: "APPROVE" });
      const both = await findActor(delegate.id);
      if (!both) throw new Error("no delegate");
      await expect(
        approveContract(both, await decision(contract.id), aKey()),
      ).rejects.toMatchObject({ code: "contracts.not_same_signer" });
    }));

  it("waits without a delegation, and after it was revoked or its days are over", async () => {
    const chief = await anActor("SECTION_CHIEF");
    const delegate = await anActor("FINANCE");
    const contract = await noon(waiting);
    const issued = await noon(() =>
      issueDelegation(
        chief,
        issueDelegationInput.parse({
          principalId: chief.id,
          delegateId: delegate.id,
          step: "CHECK",
          fromOn: "2026-11-23",
          toOn: "2026-11-24",
          reason: "出差",
        }),
        aKey(),
      ),
    );
    const tryAt = (day: string) =>
      at(day, async () => {
        const actor = await findActor(delegate.id);
        if (!actor) throw new Error("no delegate");
        return checkContract(actor, await decision(contract.id), aKey());
      });
    const forbidden = { code: "contracts.forbidden" };
    await expect(tryAt("2026-11-25")).rejects.toMatchObject(forbidden);
    await noon(() =>
      revokeDelegation(chief, { delegationId: issued.delegationId, comment: "回厂" }, aKey()),
    );
    await expect(tryAt("2026-11-24")).rejects.toMatchObject(forbidden);
    expect(await db.contract.findUnique({ where: { id: contract.id } })).toMatchObject({
      status: "PENDING_CHIEF",
    });
  });
});
