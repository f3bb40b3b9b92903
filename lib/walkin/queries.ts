import "server-only";
import { type Actor, can, seesPrices } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import { isUuid } from "@/lib/core/uuid";
import { freeMoney } from "@/lib/receivables/kept-for-pickup";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { listBankAccounts } from "@/lib/settings/queries";
import { walkInLifecycle } from "./lifecycle";
import { findWalkIn, type WholeWalkIn, walkInFacts } from "./load";
import { overdueStep } from "./policy";

const dateText = (value: Date | null) => (value === null ? null : fromDbDate(value));

export type WalkInDetail = NonNullable<Awaited<ReturnType<typeof findWalkInDetail>>>;

/** A pickup as its page shows it, with the commands this actor may give; null when not in view. */
export async function findWalkInDetail(actor: Actor, id: string) {
  if (!can(actor, "walkin:read") || !isUuid(id)) return null;
  const walkIn = await findWalkIn(db, id);
  if (!walkIn) return null;
  const prices = seesPrices(actor);
  const { lines, totalAmount, taxRate: _rate, ...head } = walkIn;
  const draftDueOn = dateText(walkIn.draftDueOn);
  const effectiveDueOn = dateText(walkIn.effectiveDueOn);
  return {
    ...head,
    draftDueOn,
    effectiveDueOn,
    overdue: overdueStep({ status: walkIn.status, draftDueOn, effectiveDueOn }, clock.today()),
    totalAmount: prices ? Money.of(totalAmount).toString() : null,
    lines: lines.map((line) => lineView(line, prices, actor)),
    commands: walkInLifecycle.available(walkInFacts(walkIn), actor, can),
    money: prices ? await moneyOf(walkIn) : null,
    mayTakeMoney: can(actor, "receipt:enter") && BEFORE_GOODS.includes(walkIn.status),
    seesPrices: prices,
    /** Each side counts without seeing the other's figures until both have counted. */
    isKeeper: actor.role === "WAREHOUSE_KEEPER",
  };
}

const BEFORE_GOODS: readonly string[] = [
  "DRAFT",
  "PENDING_DEPT_HEAD",
  "PENDING_DIRECTOR",
  "APPROVED",
];

function lineView(line: WholeWalkIn["lines"][number], prices: boolean, actor: Actor) {
  const keeper = line.countedByKeeper && Quantity.of(line.countedByKeeper).toString();
  const clerk = line.countedByClerk && Quantity.of(line.countedByClerk).toString();
  const isBoth = keeper !== null && clerk !== null;
  return {
    id: line.id,
    lineNo: line.lineNo,
    productId: line.productId,
    productCode: line.productCode,
    productName: line.productName,
    spec: line.spec,
    unit: line.unit,
    quantity: Quantity.of(line.quantity).toString(),
    unitPrice: prices ? UnitPrice.of(line.unitPrice).toString() : null,
    amount: prices ? Money.of(line.amount).toString() : null,
    lineRemark: line.lineRemark,
    countedByKeeper: isBoth || actor.role !== "CLERK" ? keeper : null,
    countedByClerk: isBoth || actor.role !== "WAREHOUSE_KEEPER" ? clerk : null,
  };
}
export type WalkInLineView = WalkInDetail["lines"][number];

/** The receipt taken at the counter, and what confirmed money is free for a pickup paid in advance. */
async function moneyOf(walkIn: WholeWalkIn) {
  const receipt = walkIn.receiptId
    ? await db.receipt.findUnique({
        where: { id: walkIn.receiptId },
        select: { id: true, docNo: true, amount: true, status: true },
      })
    : null;
  const isOpen = BEFORE_GOODS.includes(walkIn.status);
  const confirmed =
    walkIn.paymentTerm === "PREPAID" && isOpen ? await freeMoney(db, walkIn.customerId) : null;
  const missing = confirmed && Money.of(walkIn.totalAmount).minus(confirmed).max(Money.zero);
  const accounts = await listBankAccounts(db, { activeOnly: true });
  return {
    receipt: receipt && { ...receipt, amount: Money.of(receipt.amount).toString() },
    mayReplace: receipt === null || receipt.status === "REJECTED" || receipt.status === "REVERSED",
    confirmed: confirmed?.toString() ?? null,
    missing: missing?.toString() ?? null,
    accounts: accounts.map(({ id, bankName, accountNo }) => ({
      value: id,
      label: `${bankName} ${accountNo.slice(-4)}`,
    })),
  };
}
