import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import type { PaperMark, PrintablePaper } from "@/lib/pdf/paper-frame";
import { latestSignature } from "@/lib/pdf/paper-signature";
import { db } from "@/lib/server/db";
import { listSignatures } from "@/lib/server/signatures";
import type { PreparationStatus } from "./lifecycle";
import { findPreparation } from "./load";
import { preparationDocument } from "./preparation-pdf";

/** The preparation order (F08) as paper; null when there is none. Whoever may read orders sees all of them. */
export async function findPreparationPaper(
  _actor: Actor,
  id: string,
): Promise<PrintablePaper | null> {
  const order = await findPreparation(db, id);
  if (!order) return null;
  const [signatures, task] = await Promise.all([
    listSignatures(id),
    order.taskId
      ? db.productionTask.findUnique({ where: { id: order.taskId }, select: { docNo: true } })
      : null,
  ]);
  return {
    number: order.docNo,
    mark: markOf(order.status),
    draw: (frame) =>
      preparationDocument({
        ...order,
        frame,
        preparationOn: fromDbDate(order.preparationOn),
        dueOn: fromDbDate(order.dueOn),
        taskNo: task?.docNo ?? "",
        lines: order.lines.map((line) => ({
          ...line,
          prepareQty: Quantity.of(line.prepareQty).toString(),
          preparedQty: line.preparedQty && Quantity.of(line.preparedQty).toString(),
        })),
        chief: latestSignature(signatures, "CHECKED"),
      }),
  };
}

function markOf(status: PreparationStatus): PaperMark | null {
  if (status === "REJECTED" || status === "CANCELLED") return "VOIDED";
  return status === "DRAFT" || status === "PENDING_CHIEF" ? "UNAPPROVED" : null;
}
