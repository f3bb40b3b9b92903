import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { approveTermChange } from "@/lib/credit/approve-term-change";
import { checkTermChange } from "@/lib/credit/check-term-change";
import { rejectTermChange, returnTermChange } from "@/lib/credit/refuse-term-change";
import { saveTermChange } from "@/lib/credit/save-term-change";
import { submitTermChange } from "@/lib/credit/submit-term-change";
import { findTermChange } from "@/lib/credit/term-change-queries";
import { cancelTermChange, withdrawTermChange } from "@/lib/credit/withdraw-term-change";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import {
  aTermForm,
  checkedTermChange,
  createDebt,
  createMoney,
  seen,
  submittedTermChange,
} from "../../factories/credit";
import { auditTypesOf, createCustomer } from "../../factories/customers";
import { aDelegate, aKey, anActor } from "../../factories/people";
import { at } from "../../support/clock";

const TODAY = "2026-11-23";

async function people() {
  return {
    clerk: await anActor("CLERK"),
    chief: await anActor("SECTION_CHIEF"),
    director: await anActor("FACTORY_DIRECTOR"),
  };
}
const midCustomer = () => createCustomer({ cooperationStart: "2024-11-23" });
const statusOf = async (id: string) =>
  (await db.termChange.findUniqueOrThrow({ where: { id }, select: { status: true } })).status;
const openKinds = async (subjectId: string) =>
  (await db.workItem.findMany({ where: { subjectId, closedAt: null } })).map(({ kind }) => kind);
const signed = async (id: string, comment = "") => ({ ...(await seen(id)), comment });
const approve = async (actor: Actor, id: string) =>
  approveTermChange(actor, await signed(id), aKey());

