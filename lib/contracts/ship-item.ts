import "server-only";
import { deliverable, isMixed, lineSupply, shippableNow } from "@/lib/contracts/line-supply";
import { contractTitle } from "@/lib/contracts/titles";
import { addDays, fromDbDate } from "@/lib/core/calendar-date";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { currentSettings } from "@/lib/settings/queries";

type ContractWithLines = Prisma.ContractGetPayload<{ include: { lines: true } }>;

/**
 * The contract waits to be shipped as long as anything that is ready stands on no notice (R1.2.1-a). Call after every
 * change of what is ready or claimed: notices, preparation, production receipts, a new split; with the contract locked.
 */
export async function refreshShipItem(tx: Tx, contractId: string): Promise<void> {
  const contract = await tx.contract.findUniqueOrThrow({
    where: { id: contractId },
    include: { lines: true },
  });
  const dueOn = firstShippableDate(contract);
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

function firstShippableDate(contract: ContractWithLines) {
  const goods = contract.lines.filter(
    (line) => line.lineKind === "GOODS" && deliverable(lineSupply(line)).isPositive(),
  );
  const mixed = isMixed(goods);
  const waiting = goods.filter((line) => shippableNow(lineSupply(line), mixed).isPositive());
  if (waiting.length === 0) return null;
  const dates = waiting
    .flatMap(({ deliveryOn }) => (deliveryOn ? [fromDbDate(deliveryOn)] : []))
    .sort();
  const fallback = contract.deliveryFrom ?? contract.effectiveOn ?? contract.createdAt;
  return dates[0] ?? fromDbDate(fallback);
}
