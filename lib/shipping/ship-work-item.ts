import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { contractTitle } from "@/lib/contracts/titles";
import { addDays, fromDbDate } from "@/lib/core/calendar-date";
import type { Tx } from "@/lib/server/db";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { currentSettings } from "@/lib/settings/queries";
import { claimableLines } from "./contract-view";
import { noticeableRest } from "./notice-amounts";

/**
 * The contract waits to be shipped as long as anything that lies in the store stands on no notice (R1.2.1-a). Call
 * after every change of what notices claim, with the contract locked.
 */
export async function refreshShipItem(tx: Tx, contractId: string): Promise<void> {
  const contract = await tx.contract.findUniqueOrThrow({
    where: { id: contractId },
    include: {
      lines: true,
      instalments: true,
      register: { select: { registeredAt: true, taskNos: true, prepNos: true } },
    },
  });
  const dueOn = firstUnnoticedDate(contract);
  if (contract.status !== "EXECUTING" || dueOn === null) {
    await closeWorkItem(tx, { kind: "contract.ship", subjectId: contractId });
    return;
  }
  const { shippingLeadDays } = await currentSettings(tx);
  await openWorkItem(tx, {
    kind: "contract.ship",
    subjectType: "contract",
    subjectId: contractId,
    title: contractTitle(contract),
    duty: "SHIPPING_NOTICE",
    dueOn,
    visibleFromOn: addDays(dueOn, -shippingLeadDays),
  });
}

function firstUnnoticedDate(contract: WholeContract) {
  const waiting = new Set(
    claimableLines(contract)
      .filter((line) => line.lineKind === "GOODS" && noticeableRest(line).isPositive())
      .map(({ contractLineId }) => contractLineId),
  );
  if (waiting.size === 0) return null;
  const dates = contract.lines
    .filter(({ id }) => waiting.has(id))
    .flatMap(({ deliveryOn }) => (deliveryOn ? [fromDbDate(deliveryOn)] : []))
    .sort();
  const fallback = contract.deliveryFrom ?? contract.effectiveOn ?? contract.createdAt;
  return dates[0] ?? fromDbDate(fallback);
}
