/** The business fields of a production task notice: what a signature binds. */
import { contentHash } from "@/lib/core/content-hash";

type Decimal = { toFixed(digits: number): string };
type Day = { toISOString(): string };

export type TaskContentSource = {
  contractId: string | null;
  contractNo: string;
  customerId: string | null;
  toDepartment: string;
  priorPerson: string;
  priorOn: Day | null;
  priorPromisedOn: Day | null;
  priority: string;
  reviewNos: string;
  revision: number;
  lines: readonly {
    lineNo: number;
    contractLineId: string | null;
    productId: string;
    productName: string;
    spec: string;
    drawingNo: string;
    drawingRev: string;
    unit: string;
    quantity: Decimal;
    extraQty: Decimal;
    extraReason: string;
    requiredOn: Day;
    technicalRequirement: string;
    packingRequirement: string;
  }[];
};

const dayText = (day: Day | null) => day?.toISOString().slice(0, 10) ?? null;

export function taskContentHash(task: TaskContentSource): string {
  return contentHash({
    contractId: task.contractId,
    contractNo: task.contractNo,
    customerId: task.customerId,
    toDepartment: task.toDepartment,
    priorPerson: task.priorPerson,
    priorOn: dayText(task.priorOn),
    priorPromisedOn: dayText(task.priorPromisedOn),
    priority: task.priority,
    reviewNos: task.reviewNos,
    revision: task.revision,
    lines: task.lines.map((line) => ({
      lineNo: line.lineNo,
      contractLineId: line.contractLineId,
      productId: line.productId,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      drawingRev: line.drawingRev,
      unit: line.unit,
      quantity: line.quantity.toFixed(3),
      extraQty: line.extraQty.toFixed(3),
      extraReason: line.extraReason,
      requiredOn: dayText(line.requiredOn),
      technicalRequirement: line.technicalRequirement,
      packingRequirement: line.packingRequirement,
    })),
  });
}
