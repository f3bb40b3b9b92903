import "server-only";
import type { Tx } from "@/lib/server/db";
import type { PreparationStatus } from "@/lib/server/generated/enums";

/** The preparation order that goes with a notice of a mixed contract (R1.1.3-P); null when there is none in force. */
export function linkedPreparation(
  client: Tx,
  taskId: string,
): Promise<{ id: string; docNo: string | null; status: PreparationStatus } | null> {
  return client.preparationOrder.findFirst({
    where: { taskId, status: { notIn: ["CANCELLED", "REJECTED"] } },
    select: { id: true, docNo: true, status: true },
  });
}
