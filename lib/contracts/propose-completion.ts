import "server-only";
import { factsOf, lockContract } from "@/lib/contracts/load";
import { contractTitle } from "@/lib/contracts/titles";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";

/**
 * Everything is delivered or short closed and has left the house: the registrar is asked to confirm the completion (rules 5.1); the request
 * goes again when a delivery is taken back. Transaction step, after each fact that may change the answer.
 */
export async function proposeCompletion(tx: Tx, contractId: string): Promise<void> {
  const contract = await lockContract(tx, contractId);
  const { allDelivered, deliveredAnything, goodsInHouse } = await factsOf(tx, contract);
  const item = { kind: "contract.complete", subjectId: contractId } as const;
  const isDone = allDelivered && deliveredAnything && goodsInHouse === 0;
  if (contract.status !== "EXECUTING" || !isDone) {
    await closeWorkItem(tx, item);
    return;
  }
  await openWorkItem(tx, {
    ...item,
    subjectType: "contract",
    title: contractTitle(contract),
    duty: "CONTRACT_NUMBERING",
    dueOn: clock.today(),
  });
}
