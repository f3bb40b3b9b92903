import { describe, expect, it } from "vitest";
import { can } from "@/lib/auth/permissions";
import type { Duty, Role } from "@/lib/auth/roles";
import { confirmRegister } from "@/lib/contracts/confirm-register";
import { decideRequest, type RequestHooks } from "@/lib/contracts/decide-request";
import { recordCustomerSignature } from "@/lib/contracts/record-customer-signature";
import { requestEnd } from "@/lib/contracts/request-end";
import { calendarDate } from "@/lib/core/calendar-date";
import { attachFile } from "@/lib/server/attachments";
import { db, transact } from "@/lib/server/db";
import { createContract, formalChanges, ref, seenContract } from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

const DAY = "2026-11-23";
const registrar = () => anActor("CLERK", { duties: ["CONTRACT_DRAFTING", "CONTRACT_NUMBERING"] });
const effective = (options: Parameters<typeof createContract>[0] = {}) =>
  at(DAY, () => createContract({ ...options, status: "EFFECTIVE" }));
const formal = () => effective({ order: formalChanges });
const noNotices: RequestHooks = { cancelPapers: async () => undefined };
const openKinds = async (subjectId: string) => {
  const rows = await db.workItem.findMany({ where: { subjectId, closedAt: null } });
  return rows.map(({ kind }) => kind).sort();
};

async function attachScan(contractId: string) {
  const clerk = await anActor("CLERK");
  const bytes = new TextEncoder().encode("%PDF-1.4\n%%EOF\n");
  const file = {
    subjectType: "contract",
    subjectId: contractId,
    kind: "general",
    fileName: "签回.pdf",
    bytes,
  };
  await transact((tx) => attachFile(tx, clerk, file));
}

describe("the register entry", () => {
  it("[R1.1.5-a][R1.1.5-c][R1.2.1-a] confirmed by the registrar brings a verbal contract into execution", async () => {
    const clerk = await registrar();
    const contract = await effective();
    const [outcome] = await at(DAY, () =>
      confirmRegister(clerk, { contractIds: [contract.id], remark: "" }, aKey()),
    );
    expect(outcome).toMatchObject({ contractNo: contract.contractNo, executing: true });
    const stored = await seenContract(contract.id);
    expect(stored.status).toBe("EXECUTING");
    expect(stored.register).toMatchObject({
      registeredById: clerk.id,
      registeredByName: clerk.name,
    });
    expect(await openKinds(contract.id)).toEqual(["contract.ship"]);
  });

  it("[R1.1.5-a] is the designated registrar's to confirm: other clerks and the chief lack the permission", async () => {
    const may = async (role: Role, duties: readonly Duty[]) =>
      can(await anActor(role, { duties }), "contract:register");
    expect(await may("CLERK", ["CONTRACT_NUMBERING"])).toBe(true);
    expect(await may("CLERK", ["CONTRACT_DRAFTING"])).toBe(false);
    expect(await may("SECTION_CHIEF", ["CONTRACT_NUMBERING"])).toBe(false);
  });

  it("[R1.1.5-R2] is not confirmed while a mandatory column is empty, and nothing of the batch is", async () => {
    const clerk = await registrar();
    const [whole, broken] = [await effective(), await effective()];
    await db.registerEntry.update({
      where: { contractId: broken.id },
      data: { checkedByName: "" },
    });
    const input = { contractIds: [whole.id, broken.id], remark: "" };
    await expect(confirmRegister(clerk, input, aKey())).rejects.toMatchObject({
      code: "contracts.register_incomplete",
      details: { contractNo: broken.contractNo, columns: "labels:contracts.checked_by" },
    });
    expect((await seenContract(whole.id)).register?.registeredAt).toBeNull();
  });

  it("[R1.1.5-c] confirms many at once, each only once", async () => {
    const clerk = await registrar();
    const contracts = [await effective(), await effective(), await effective()];
    const input = { contractIds: contracts.map(({ id }) => id), remark: "批量登记" };
    expect(await confirmRegister(clerk, input, aKey())).toHaveLength(3);
    await expect(confirmRegister(clerk, input, aKey())).rejects.toMatchObject({
      code: "contracts.already_registered",
    });
  });

  it("[R1.1.5-b] keeps class, form and parties as at approval, ordered by number", async () => {
    const contract = await effective({ inStock: "4" });
    const stored = await seenContract(contract.id);
    expect(stored.contractClass).toBe("B");
    expect(stored.register).toMatchObject({
      originalClass: "B",
      tier: "MID",
      settlementMode: "MONTHLY",
    });
  });
});

