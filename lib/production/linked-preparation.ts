import "server-only";
import type { Tx } from "@/lib/server/db";
import type { PreparationStatus } from "@/lib/server/generated/enums";

/** The preparation order that goes with a notice of a mixed contract (R1.1.3-P); null when there is none in force. */
export async function linkedPreparation(
  client: Tx,
  taskId: string,
): Promise<{ id: string; docNo: string | null; status: PreparationStatus } | null> {
  const found = await client.preparationOrder.findUnique({
    where: { taskId },
    select: { id: true, docNo: true, status: true },
  });
  if (!found || found.status === "CANCELLED" || found.status === "REJECTED") return null;
  return found;
}
