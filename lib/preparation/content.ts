/** The business fields of a preparation order: what a signature binds. Bins and prepared quantities do not belong. */
import { contentHash } from "@/lib/core/content-hash";

type Decimal = { toFixed(digits: number): string };

export type PreparationContent = {
  contractId: string;
  contractNo: string;
  dueOn: Date;
  packingRequirement: string;
  revision: number;
  lines: readonly {
    lineNo: number;
    contractLineId: string;
    productId: string;
    productName: string;
    spec: string;
    unit: string;
    prepareQty: Decimal;
  }[];
};

export function preparationHash(order: PreparationContent): string {
  return contentHash({
    contractId: order.contractId,
    contractNo: order.contractNo,
    dueOn: order.dueOn.toISOString().slice(0, 10),
    packingRequirement: order.packingRequirement,
    revision: order.revision,
    lines: order.lines.map((line) => ({
      lineNo: line.lineNo,
      contractLineId: line.contractLineId,
      productId: line.productId,
      productName: line.productName,
      spec: line.spec,
      unit: line.unit,
      prepareQty: line.prepareQty.toFixed(3),
    })),
  });
}
