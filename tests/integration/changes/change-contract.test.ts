import { describe, expect, it } from "vitest";
import { approveRevision } from "@/lib/changes/approve-revision";
import { checkRevision } from "@/lib/changes/check-revision";
import { ownShare } from "@/lib/changes/own-share";
import { cancelRevision, returnRevision, withdrawRevision } from "@/lib/changes/refuse-revision";
import { saveRevision } from "@/lib/changes/save-revision";
import { submitRevision } from "@/lib/changes/submit-revision";
import { recordCustomerSignature } from "@/lib/contracts/record-customer-signature";
import { calendarDate } from "@/lib/core/calendar-date";
import { attachFile } from "@/lib/server/attachments";
import { db, transact } from "@/lib/server/db";
import { newNoticeForm } from "@/lib/shipping/notice-form-query";
import {
  aCheckedChange,
  aDraftChange,
  anEffectiveChange,
  aSubmittedChange,
  changeTeam,
  changeValues,
  decisionOn,
  revisionRefOf,
} from "@/tests/factories/changes";
import { createContract, formalChanges, goodsLine, ref } from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";
import { createProduct } from "@/tests/factories/products";
import {
  aDraftNotice,
  anApprovedSlip,
  anIssuedNotice,
  aPostedSlip,
  aShippableContract,
  aShippingTeam,
  contractNow,
  openItems,
  tryToIssue,
} from "@/tests/factories/shipping";
import { stockUp } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const seen = (id: string) => db.contractRevision.findUniqueOrThrow({ where: { id } });
const issuesOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => ({ issues: [] }),
    (refusal: { issues?: { path: string; code: string }[] }) => refusal,
  );
  return (error.issues ?? []).map(({ path, code }) => `${path} ${code}`);
};

