import "server-only";
import { isMixed, lineSupply, unorderedStock } from "@/lib/contracts/line-supply";
import { contractTitle } from "@/lib/contracts/titles";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";

/** Goods promised from stock are missing: the handling clerk splits the line again (rules 5.1). */
export async function openResplitItem(
  tx: Tx,
  contractId: string,
  assigneeId?: string,
): Promise<void> {
  const contract = await tx.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: {
      contractNo: true,
      docNo: true,
      customerName: true,
      totalAmount: true,
      draftedById: true,
    },
  });
  await openWorkItem(tx, {
    kind: "contract.resplit",
    subjectType: "contract",
    subjectId: contractId,
    title: contractTitle(contract),
    assigneeId: assigneeId ?? contract.draftedById,
    dueOn: clock.today(),
  });
}

/** Closes the item when every stock row of the contract stands on an order again. */
export async function refreshResplitItem(tx: Tx, contractId: string): Promise<void> {
  const lines = await tx.contractLine.findMany({ where: { contractId, lineKind: "GOODS" } });
  const isOpen =
    isMixed(lines) && lines.some((line) => unorderedStock(lineSupply(line)).isPositive());
  if (!isOpen) await closeWorkItem(tx, { kind: "contract.resplit", subjectId: contractId });
}
