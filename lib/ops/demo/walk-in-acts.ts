import { confirmReceipt } from "@/lib/receivables/confirm-receipt";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { approveSlip } from "@/lib/shipping/approve-slip";
import { signSlip } from "@/lib/shipping/sign-slip";
import { countWalkIn } from "@/lib/walkin/count-walk-in";
import { handOverWalkIn } from "@/lib/walkin/hand-over";
import { saveWalkIn } from "@/lib/walkin/save-walk-in";
import { saveWalkInInput } from "@/lib/walkin/schema";
import { takeMoney } from "@/lib/walkin/take-money";
import type { KnownCustomer } from "./customers";
import { newKey } from "./keys";
import type { Staff } from "./people";
import type { Company } from "./story";

/** The goods that lie most freely, a few pieces of each; null when nothing does. */
export async function writeWalkIn(
  { staff, products }: Company,
  customer: KnownCustomer,
  paymentTerm: "PREPAID" | "MONTHLY" | "QUARTERLY" | "ACCUMULATED",
): Promise<string | null> {
  const free = await db.$queryRaw<{ id: string }[]>`
    select product_id::text as id from stock_balance
    where product_id = any(${products.map(({ id }) => id)}::uuid[])
    group by product_id having sum(on_hand - reserved) >= 40
    order by sum(on_hand - reserved) desc, product_id limit 2`;
  const lines = free.flatMap(({ id }, index) => {
    const product = products.find((known) => known.id === id);
    if (!product) return [];
    const quantity = String(2 + index);
    return [{ productId: id, quantity, unitPrice: String(product.price), lineRemark: "" }];
  });
  if (lines.length === 0) return null;
  const input = saveWalkInInput.parse({
    walkInId: null,
    rowVersion: null,
    customerId: customer.id,
    receiverName: customer.contact,
    receiverIdNo: "210211198503124517",
    receiverPhone: customer.mobile,
    vehicleNo: "辽B3K521",
    authorityKind: "LETTER",
    paymentTerm,
    paymentChannel: paymentTerm === "PREPAID" ? "CASH" : "BANK_TRANSFER",
    exceptionReason: "客户生产线停机待料，派车自提",
    remark: "",
    lines,
  });
  const { walkInId } = await saveWalkIn(await staff.who("clerk"), input, newKey());
  return walkInId;
}

export async function walkInRef(id: string) {
  const { rowVersion } = await db.walkIn.findUniqueOrThrow({
    where: { id },
    select: { rowVersion: true },
  });
  return { walkInId: id, rowVersion };
}

async function slipOf(id: string) {
  return db.outboundSlip.findUniqueOrThrow({
    where: { walkInId: id },
    select: { id: true, rowVersion: true, creditSnapshot: true },
  });
}

export async function slipRefOf(id: string) {
  const { id: slipId, rowVersion } = await slipOf(id);
  return { slipId, rowVersion };
}

/** The head signs, and the director where a payment condition is broken and `isReleased`. */
export async function letPickupGo(staff: Staff, id: string, isReleased: boolean): Promise<void> {
  const signed = { ...(await slipRefOf(id)), comment: "" };
  const { outcome } = await signSlip(await staff.who("chief"), signed, newKey());
  if (outcome !== "PENDING_DIRECTOR" || !isReleased) return;
  const { id: slipId, rowVersion, creditSnapshot } = await slipOf(id);
  const shown = creditSnapshot as { exposureAfter: string; violations: string[] };
  await approveSlip(
    await staff.who("director"),
    {
      slipId,
      rowVersion,
      shownExposure: shown.exposureAfter,
      shownViolations: shown.violations,
      comment: "同意本次提货",
    },
    newKey(),
  );
}

export async function countAs(staff: Staff, who: "clerk" | "keeper", id: string): Promise<void> {
  const lines = await db.walkInLine.findMany({ where: { walkInId: id } });
  const counts = Object.fromEntries(lines.map((line) => [line.id, line.quantity.toFixed(3)]));
  await countWalkIn(await staff.who(who), { ...(await walkInRef(id)), counts }, newKey());
}

/** Cash at the counter; finance counts it too when `isConfirmed`. */
export async function takeCash(staff: Staff, id: string, isConfirmed: boolean): Promise<void> {
  const walkIn = await db.walkIn.findUniqueOrThrow({ where: { id } });
  const account = await db.bankAccount.findFirstOrThrow({ select: { id: true } });
  const { receiptId } = await takeMoney(
    await staff.who("clerk"),
    {
      walkInId: id,
      rowVersion: walkIn.rowVersion,
      amount: walkIn.totalAmount.toFixed(2),
      channel: "CASH",
      payerName: walkIn.customerName,
      bankAccountId: account.id,
      bankRef: "",
    },
    newKey(),
  );
  if (!isConfirmed) return;
  const creditedOn = clock.today();
  const input = { receiptId, rowVersion: 1, creditedOn, comment: "", overrideReason: "" };
  await confirmReceipt(await staff.who("finance"), input, newKey(), async () => undefined);
}

/** The receiver signs and drives away. */
export async function giveOut(staff: Staff, id: string): Promise<void> {
  const walkIn = await db.walkIn.findUniqueOrThrow({ where: { id } });
  const { receiverName, receiverIdNo, receiverPhone, vehicleNo, rowVersion } = walkIn;
  const receiver = { receiverName, receiverIdNo, receiverPhone, vehicleNo };
  await handOverWalkIn(
    await staff.who("keeper"),
    { walkInId: id, rowVersion, ...receiver, receiverSigned: true, shortReason: "" },
    newKey(),
  );
}