describe("a change of settlement terms (F20)", () => {
  it("[R1.3.1-a] is proposed by a clerk, checked by the chief, approved by the director, and then holds", () =>
    at(TODAY, async () => {
      const { clerk, chief, director } = await people();
      const customer = await midCustomer();
      await createDebt(customer.id, { amount: "900.00", postedOn: "2026-10-08" });
      await createMoney(customer.id, "300.00");
      const id = await submittedTermChange(clerk, aTermForm(customer.id, { afterLimit: "12000" }));

      const submitted = await db.termChange.findUniqueOrThrow({ where: { id } });
      expect(submitted.docNo).toMatch(/^XY2026-\d{4}$/);
      expect(submitted.facts).toMatchObject({
        cooperationStart: "2024-11-23",
        years: 2,
        tier: "MID",
        delivered12: "900.00",
        received12: "300.00",
        openDeliveries: "900.00",
        onAccount: "300.00",
      });
      expect(await openKinds(id)).toEqual(["terms.check"]);

      await checkTermChange(chief, await signed(id, "同意"), aKey());
      expect(await openKinds(id)).toEqual(["terms.approve"]);
      const before = await db.customer.findUniqueOrThrow({ where: { id: customer.id } });
      expect(before.settlementMode).toBe("PREPAID");

      await approve(director, id);
      const after = await db.customer.findUniqueOrThrow({ where: { id: customer.id } });
      expect([after.settlementMode, after.creditLimit?.toFixed(2)]).toEqual([
        "MONTHLY",
        "12000.00",
      ]);
      expect(await openKinds(id)).toEqual([]);
      const signatures = await db.signature.findMany({ where: { subjectId: id } });
      expect(new Set(signatures.map(({ contentHash }) => contentHash)).size).toBe(1);
      expect(signatures.map(({ step }) => step).sort()).toEqual([
        "APPROVED",
        "CHECKED",
        "PREPARED",
      ]);
      expect(await auditTypesOf(customer.id)).toContain("customer.terms_changed");
    }));

  it("[R1.3.1-b][R1.3.1-c][R1.3.1-d] cannot be submitted above the tier's ceiling", () =>
    at(TODAY, async () => {
      const { clerk } = await people();
      const fresh = await createCustomer({ cooperationStart: "2025-11-24" });
      const mid = await midCustomer();
      const old = await createCustomer({ cooperationStart: "2023-11-23" });
      const cases = [
        [aTermForm(fresh.id), "credit.mode_above_ceiling"],
        [aTermForm(mid.id, { afterMode: "QUARTERLY" }), "credit.mode_above_ceiling"],
        [aTermForm(mid.id, { afterLimit: "15000.01" }), "credit.limit_above_ceiling"],
        [
          aTermForm(old.id, { afterMode: "QUARTERLY", afterLimit: "50000.01" }),
          "credit.limit_above_ceiling",
        ],
      ] as const;
      for (const [form, code] of cases) {
        const { id } = await saveTermChange(clerk, form, aKey());
        await expect(submitTermChange(clerk, await seen(id), aKey())).rejects.toMatchObject({
          code,
        });
        const row = await db.termChange.findUniqueOrThrow({ where: { id } });
        expect([row.status, row.docNo]).toEqual(["DRAFT", null]);
      }
    }));

  it("[R1.3.1-c] a ceiling that was lowered meanwhile stops the next signature", () =>
    at(TODAY, async () => {
      const { clerk, chief, director } = await people();
      const customer = await midCustomer();
      const id = await checkedTermChange(
        clerk,
        chief,
        aTermForm(customer.id, { afterLimit: "14000" }),
      );
      const setting = {
        key: "limitMid",
        value: "13000.00",
        effectiveFrom: new Date("2026-11-24T00:00:00Z"),
      };
      await db.setting.create({
        data: { ...setting, changedAt: new Date("2026-11-23T03:00:00Z") },
      });
      await at("2026-11-24", async () => {
        await expect(approve(director, id)).rejects.toMatchObject({
          code: "credit.limit_above_ceiling",
          details: { ceiling: "13000.00" },
        });
        const shown = await findTermChange(director, id);
        expect(shown?.obstacle?.code).toBe("credit.limit_above_ceiling");
      });
      expect(await statusOf(id)).toBe("PENDING_DIRECTOR");
    }));

  it("[R1.3.1-a] is never signed by its drafter, nor twice by one person", () =>
    at(TODAY, async () => {
      const { clerk, chief, director } = await people();
      const customer = await midCustomer();
      const alsoChief = { ...clerk, role: "SECTION_CHIEF" as const };
      const id = await submittedTermChange(clerk, aTermForm(customer.id));
      await expect(checkTermChange(alsoChief, await signed(id), aKey())).rejects.toMatchObject({
        code: "credit.not_own_draft",
      });
      await expect(approve(director, id)).rejects.toMatchObject({ code: "credit.wrong_status" });

      const both = await aDelegate(director, "SECTION_CHIEF", "APPROVE");
      await checkTermChange(both, await signed(id), aKey());
      await expect(approve(both, id)).rejects.toMatchObject({ code: "credit.not_same_signer" });
      await expect(approve(chief, id)).rejects.toMatchObject({ code: "common.forbidden" });
    }));

  it("a written delegate signs in the chief's place and is named so", () =>
    at(TODAY, async () => {
      const { clerk, chief } = await people();
      const customer = await midCustomer();
      const delegate = await aDelegate(chief, "CLERK", "CHECK");
      const id = await submittedTermChange(clerk, aTermForm(customer.id));
      await checkTermChange(delegate, await signed(id), aKey());
      const signature = await db.signature.findFirstOrThrow({
        where: { subjectId: id, step: "CHECKED" },
      });
      expect(signature.onBehalfOfId).toBe(chief.id);
    }));

  it("comes back with a reason, is corrected, and starts again at the chief under the same number", () =>
    at(TODAY, async () => {
      const { clerk, chief, director } = await people();
      const customer = await midCustomer();
      const id = await checkedTermChange(clerk, chief, aTermForm(customer.id));
      const { docNo } = await db.termChange.findUniqueOrThrow({ where: { id } });
      await returnTermChange(director, await signed(id, "额度请再核"), aKey());
      expect(await statusOf(id)).toBe("DRAFT");
      expect(await openKinds(id)).toEqual(["terms.returned"]);
      expect(await db.signature.count({ where: { subjectId: id, voidedAt: null } })).toBe(0);

      await saveTermChange(
        clerk,
        { ...aTermForm(customer.id, { afterLimit: "9000" }), ...(await seen(id)) },
        aKey(),
      );
      await submitTermChange(clerk, await seen(id), aKey());
      const again = await db.termChange.findUniqueOrThrow({ where: { id } });
      expect([again.docNo, again.revision, again.status]).toEqual([docNo, 2, "PENDING_CHIEF"]);
      await checkTermChange(chief, await signed(id), aKey());
      await approve(director, id);
      expect(await statusOf(id)).toBe("EFFECTIVE");
    }));

  it("is rejected for good, withdrawn, or cancelled; the terms stay", () =>
    at(TODAY, async () => {
      const { clerk, chief } = await people();
      const customer = await midCustomer();
      const rejected = await submittedTermChange(clerk, aTermForm(customer.id));
      await rejectTermChange(chief, await signed(rejected, "暂不办"), aKey());
      expect(await statusOf(rejected)).toBe("REJECTED");
      const withdrawn = await submittedTermChange(clerk, aTermForm(customer.id));
      await withdrawTermChange(clerk, await seen(withdrawn), aKey());
      await cancelTermChange(chief, await signed(withdrawn, "客户不需要"), aKey());
      expect(await statusOf(withdrawn)).toBe("CANCELLED");
      const { settlementMode } = await db.customer.findUniqueOrThrow({
        where: { id: customer.id },
      });
      expect(settlementMode).toBe("PREPAID");
    }));

  it("refuses a stale screen, a double press with other content, and unknown documents", () =>
    at(TODAY, async () => {
      const { clerk, chief } = await people();
      const customer = await midCustomer();
      const id = await submittedTermChange(clerk, aTermForm(customer.id));
      const stale = { id, rowVersion: 1, comment: "" };
      await expect(checkTermChange(chief, stale, aKey())).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
      const key = aKey();
      const fresh = await signed(id);
      await checkTermChange(chief, fresh, key);
      await checkTermChange(chief, fresh, key);
      expect(await db.signature.count({ where: { subjectId: id, step: "CHECKED" } })).toBe(1);
      await expect(checkTermChange(chief, { ...fresh, comment: "x" }, key)).rejects.toMatchObject({
        code: "common.key_reused",
      });
      const unknown = { id: newId(), rowVersion: 1, comment: "" };
      await expect(checkTermChange(chief, unknown, aKey())).rejects.toMatchObject({
        code: "common.not_found",
      });
    }));

  it("is drafted by clerks only and seen by those who may", () =>
    at(TODAY, async () => {
      const { clerk } = await people();
      const customer = await midCustomer();
      for (const role of ["SALESPERSON", "WAREHOUSE_KEEPER", "FINANCE", "SECTION_CHIEF"] as const) {
        const actor = await anActor(role);
        expect(() => saveTermChange(actor, aTermForm(customer.id), aKey())).toThrow(
          "common.forbidden",
        );
      }
      const { id } = await saveTermChange(clerk, aTermForm(customer.id), aKey());
      expect(await findTermChange(await anActor("SALESPERSON"), id)).toBeNull();
      expect((await findTermChange(await anActor("FINANCE"), id))?.commands).toEqual([]);
      expect((await findTermChange(clerk, id))?.commands).toEqual(["submit", "cancel"]);
      const other = await anActor("CLERK");
      const form = { ...aTermForm(customer.id), ...(await seen(id)) };
      await expect(saveTermChange(other, form, aKey())).rejects.toMatchObject({
        code: "credit.own_draft",
      });
    }));

  it("[R1.3.1-a] of several approvals at once exactly one takes effect", () =>
    at(TODAY, async () => {
      const { clerk, chief, director } = await people();
      const customer = await midCustomer();
      const ids = await Promise.all(
        ["8000", "9000", "10000", "11000", "12000", "13000"].map((afterLimit) =>
          checkedTermChange(clerk, chief, aTermForm(customer.id, { afterLimit })),
        ),
      );
      const results = await Promise.allSettled(ids.map((id) => approve(director, id)));
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const refused = results.flatMap((result) =>
        result.status === "rejected" ? [result.reason] : [],
      );
      expect(new Set(refused.map(({ code }) => code))).toEqual(
        new Set(["credit.terms_changed_meanwhile"]),
      );
      const effective = await db.termChange.findMany({
        where: { customerId: customer.id, status: "EFFECTIVE" },
      });
      const { creditLimit } = await db.customer.findUniqueOrThrow({ where: { id: customer.id } });
      expect(effective.map(({ afterLimit }) => afterLimit?.toFixed(2))).toEqual([
        creditLimit?.toFixed(2),
      ]);
    }));

  it("[R1.3.1-b] a revocation and a designation make the customer prepaid", () =>
    at(TODAY, async () => {
      const { clerk, chief, director } = await people();
      const customer = await createCustomer({ cooperationStart: "2020-01-01", mode: "QUARTERLY" });
      const prepaid = { afterMode: "PREPAID", reason: "十月货款未付" } as const;
      const revoked = await checkedTermChange(
        clerk,
        chief,
        aTermForm(customer.id, { kind: "REVOKE", ...prepaid }),
      );
      await approve(director, revoked);
      const after = await db.customer.findUniqueOrThrow({ where: { id: customer.id } });
      expect([after.settlementMode, after.creditRevoked]).toEqual(["PREPAID", true]);
      const designated = await checkedTermChange(
        clerk,
        chief,
        aTermForm(customer.id, { kind: "DESIGNATE_PREPAID", ...prepaid }),
      );
      await approve(director, designated);
      const last = await db.customer.findUniqueOrThrow({ where: { id: customer.id } });
      expect([last.designatedPrepaid, last.creditRevoked]).toEqual([true, false]);
    }));
});
