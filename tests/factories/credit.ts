import type { Actor } from "@/lib/auth/permissions";
import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import { checkTermChange } from "@/lib/credit/check-term-change";
import { saveTermChange } from "@/lib/credit/save-term-change";
import type { SaveTermChangeInput } from "@/lib/credit/schema";
import { submitTermChange } from "@/lib/credit/submit-term-change";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { aKey } from "./people";

let count = 0;

type DebtOptions = {
  amount: string;
  settled?: string;
  postedOn?: string;
  dueOn?: string;
  disputedOn?: string;
};

/** A posted delivery that the customer owes for. */
export function createDebt(customerId: string, options: DebtOptions) {
  const day = (date: string) => toDbDate(calendarDate(date));
  count += 1;
  return db.receivable.create({
    data: {
      id: newId(),
      customerId,
      sourceType: "outbound_slip",
      sourceId: newId(),
      sourceNo: `CK2026-${String(count).padStart(4, "0")}`,
      postedOn: day(options.postedOn ?? "2026-11-10"),
      amount: options.amount,
      settledAmount: options.settled ?? "0",
      dueOn: day(options.dueOn ?? "2026-12-31"),
      disputedOn: options.disputedOn ? day(options.disputedOn) : null,
    },
  });
}

/** Money that came in and is tied to nothing; only CONFIRMED money counts. */
export function createMoney(
  customerId: string,
  amount: string,
  status: "CONFIRMED" | "UNCONFIRMED" = "CONFIRMED",
) {
  count += 1;
  const person = newId();
  const day = toDbDate(calendarDate("2026-11-12"));
  return db.receipt.create({
    data: {
      id: newId(),
      docNo: `SK-T${count}`,
      status,
      registeredOn: day,
      customerId,
      customerName: "",
      payerName: "",
      channel: "BANK_TRANSFER",
      amount,
      paidOn: day,
      ...(status === "CONFIRMED"
        ? { creditedOn: day, decidedById: person, decidedByName: "出纳", decidedAt: day }
        : {}),
      bankAccountId: newId(),
      createdById: person,
      createdByName: "",
      createdAt: day,
    },
  });
}

/** The text of a proposal that a clerk may draft: monthly terms at the tier's own amount. */
export function aTermForm(
  customerId: string,
  changes: Partial<SaveTermChangeInput> = {},
): SaveTermChangeInput {
  return {
    id: null,
    rowVersion: null,
    customerId,
    kind: "GRANT",
    afterMode: "MONTHLY",
    afterLimit: "",
    afterQuarterMonth: "FIRST_MONTH_AFTER",
    afterAccumulatedFrom: "",
    reason: "合作一年以上，付款及时",
    ...changes,
  };
}

/** What a signer has on the screen. */
export async function seen(id: string) {
  const { rowVersion } = await db.termChange.findUniqueOrThrow({ where: { id } });
  return { id, rowVersion };
}

/** A proposal that waits for the section chief. */
export async function submittedTermChange(clerk: Actor, form: SaveTermChangeInput) {
  const { id } = await saveTermChange(clerk, form, aKey());
  await submitTermChange(clerk, await seen(id), aKey());
  return id;
}

/** A proposal that waits for the factory director. */
export async function checkedTermChange(clerk: Actor, chief: Actor, form: SaveTermChangeInput) {
  const id = await submittedTermChange(clerk, form);
  await checkTermChange(chief, { ...(await seen(id)), comment: "" }, aKey());
  return id;
}
