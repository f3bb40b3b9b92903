import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import type { Tx } from "@/lib/server/db";

/**
 * Transaction steps for packing and shipping. They lock the slip's row by moving it, so a reversal and a hand-over
 * of the same slip cannot both happen.
 */

/** The goods of an issued slip are boxed (R1.2.2-f). Throws `shipping.slip_not_issued`. */
export async function markPacked(tx: Tx, slipId: string): Promise<void> {
  await move(tx, slipId, ["ISSUED"], "PACKED", "shipping.slip_not_issued");
}

/** The packing list was voided: the slip waits for a new one. Throws `shipping.slip_not_packed`. */
export async function markUnpacked(tx: Tx, slipId: string): Promise<void> {
  await move(tx, slipId, ["PACKED"], "ISSUED", "shipping.slip_not_packed");
}

/**
 * The goods were handed to the carrier or the receiver (R1.2.2-i): after this the slip cannot be reversed.
 * Throws `shipping.slip_not_packed`; `shipping.reversal_pending` while a request to reverse it is open.
 */
export async function markShipped(tx: Tx, slipId: string): Promise<void> {
  await move(tx, slipId, ["ISSUED", "PACKED"], "SHIPPED", "shipping.slip_not_packed");
}

async function move(
  tx: Tx,
  slipId: string,
  from: ("ISSUED" | "PACKED")[],
  to: "ISSUED" | "PACKED" | "SHIPPED",
  refusal: string,
): Promise<void> {
  const { count } = await tx.outboundSlip.updateMany({
    where: { id: slipId, status: { in: from }, redOfId: null },
    data: { status: to, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError(refusal);
  const pending = await tx.slipReversal.count({ where: { slipId, status: "REQUESTED" } });
  if (pending > 0) throw new DomainError("shipping.reversal_pending");
}
