import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { formatDateTime, formatQuantity } from "@/lib/i18n/format";
import type { PaperMark, PrintablePaper } from "@/lib/pdf/paper-frame";
import { latestSignature } from "@/lib/pdf/paper-signature";
import { db } from "@/lib/server/db";
import { listSignatures } from "@/lib/server/signatures";
import type { PackForm } from "./labels";
import type { TaskStatus } from "./lifecycle";
import { findReceipt, type WholeReceipt } from "./receipt-load";
import { receiptDocument } from "./receipt-pdf";
import { isTaskVisible, shownCustomer } from "./scope";
import { findTask, type WholeTask } from "./task-load";
import { taskDocument } from "./task-pdf";

const dateOf = (value: Date | null) => (value === null ? null : fromDbDate(value));

// Papers are Chinese in either language of the screen; these are the words of their enumerations.
const PRIORITY_WORDS = { NORMAL: "正常", URGENT: "紧急" } as const;
const RESULT_WORDS: Readonly<Record<string, string>> = {
  QUALIFIED: "合格",
  CONCESSION: "让步接收",
};
const PACK_WORDS: Readonly<Record<PackForm, string>> = {
  TUBE: "单支管装",
  BOX: "盒装",
  CASE: "箱装",
};
const ACKNOWLEDGED = "{what}（{reason}）{by}，生产部 {answer}";
const WAITING = "待确认";

/** The production task notice (F06); null when there is none within the actor's reach. */
export async function findTaskPaper(actor: Actor, id: string): Promise<PrintablePaper | null> {
  const task = await findTask(db, id);
  if (!task || !(await isTaskVisible(actor, task))) return null;
  const [signatures, changes] = await Promise.all([listSignatures(id), changesOf(id)]);
  return {
    number: task.docNo,
    mark: taskMark(task.status),
    draw: (frame) =>
      taskDocument({
        ...task,
        frame,
        issuedOn: dateOf(task.issuedOn),
        contractClass: task.contractClass ?? "B",
        customerName: shownCustomer(actor, task.customerName),
        priority: PRIORITY_WORDS[task.priority],
        priorOn: dateOf(task.priorOn),
        priorPromisedOn: dateOf(task.priorPromisedOn),
        promisedOn: dateOf(task.promisedOn),
        lines: task.lines.map(paperLine),
        preparedAt: task.createdAt,
        chief: latestSignature(signatures, "CHECKED"),
        changes,
      }),
  };
}

function paperLine(line: WholeTask["lines"][number]) {
  return {
    ...line,
    drawingNo: [line.drawingNo, line.drawingRev].filter(Boolean).join(" "),
    quantity: Quantity.of(line.quantity).toString(),
    requiredOn: fromDbDate(line.requiredOn),
    promisedOn: dateOf(line.promisedOn),
  };
}

/** Changes and cancellation with who took note of them (F06 变更/取消). */
async function changesOf(taskId: string): Promise<string[]> {
  const rows = await db.acknowledgement.findMany({
    where: { paperId: taskId },
    orderBy: { openedAt: "asc" },
  });
  return rows.map((row) =>
    ACKNOWLEDGED.replace("{what}", row.what)
      .replace("{reason}", row.reason)
      .replace("{by}", `${row.openedByName} ${formatDateTime(row.openedAt)}`)
      .replace(
        "{answer}",
        row.acknowledgedAt
          ? `${row.acknowledgedByName ?? ""} ${formatDateTime(row.acknowledgedAt)}`
          : WAITING,
      ),
  );
}

function taskMark(status: TaskStatus): PaperMark | null {
  if (status === "CANCELLED" || status === "REJECTED") return "VOIDED";
  return status === "DRAFT" || status === "PENDING_CHIEF" ? "UNISSUED" : null;
}

/** The inbound slip of a production receipt (F27, F48); null when there is none. */
export async function findReceiptPaper(_actor: Actor, id: string): Promise<PrintablePaper | null> {
  const receipt = await findReceipt(db, id);
  if (!receipt) return null;
  const signatures = await listSignatures(id);
  return {
    number: receipt.docNo,
    mark: receiptMark(receipt),
    draw: (frame) =>
      receiptDocument({
        ...receipt,
        frame,
        receivedOn: fromDbDate(receipt.receivedOn),
        line: receiptLine(receipt),
        packing: packingOf(receipt),
        deliverer: latestSignature(signatures, "PREPARED"),
        inspector: latestSignature(signatures, "REVIEW"),
        keeper: latestSignature(signatures, "RECEIVED"),
      }),
  };
}

function receiptMark({ status }: WholeReceipt): PaperMark | null {
  if (status === "CANCELLED") return "VOIDED";
  return status === "POSTED" ? null : "UNISSUED";
}

function receiptLine({ line, status }: WholeReceipt) {
  return {
    ...line,
    deliveredQty: Quantity.of(line.deliveredQty).toString(),
    rejectedQty: Quantity.of(line.rejectedQty).toString(),
    receivedQty: status === "POSTED" ? Quantity.of(line.receivedQty).toString() : null,
    result: status === "PENDING_INSPECTION" ? "" : (RESULT_WORDS[line.inspectionResult] ?? ""),
  };
}

function packingOf({ line }: WholeReceipt) {
  const { qtyPerPack, packCount, packForm } = line;
  return {
    packedByName: line.packedByName,
    packedOn: dateOf(line.packedOn),
    form: PACK_WORDS[packForm as PackForm] ?? packForm,
    qtyPerPack:
      qtyPerPack === null ? "" : `${formatQuantity(Quantity.of(qtyPerPack))} ${line.unit}`,
    packCount: packCount === null ? "" : packCount.toFixed(0),
    labelPrinted: line.labelPrinted,
  };
}