describe("the customer's signature on a formal contract", () => {
  it("[R1.2.1-a] is needed before execution, with its scan", async () => {
    const clerk = await registrar();
    const contract = await formal();
    await at(DAY, () => confirmRegister(clerk, { contractIds: [contract.id], remark: "" }, aKey()));
    expect((await seenContract(contract.id)).status).toBe("EFFECTIVE");
    expect(await openKinds(contract.id)).toEqual(["contract.customer_signature"]);

    const input = async () => ({
      ...(await ref(contract.id)),
      signedOn: calendarDate(DAY),
      how: "FAX" as const,
    });
    const refused = { code: "contracts.signature_scan_missing" };
    const record = async () => recordCustomerSignature(clerk, await input(), aKey());
    await expect(record()).rejects.toMatchObject(refused);
    // The fax with the order lay there before the director had approved: it is not the signed contract.
    await at("2026-11-01", () => attachScan(contract.id));
    await expect(record()).rejects.toMatchObject(refused);
    await attachScan(contract.id);
    await at(DAY, async () => recordCustomerSignature(clerk, await input(), aKey()));
    expect((await seenContract(contract.id)).status).toBe("EXECUTING");
    expect(await openKinds(contract.id)).toEqual(["contract.ship"]);
  });

  it("[R1.2.1-a] may be waived by the director with a reason, not by who asked for it", async () => {
    const clerk = await registrar();
    const director = await anActor("FACTORY_DIRECTOR");
    const contract = await formal();
    await at(DAY, () => confirmRegister(clerk, { contractIds: [contract.id], remark: "" }, aKey()));
    const asked = {
      ...(await ref(contract.id)),
      kind: "WAIVE_SIGNATURE" as const,
      reason: "老客户,合同在途",
    };
    const { id: requestId } = await at(DAY, () => requestEnd(clerk, asked, aKey()));
    const decision = { requestId, rowVersion: 1, decision: "AGREE" as const, comment: "" };
    await expect(decideRequest(clerk, decision, aKey(), noNotices)).rejects.toMatchObject({
      code: "contracts.forbidden",
    });
    await at(DAY, () => decideRequest(director, decision, aKey(), noNotices));
    const stored = await seenContract(contract.id);
    expect(stored).toMatchObject({
      status: "EXECUTING",
      signatureWaivedById: director.id,
      signatureWaivedReason: asked.reason,
    });
    // The signed copy that comes after all belongs to the contract too.
    await attachScan(contract.id);
    const signed = {
      ...(await ref(contract.id)),
      signedOn: calendarDate(DAY),
      how: "FAX" as const,
    };
    await at(DAY, () => recordCustomerSignature(clerk, signed, aKey()));
    expect((await seenContract(contract.id)).signedByCustomerHow).toBe("FAX");
  });
});

describe("voiding a contract", () => {
  const requested = async (contractId: string) => {
    const clerk = await registrar();
    const input = { ...(await ref(contractId)), kind: "VOID" as const, reason: "客户取消项目" };
    return at(DAY, () => requestEnd(clerk, input, aKey()));
  };

  it("[R1.1.5-N] keeps number and row, frees stock and tenure, and the next number follows", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const contract = await effective();
    const { id: requestId } = await requested(contract.id);
    const decision = { requestId, rowVersion: 1, decision: "AGREE" as const, comment: "同意" };
    await at(DAY, () => decideRequest(director, decision, aKey(), noNotices));
    const stored = await seenContract(contract.id);
    expect(stored).toMatchObject({
      status: "VOIDED",
      contractNo: contract.contractNo,
      endReason: "客户取消项目",
    });
    expect(stored.register?.contractNo).toBe(contract.contractNo);
    expect(await db.stockDemand.count({ where: { contractId: contract.id } })).toBe(0);
    expect(
      await db.cooperationFact.count({ where: { contractId: contract.id, voidedOn: null } }),
    ).toBe(0);
    expect(await openKinds(contract.id)).toEqual([]);
    const next = await effective();
    expect(next.seq).toBe((contract.seq ?? 0) + 1);
    await expect(db.contract.delete({ where: { id: contract.id } })).rejects.toThrow();
  });

  it("is refused while papers are open, and a refusal by the director leaves it as it was", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const contract = await effective();
    await db.contract.update({ where: { id: contract.id }, data: { openPapers: 1 } });
    await expect(requested(contract.id)).rejects.toMatchObject({
      code: "contracts.no_open_papers",
    });
    await db.contract.update({ where: { id: contract.id }, data: { openPapers: 0 } });
    const { id: requestId } = await requested(contract.id);
    await expect(requested(contract.id)).rejects.toMatchObject({
      code: "contracts.request_pending",
    });
    const silent = { requestId, rowVersion: 1, decision: "REJECT" as const, comment: "" };
    await expect(decideRequest(director, silent, aKey(), noNotices)).rejects.toMatchObject({
      issues: [{ path: "comment", code: "common.required" }],
    });
    await decideRequest(director, { ...silent, comment: "货已备好" }, aKey(), noNotices);
    expect((await seenContract(contract.id)).status).toBe("EFFECTIVE");
  });
});
