import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { lockContractForShipping } from "@/lib/contracts/progress";
import { DomainError } from "@/lib/core/domain-error";
import { lockCustomer } from "@/lib/customers/lock-customer";
import type { Tx } from "@/lib/server/db";
import { lockNotice, type WholeNotice } from "./notice-load";
import { lockSlip, placeOfSlip, type WholeSlip } from "./slip-load";

/** The slip under the locks of its customer and itself, as the person saw it: enough for signatures. */
export async function lockForSignature(
  tx: Tx,
  input: { slipId: string; rowVersion: number },
): Promise<WholeSlip> {
  const { customerId } = await placeOfSlip(tx, input.slipId);
  await lockCustomer(tx, customerId);
  return seen(await lockSlip(tx, input.slipId), input.rowVersion);
}

export type LockedChain = { contract: WholeContract; notice: WholeNotice; slip: WholeSlip };

/** Customer, contract, notice and slip, locked in this order: for everything that moves goods or quantities. */
export async function lockChain(
  tx: Tx,
  input: { slipId: string; rowVersion: number },
): Promise<LockedChain> {
  const { customerId, contractId, noticeId } = await placeOfSlip(tx, input.slipId);
  if (contractId === null || noticeId === null) throw new DomainError("shipping.slip_wrong_status");
  await lockCustomer(tx, customerId);
  const contract = await lockContractForShipping(tx, contractId);
  const notice = await lockNotice(tx, noticeId);
  return { contract, notice, slip: seen(await lockSlip(tx, input.slipId), input.rowVersion) };
}

/** Stale before anything else is said: what the person saw is no longer there. */
function seen(slip: WholeSlip, rowVersion: number): WholeSlip {
  if (slip.rowVersion !== rowVersion) throw new DomainError("common.changed_meanwhile");
  return slip;
}
