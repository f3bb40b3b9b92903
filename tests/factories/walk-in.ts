import type { Actor } from "@/lib/auth/permissions";
import { approveContract } from "@/lib/contracts/approve-contract";
import { calendarDate } from "@/lib/core/calendar-date";
import { confirmReceipt } from "@/lib/receivables/confirm-receipt";
import { db } from "@/lib/server/db";
import { approveSlip } from "@/lib/shipping/approve-slip";
import { signSlip } from "@/lib/shipping/sign-slip";
import { bindPickup } from "@/lib/walkin/bind-contract";
import { countWalkIn } from "@/lib/walkin/count-walk-in";
import { handOverWalkIn } from "@/lib/walkin/hand-over";
import { makeContract } from "@/lib/walkin/make-contract";
import { saveWalkIn } from "@/lib/walkin/save-walk-in";
import { type SaveWalkInInput, saveWalkInInput } from "@/lib/walkin/schema";
import { submitWalkIn } from "@/lib/walkin/submit-walk-in";
import { takeMoney } from "@/lib/walkin/take-money";
import { monthlyCustomer } from "./contracts";
import { aKey } from "./people";
import { createProduct, createUnits } from "./products";
import { receiptInput } from "./receivables";
import { directorView, type ShippingTeam, slipRef } from "./shipping";
import { stockUp } from "./stock";

type WalkInSpec = {
  customerId?: string;
  /** By default 10 pieces at 100.00 of a new product with 10 in the store. */
  lines?: readonly { productId?: string; quantity: string; price: string; stock?: string }[];
  changes?: Partial<SaveWalkInInput>;
};

/** What the form of a pickup sends. */
export async function walkInValues(spec: WalkInSpec = {}): Promise<SaveWalkInInput> {
  await createUnits();
  const customerId = spec.customerId ?? (await monthlyCustomer()).id;
  const lines = [];
  for (const line of spec.lines ?? [{ quantity: "10", price: "100" }]) {
    const productId = line.productId ?? (await createProduct()).id;
    const stock = line.stock ?? line.quantity;
    if (!line.productId && stock !== "0") await stockUp({ productId, quantity: stock });
    lines.push({ productId, quantity: line.quantity, unitPrice: line.price, lineRemark: "" });
  }
  return saveWalkInInput.parse({
    walkInId: null,
    rowVersion: null,
    customerId,
    receiverName: "王师傅",
    receiverIdNo: "210202199001011234",
    receiverPhone: "13800000000",
    vehicleNo: "辽B12345",
    authorityKind: "LETTER",
    paymentTerm: "MONTHLY",
    paymentChannel: "CASH",
    exceptionReason: "",
    remark: "",
    ...spec.changes,
    lines,
  });
}

export async function aDraftWalkIn(team: ShippingTeam, spec: WalkInSpec = {}): Promise<string> {
  return (await saveWalkIn(team.clerk, await walkInValues(spec), aKey())).walkInId;
}

export function seenWalkIn(id: string) {
  return db.walkIn.findUniqueOrThrow({
    where: { id },
    include: { lines: { orderBy: { lineNo: "asc" } } },
  });
}

/** Which pickup, as a person would see it now. */
export async function walkInRef(id: string) {
  return { walkInId: id, rowVersion: (await seenWalkIn(id)).rowVersion };
}

export async function slipOf(id: string): Promise<string> {
  const { slipId } = await seenWalkIn(id);
  if (!slipId) throw new Error("The pickup has no slip");
  return slipId;
}

export async function aSubmittedWalkIn(team: ShippingTeam, spec: WalkInSpec = {}) {
  const id = await aDraftWalkIn(team, spec);
  await submitWalkIn(team.clerk, await walkInRef(id), aKey());
  return id;
}

export async function anApprovedWalkIn(team: ShippingTeam, spec: WalkInSpec = {}) {
  const id = await aSubmittedWalkIn(team, spec);
  await signWalkIn(team, id);
  return id;
}

export async function signWalkIn(team: ShippingTeam, id: string) {
  const slipId = await slipOf(id);
  const input = { ...(await slipRef(slipId)), comment: "" };
  const { outcome } = await signSlip(team.chief, input, aKey());
  if (outcome === "PENDING_DIRECTOR")
    await approveSlip(team.director, await directorView(slipId), aKey());
}

/** One person's count: everything there unless quantities (by position) say otherwise. */
export async function count(actor: Actor, id: string, quantities?: readonly string[]) {
  const { lines } = await seenWalkIn(id);
  const counts = Object.fromEntries(
    lines.map((line, index) => [line.id, quantities?.[index] ?? line.quantity.toFixed(3)]),
  );
  return countWalkIn(actor, { ...(await walkInRef(id)), counts }, aKey());
}

export async function handOverValues(id: string, shortReason = "") {
  return {
    ...(await walkInRef(id)),
    receiverName: "王师傅",
    receiverIdNo: "210202199001011234",
    receiverPhone: "13800000000",
    vehicleNo: "辽B12345",
    receiverSigned: true,
    shortReason,
  };
}

export async function aCountedWalkIn(team: ShippingTeam, spec: WalkInSpec = {}) {
  const id = await anApprovedWalkIn(team, spec);
  await count(team.clerk, id);
  await count(team.keeper, id);
  return id;
}

export async function aHandedOverWalkIn(team: ShippingTeam, spec: WalkInSpec = {}) {
  const id = await aCountedWalkIn(team, spec);
  const { outcome } = await handOverWalkIn(team.keeper, await handOverValues(id), aKey());
  if (outcome !== "HANDED_OVER") throw new Error("The pickup went back to the director");
  return id;
}

/** Cash at the counter, confirmed by finance at once. */
export async function payAtCounter(team: ShippingTeam, id: string, amount: string) {
  const walkIn = await seenWalkIn(id);
  const { bankAccountId } = await receiptInput(
    { id: walkIn.customerId, name: walkIn.customerName },
    { amount, allocations: [] },
  );
  const { receiptId } = await takeMoney(
    team.clerk,
    {
      ...(await walkInRef(id)),
      amount,
      channel: "CASH",
      payerName: walkIn.customerName,
      bankAccountId,
      bankRef: "",
    },
    aKey(),
  );
  return receiptId;
}

export function confirmMoney(team: ShippingTeam, receiptId: string) {
  return confirmReceipt(
    team.finance,
    {
      receiptId,
      rowVersion: 1,
      creditedOn: calendarDate("2026-11-23"),
      comment: "",
      overrideReason: "",
    },
    aKey(),
    async () => undefined,
  );
}

/** The draft of the contract afterwards, with everything agreed so that it can be submitted. */
export async function aContractAfterwards(team: ShippingTeam, id: string): Promise<string> {
  const { contractId } = await makeContract(team.clerk, await walkInRef(id), aKey());
  await db.contract.update({
    where: { id: contractId },
    data: {
      agreedPrice: true,
      agreedDelivery: true,
      agreedPayment: true,
      agreedWith: "王师傅",
      readBackConfirmed: true,
      readBackByName: "李内勤",
    },
  });
  return contractId;
}

/** The director's approval as the application wires it. */
export function approveWithPickup(
  director: Actor,
  input: { contractId: string; rowVersion: number; comment: string },
) {
  return approveContract(director, input, aKey(), { bindPickup });
}
