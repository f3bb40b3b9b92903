import "server-only";
import type { Tx } from "@/lib/server/db";
import { findPreparation, preparationFacts } from "./load";
import { movePreparation } from "./move";
import { audit } from "./order-record";

/**
 * An order is used up when all that it prepared has left on posted slips; a red slip or a cancelled notice opens it
 * again (rules 5.6, 5.12). Transaction step after every such act, with the contract locked.
 */
export async function settlePreparations(tx: Tx, contractId: string): Promise<void> {
  const orders = await tx.preparationOrder.findMany({
    where: { contractId, status: { in: ["PREPARED", "CONSUMED"] } },
    orderBy: { id: "asc" },
    select: { id: true, status: true },
  });
  for (const { id, status } of orders) {
    const order = await findPreparation(tx, id);
    if (!order) continue;
    const { allLeft } = await preparationFacts(tx, order);
    if (status === "PREPARED" && allLeft) {
      await movePreparation(tx, order, "CONSUMED");
      await audit(tx, null, order, { type: "preparation.consumed" });
    } else if (status === "CONSUMED" && !allLeft) {
      await movePreparation(tx, order, "PREPARED");
      await audit(tx, null, order, { type: "preparation.reopened" });
    }
  }
}