describe("a change of a contract in force", () => {
  it("[R1.1.4-a][R1.1.4-b][R1.1.4-c][R1.1.5-N] takes effect with both signatures and keeps number and date", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100", stock: "30" }],
      });
      const edit = { lines: { 0: { quantity: "12", deliveryOn: "2026-12-20" } } };
      const id = await aSubmittedChange(team, contract.id, edit);
      expect(await openItems(id)).toEqual(["revision.check"]);
      await checkRevision(team.chief, await decisionOn(id), aKey());
      expect((await contractNow(contract.id)).revision).toBe(1);
      await approveRevision(team.director, await decisionOn(id, "同意"), aKey());

      const now = await contractNow(contract.id);
      expect(now).toMatchObject({
        status: "EXECUTING",
        contractNo: contract.contractNo,
        year: contract.year,
        seq: contract.seq,
        effectiveOn: contract.effectiveOn,
        revision: 2,
        contractClass: "A",
      });
      expect(now.totalAmount.toFixed(2)).toBe("1200.00");
      expect(now.deliveryTo).toEqual(new Date("2026-12-20T00:00:00Z"));
      expect(now.lines).toHaveLength(1);
      expect(now.lines[0]).toMatchObject({ id: contract.lines[0]?.id, lineNo: 1 });
      expect(now.lines[0]?.qtyFromStock.toString()).toBe("12");
      const demand = await db.stockDemand.findMany({ where: { contractId: contract.id } });
      expect(demand.map(({ unbound }) => unbound.toString())).toEqual(["12"]);
      const submissions = await db.contractSubmission.findMany({
        where: { contractId: contract.id },
        orderBy: { submissionNo: "asc" },
      });
      expect(submissions.map(({ revision }) => revision)).toEqual([1, 2]);
      const signatures = await db.signature.findMany({ where: { subjectId: id } });
      expect(signatures.map(({ step }) => step).sort()).toEqual([
        "APPROVED",
        "CHECKED",
        "PREPARED",
      ]);
      expect(await openItems(id)).toEqual([]);
      expect((await seen(id)).status).toBe("EFFECTIVE");
    }));

  it("[R1.1.4-a] goes back with words, is withdrawn or given up, and leaves the contract alone", () =>
    today(async () => {
      const team = await changeTeam();
      const contract = await createContract({ status: "EXECUTING" });
      const edit = { lines: { 0: { quantity: "12" } } };
      const id = await aSubmittedChange(team, contract.id, edit);
      await returnRevision(team.chief, await decisionOn(id, "交期再确认"), aKey());
      expect(await seen(id)).toMatchObject({ status: "DRAFT", touchedLineIds: [] });
      expect(await openItems(id)).toEqual(["revision.returned"]);
      const voided = await db.signature.findMany({ where: { subjectId: id, step: "PREPARED" } });
      expect(voided.every(({ voidedAt }) => voidedAt !== null)).toBe(true);
      await submitRevision(team.clerk, await revisionRefOf(id), aKey());
      await withdrawRevision(team.clerk, await decisionOn(id), aKey());
      await cancelRevision(team.clerk, await decisionOn(id, "客户不改了"), aKey());
      expect(await seen(id)).toMatchObject({ status: "CANCELLED", cancelReason: "客户不改了" });
      expect((await contractNow(contract.id)).revision).toBe(1);
      const next = await aDraftChange(team.clerk, contract.id, edit);
      expect((await seen(next)).revision).toBe(3);
    }));

  it("is open once at a time, and not for a contract that is not in force", () =>
    today(async () => {
      const team = await changeTeam();
      const contract = await createContract({ status: "EFFECTIVE" });
      const values = await changeValues(team.clerk, contract.id, {
        lines: { 0: { quantity: "12" } },
      });
      await saveRevision(team.clerk, values, aKey());
      await expect(saveRevision(team.clerk, values, aKey())).rejects.toMatchObject({
        code: "changes.change_open",
      });
      const draft = await createContract({ status: "PENDING_CHIEF" });
      const wrong = { ...values, contractId: draft.id, rowVersion: draft.rowVersion };
      await expect(saveRevision(team.clerk, wrong, aKey())).rejects.toMatchObject({
        code: "changes.contract_runs",
      });
    }));

  it("refuses another customer, and a change of nothing", () =>
    today(async () => {
      const team = await changeTeam();
      const contract = await createContract({ status: "EXECUTING" });
      const values = await changeValues(team.clerk, contract.id, {});
      const other = await createContract();
      const { proposal } = values;
      const wrong = {
        ...values,
        proposal: { ...proposal, order: { ...proposal.order, customerId: other.customerId } },
      };
      await expect(saveRevision(team.clerk, wrong, aKey())).rejects.toMatchObject({
        code: "changes.customer_fixed",
      });
      const same = { head: { agreedOn: "2026-11-02" } };
      const id = await aDraftChange(team.clerk, contract.id, same);
      await expect(
        submitRevision(team.clerk, await revisionRefOf(id), aKey()),
      ).rejects.toMatchObject({ code: "changes.changes_something" });
    }));

  it("[R1.1.4-a] is not checked by who drafted it, nor approved by who checked it", () =>
    today(async () => {
      const team = await changeTeam();
      const contract = await createContract({ status: "EXECUTING" });
      const chief = await anActor("SECTION_CHIEF", { duties: ["CONTRACT_DRAFTING"] });
      const values = await changeValues(chief, contract.id, { lines: { 0: { quantity: "12" } } });
      const { id } = await saveRevision(chief, values, aKey());
      await submitRevision(chief, await revisionRefOf(id), aKey());
      await expect(checkRevision(chief, await decisionOn(id), aKey())).rejects.toMatchObject({
        code: "changes.not_own_draft",
      });
      await checkRevision(team.chief, await decisionOn(id), aKey());
      await expect(approveRevision(team.clerk, await decisionOn(id), aKey())).rejects.toMatchObject(
        {
          code: "changes.forbidden",
        },
      );
    }));

  it("adds and removes lines, numbers them in their new order, and fixes class and split anew", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [
          { quantity: "10", price: "100" },
          { quantity: "5", price: "20" },
        ],
      });
      const { id: productId } = await createProduct();
      await stockUp({ productId, quantity: "3" });
      await anEffectiveChange(team, contract.id, {
        lines: { 0: null },
        add: [goodsLine(productId, { quantity: "8", unitPrice: "30" })],
      });
      const now = await contractNow(contract.id);
      expect(now.lines.map(({ lineNo, productId: product }) => [lineNo, product])).toEqual([
        [1, contract.lines[1]?.productId],
        [2, productId],
      ]);
      expect(now.contractClass).toBe("B");
      expect(now.lines[1]).toMatchObject({ supplyType: "PRODUCE" });
      expect(now.lines[1]?.qtyFromStock.toString()).toBe("3");
      expect(now.lines[1]?.qtyToProduce.toString()).toBe("5");
      expect(now.register?.originalClass).toBe("A");
      expect(now.totalAmount.toFixed(2)).toBe("340.00");
    }));

  it("freezes what is delivered and on notices: quantity, price, product and the line itself", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100" }],
      });
      await aPostedSlip(team, await anIssuedNotice(team, contract, ["6"]));
      const save = async (lines: Parameters<typeof changeValues>[2]["lines"]) =>
        saveRevision(
          team.clerk,
          await changeValues(team.clerk, contract.id, { ...(lines && { lines }) }),
          aKey(),
        );
      const { id: other } = await createProduct();
      expect(await issuesOf(save({ 0: { quantity: "5" } }))).toEqual([
        "lines.0.quantity changes.below_floor",
      ]);
      expect(await issuesOf(save({ 0: { unitPrice: "90" } }))).toEqual([
        "lines.0.unitPrice changes.price_fixed",
      ]);
      expect(await issuesOf(save({ 0: { productId: other } }))).toEqual([
        "lines.0.productId changes.product_fixed",
      ]);
      expect(await issuesOf(save({ 0: null }))).toEqual(["lines changes.line_not_removable"]);
      expect(await issuesOf(save({ 0: { quantity: "6" } }))).toEqual([]);
    }));

  it("frees reservations beyond the new quantity, down to what has left", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100" }],
      });
      const lineId = contract.lines[0]?.id ?? "";
      const { reserve } = await import("@/lib/stock/reserve-stock");
      const { Quantity } = await import("@/lib/core/quantity");
      await transact((tx) =>
        reserve(tx, [
          {
            contractId: contract.id,
            contractLineId: lineId,
            productId: contract.lines[0]?.productId ?? "",
            quantity: Quantity.of(10),
            sourceType: "preparation_order",
            sourceLineId: aKey(),
          },
        ]),
      );
      await anEffectiveChange(team, contract.id, { lines: { 0: { quantity: "4" } } });
      const active = await db.stockReservation.aggregate({
        where: { contractLineId: lineId, status: "ACTIVE" },
        _sum: { quantity: true },
      });
      expect(active._sum.quantity?.toString()).toBe("4");
    }));

  it("is measured without what the contract has already: goods delivered or reserved, amounts owed or promised", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100", stock: "40" }],
      });
      const productId = contract.lines[0]?.productId ?? "";
      const share = async () => {
        const { covered, counted } = await ownShare(contract.id, [productId]);
        return [covered.get(productId)?.toString() ?? "0", counted.toString()];
      };
      await aPostedSlip(team, await anIssuedNotice(team, contract, ["4"]));
      expect(await share()).toEqual(["4", "400.00"]);
      await anApprovedSlip(team, await anIssuedNotice(team, contract, ["3"]));
      expect(await share()).toEqual(["7", "700.00"]);
    }));

  it("[R1.1.4-c] stops new notices for the lines that it touches while it is pending, not for others", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [
          { quantity: "10", price: "100", stock: "40" },
          { quantity: "5", price: "20" },
        ],
      });
      const notice = await aDraftNotice(team, contract, ["10", "0"]);
      await aCheckedChange(team, contract.id, { lines: { 0: { quantity: "20" } } });
      await expect(tryToIssue(team, notice)).rejects.toMatchObject({
        code: "contracts.line_being_changed",
        details: { revision: "2", lines: "1" },
      });
      await expect(aDraftNotice(team, contract, ["1", "0"])).rejects.toMatchObject({
        code: "contracts.line_being_changed",
      });
      const form = await newNoticeForm(team.clerk, contract.id);
      expect(form?.pendingChange).toEqual({ revision: "2", lines: "1" });
      expect(Object.values(form?.values.quantities ?? {})).toEqual(["0", "5"]);
      await anIssuedNotice(team, contract, ["0", "5"]);
    }));

  it("is checked again at approval against what happened meanwhile", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100" }],
      });
      const id = await aCheckedChange(team, contract.id, { lines: { 0: { quantity: "4" } } });
      await db.contractLine.update({
        where: { id: contract.lines[0]?.id ?? "" },
        data: { noticedQty: "6" },
      });
      expect(await issuesOf(approveRevision(team.director, await decisionOn(id), aKey()))).toEqual([
        "lines.0.quantity changes.below_floor",
      ]);
      expect((await contractNow(contract.id)).revision).toBe(1);
      expect((await seen(id)).status).toBe("PENDING_DIRECTOR");
    }));

  it("[R1.2.1-a] asks a formal contract's customer to sign again: no new notice until then", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100", stock: "40" }],
        order: formalChanges,
        status: "EXECUTING",
      });
      const scan = () =>
        transact((tx) =>
          attachFile(tx, team.clerk, {
            subjectType: "contract",
            subjectId: contract.id,
            kind: "general",
            fileName: "签回.pdf",
            bytes: new TextEncoder().encode("%PDF-1.4\n%%EOF\n"),
          }),
        );
      const signed = async () => ({
        ...(await ref(contract.id)),
        signedOn: calendarDate("2026-11-23"),
        how: "FAX" as const,
      });
      await scan();
      await recordCustomerSignature(team.clerk, await signed(), aKey());
      expect((await contractNow(contract.id)).status).toBe("EXECUTING");
      await at("2026-11-23T15:00:00+08:00", () =>
        anEffectiveChange(team, contract.id, { lines: { 0: { quantity: "12" } } }),
      );
      const now = await contractNow(contract.id);
      expect(now).toMatchObject({ status: "EXECUTING", signedByCustomerOn: null });
      expect(await openItems(contract.id)).toContain("contract.customer_signature");
      const notice = await aDraftNotice(team, now, ["5"]);
      expect(await tryToIssue(team, notice)).toMatchObject({
        outcome: "HELD",
        failing: ["G2_SIGNED"],
      });
      await expect(
        recordCustomerSignature(team.clerk, await signed(), aKey()),
      ).rejects.toMatchObject({ code: "contracts.signature_scan_missing" });
      await at("2026-11-23T16:00:00+08:00", async () => {
        await scan();
        await recordCustomerSignature(team.clerk, await signed(), aKey());
      });
      expect(await tryToIssue(team, notice)).toMatchObject({ outcome: "ISSUED" });
    }));

  it("wants a reason for a payment term looser than the customer's (5.3)", () =>
    today(async () => {
      const team = await changeTeam();
      const contract = await createContract({ status: "EXECUTING" });
      const id = await aDraftChange(team.clerk, contract.id, {
        head: { paymentTerm: "QUARTERLY" },
      });
      expect(await issuesOf(submitRevision(team.clerk, await revisionRefOf(id), aKey()))).toEqual([
        "looserTermReason contracts.looser_term_reason_missing",
      ]);
    }));

  it("supersedes the change before it", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100", stock: "90" }],
      });
      const first = await anEffectiveChange(team, contract.id, {
        lines: { 0: { quantity: "12" } },
      });
      const second = await anEffectiveChange(team, contract.id, {
        lines: { 0: { quantity: "15" } },
      });
      expect((await seen(first)).status).toBe("SUPERSEDED");
      expect(await seen(second)).toMatchObject({ status: "EFFECTIVE", revision: 3 });
      expect((await contractNow(contract.id)).revision).toBe(3);
    }));
});
