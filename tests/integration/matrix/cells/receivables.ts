import * as money from "@/lib/receivables/actions";
import { enterReceipt } from "@/lib/receivables/enter-receipt";
import { db } from "@/lib/server/db";
import { confirmReceiptAction, moveOnAccountAction } from "@/lib/shipping/actions";
import { aKey } from "@/tests/factories/people";
import { createDebtor, createPayableContract, receiptInput } from "@/tests/factories/receivables";
import { type Cast, does, REASON } from "../cast";
import type { DocumentMatrix } from "../harness";
import { CLERK_OR_FINANCE, FINANCE } from "../roles";

const theReceipt = (id: string) => db.receipt.findUniqueOrThrow({ where: { id } });

async function entered({ team }: Cast): Promise<string> {
  const input = await receiptInput(await createDebtor(), { amount: "100.00" });
  return (await enterReceipt(team.clerk, input, aKey())).receiptId;
}
async function receiptRef(receiptId: string) {
  return { receiptId, rowVersion: (await theReceipt(receiptId)).rowVersion };
}
const reasoned = async (id: string) => ({ ...(await receiptRef(id)), comment: REASON });
const confirming = async (id: string) => ({
  ...(await reasoned(id)),
  creditedOn: "2026-11-23",
  overrideReason: "",
});
async function confirmed(cast: Cast): Promise<string> {
  const id = await entered(cast);
  await does(cast.team.finance, confirmReceiptAction, await confirming(id));
  return id;
}
async function rejected(cast: Cast): Promise<string> {
  const id = await entered(cast);
  await does(cast.team.finance, money.rejectReceiptAction, await reasoned(id));
  return id;
}
async function reversed(cast: Cast): Promise<string> {
  const id = await confirmed(cast);
  await does(cast.team.finance, money.reverseReceiptAction, await reasoned(id));
  return id;
}

/** What this receipt left on the account, to a contract of its customer. */
async function moved(id: string) {
  const { customerId, customerName } = await theReceipt(id);
  const contract = await createPayableContract({ id: customerId ?? "", name: customerName });
  const part = { kind: "PREPAYMENT", contractId: contract.id, receivableId: null, amount: "10" };
  return { customerId, allocations: [part], reason: REASON };
}

const DECIDED = "receivables.already_decided";

const RECEIPTS: DocumentMatrix = {
  name: "a receipt",
  statuses: ["UNCONFIRMED", "CONFIRMED", "REJECTED", "REVERSED"],
  make: { UNCONFIRMED: entered, CONFIRMED: confirmed, REJECTED: rejected, REVERSED: reversed },
  statusOf: async (id) => (await theReceipt(id)).status,
  acts: {
    assign: {
      action: money.assignReceiptAction,
      permission: "receipt:assign",
      input: async (id) => ({ ...(await receiptRef(id)), allocations: [] }),
      cells: { UNCONFIRMED: { by: CLERK_OR_FINANCE, to: "UNCONFIRMED" } },
      refusal: DECIDED,
      again: true,
    },
    confirm: {
      action: confirmReceiptAction,
      permission: "receipt:confirm",
      input: confirming,
      cells: { UNCONFIRMED: { by: FINANCE, to: "CONFIRMED" } },
      refusal: DECIDED,
    },
    reject: {
      action: money.rejectReceiptAction,
      permission: "receipt:confirm",
      input: reasoned,
      cells: { UNCONFIRMED: { by: FINANCE, to: "REJECTED" } },
      refusal: DECIDED,
    },
    reverse: {
      action: money.reverseReceiptAction,
      permission: "receipt:confirm",
      input: reasoned,
      cells: { CONFIRMED: { by: FINANCE, to: "REVERSED" } },
      refusal: DECIDED,
    },
    // Only confirmed money is there to be moved.
    move_on_account: {
      action: moveOnAccountAction,
      permission: "receipt:confirm",
      input: moved,
      cells: { CONFIRMED: { by: FINANCE, to: "CONFIRMED" } },
      refusal: "receivables.over_on_account",
    },
  },
};

export const RECEIVABLES: readonly DocumentMatrix[] = [RECEIPTS];
