import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { db } from "@/lib/server/db";
import { listBinCodes } from "@/lib/stock/queries";
import { receiptLifecycle } from "./receipt-lifecycle";
import { acceptedQty, findReceipt, receiptFacts } from "./receipt-load";

export type ReceiptDetail = NonNullable<Awaited<ReturnType<typeof findReceiptDetail>>>;

/** A production receipt (F27) as its page shows it; null when there is none. */
export async function findReceiptDetail(actor: Actor, slipId: string) {
  if (!isUuid(slipId)) return null;
  const receipt = await findReceipt(db, slipId);
  if (!receipt) return null;
  const facts = await receiptFacts(db, actor, receipt);
  const commands = receiptLifecycle.available(facts, actor, can);
  const { line, lines: _lines, ...head } = receipt;
  return {
    ...head,
    receivedOn: fromDbDate(head.receivedOn) as string,
    line: {
      ...line,
      deliveredQty: Quantity.of(line.deliveredQty).toString(),
      rejectedQty: Quantity.of(line.rejectedQty).toString(),
      receivedQty: Quantity.of(line.receivedQty).toString(),
      acceptedQty: acceptedQty(receipt).toString(),
      qtyPerPack: line.qtyPerPack === null ? null : Quantity.of(line.qtyPerPack).toString(),
      packedOn: line.packedOn === null ? null : (fromDbDate(line.packedOn) as string),
    },
    bins: commands.includes("receive") ? await listBinCodes() : [],
    commands,
    mayOpenTask: can(actor, "production:read"),
    mayOpenContract: can(actor, "contract:read"),
  };
}
