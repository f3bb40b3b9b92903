import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { commitCredit, releaseCommitment } from "@/lib/credit/commitments";
import { creditOutlook } from "@/lib/credit/outlook";
import { assessCredit } from "@/lib/credit/policy";
import { creditFacts, customerTerms } from "@/lib/credit/queries";
import { recordCooperation, voidCooperation } from "@/lib/customers/cooperation";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { createDebt, createMoney } from "../../factories/credit";
import { createCooperation, createCustomer } from "../../factories/customers";
import { anActor } from "../../factories/people";
import { at } from "../../support/clock";

const TODAY = "2026-11-23";
const customerM = () => createCustomer({ cooperationStart: "2024-11-23", mode: "MONTHLY" });
const verdict = async (customerId: string, slip: string) => {
  const facts = await creditFacts(db, customerId);
  return assessCredit({ ...facts, slipTerm: "MONTHLY" }, Money.of(slip));
};

describe("what a customer owes (rules 5.4)", () => {
  it("[R1.3.1-c] sums open deliveries, other slips on their way out, and money on account", () =>
    at(TODAY, async () => {
      const { id } = await customerM();
      await createDebt(id, { amount: "14000.00", settled: "2000.00" });
      expect((await verdict(id, "3000.00")).exposure.toString()).toBe("15000.00");
      expect((await verdict(id, "3000.01")).violations).toEqual(["V3_LIMIT"]);

      await createMoney(id, "1000.00");
      expect((await verdict(id, "4000.00")).violations).toEqual([]);

      const slipId = newId();
      await transact((tx) => commitCredit(tx, slipId, id, Money.of("500.00")));
      expect((await verdict(id, "3500.01")).violations).toEqual(["V3_LIMIT"]);
      const without = await creditFacts(db, id, { exceptSlipId: slipId });
      expect(without.otherApprovedSlips.isZero()).toBe(true);
      await transact((tx) => releaseCommitment(tx, slipId));
      expect((await verdict(id, "4000.00")).violations).toEqual([]);
    }));

  it("[R1.3.1-c] an unconfirmed receipt does not count", () =>
    at(TODAY, async () => {
      const { id } = await customerM();
      await createDebt(id, { amount: "12000.00" });
      await createMoney(id, "5000.00", "UNCONFIRMED");
      expect((await verdict(id, "3000.01")).violations).toEqual(["V3_LIMIT"]);
    }));

  it("[R1.3.1-e] is overdue from the day after the due date, unless the delivery is in dispute", () =>
    at(TODAY, async () => {
      const { id } = await customerM();
      const debt = await createDebt(id, { amount: "100.00", dueOn: TODAY });
      expect((await verdict(id, "1.00")).violations).toEqual([]);
      await at("2026-11-24", async () => {
        const facts = await creditFacts(db, id);
        expect(facts.oldestOverdue).toBe(TODAY);
        expect([facts.overdueDays, facts.overdueCount]).toEqual([1, 1]);
        expect((await verdict(id, "1.00")).violations).toEqual(["V4_OVERDUE"]);
      });
      await db.receivable.update({ where: { id: debt.id }, data: { disputedOn: new Date() } });
      await at("2026-11-24", async () => {
        expect((await verdict(id, "1.00")).violations).toEqual([]);
      });
    }));

  it("[R1.3.1-c] money tied to a contract is not on account; what it settled no longer is either", () =>
    at(TODAY, async () => {
      const { id } = await customerM();
      const debt = await createDebt(id, { amount: "300.00" });
      await createMoney(id, "1000.00");
      const contractId = newId();
      const row = { customerId: id, at: new Date(), contractId };
      await db.contractFunds.create({ data: { ...row, amount: "600.00" } });
      const settled = { customerId: id, receivableId: debt.id, at: new Date() };
      await db.settlement.create({ data: { ...settled, amount: "150.00" } });
      await db.settlement.create({ data: { ...settled, amount: "50.00", contractId } });
      const facts = await creditFacts(db, id);
      expect(facts.onAccount.toString()).toBe("250.00");
      expect(facts.openDeliveries.toString()).toBe("100.00");
    }));
});

describe("tenure and tier", () => {
  it("[R1.3.1-a] follow the first effective contract; a voided one no longer counts", () =>
    at(TODAY, async () => {
      const { id } = await createCustomer();
      const contractId = newId();
      await transact((tx) =>
        recordCooperation(tx, {
          contractId,
          customerId: id,
          effectiveOn: calendarDate("2025-11-23"),
        }),
      );
      await createCooperation(id, "2026-03-01");
      const terms = await customerTerms(db, id, calendarDate(TODAY));
      expect([terms.cooperationStart, terms.tier]).toEqual(["2025-11-23", "MID"]);
      await transact((tx) => voidCooperation(tx, contractId, calendarDate(TODAY)));
      const after = await customerTerms(db, id, calendarDate(TODAY));
      expect([after.cooperationStart, after.tier]).toEqual(["2026-03-01", "NEW"]);
    }));

  it("[R1.3.1-a] the confirmed older date decides", () =>
    at(TODAY, async () => {
      const { id } = await createCustomer({ cooperationStart: "2023-11-23" });
      await createCooperation(id, "2026-03-01");
      const terms = await customerTerms(db, id, calendarDate(TODAY));
      expect([terms.cooperationStart, terms.tier]).toEqual(["2023-11-23", "OLD"]);
      expect(terms.tierLimit?.toString()).toBe("50000.00");
    }));

  it("refuses an unknown customer", async () => {
    await expect(creditFacts(db, newId())).rejects.toMatchObject({ code: "common.not_found" });
  });
});

describe("the credit bar", () => {
  it("[R1.3.1-e] says what will happen to the order that is being typed", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const { id } = await customerM();
      await createDebt(id, { amount: "12000.00" });
      const outlook = await creditOutlook(clerk, id, Money.of("6400.00"), "MONTHLY");
      expect(outlook).toMatchObject({
        limit: "15000.00",
        exposureNow: "12000.00",
        exposureAfter: "18400.00",
        usedPercent: 122,
        isLooserTerm: false,
        violations: ["V3_LIMIT"],
        sentence: { code: "over_limit", details: { over: "3400.00" } },
      });
    }));

  it("shows a salesperson own customers only", () =>
    at(TODAY, async () => {
      const sales = await anActor("SALESPERSON");
      const { id: foreign } = await createCustomer();
      const { id: own } = await createCustomer({ ownerId: sales.id });
      await expect(creditOutlook(sales, foreign, Money.zero, "MONTHLY")).rejects.toMatchObject({
        code: "common.not_found",
      });
      const outlook = await creditOutlook(sales, own, Money.of("10.00"), "MONTHLY");
      expect(outlook.violations).toEqual(["V1_NOT_PREPAID"]);
      expect(outlook.isLooserTerm).toBe(true);
    }));
});
