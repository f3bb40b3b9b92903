import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { WholeContract } from "@/lib/contracts/load";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import type { Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { sign } from "@/lib/server/signatures";
import { preparationHash } from "./content";
import type { WholePreparation } from "./load";
import type { WantedLine } from "./policy";

/** The order's lines, snapshots of the contract's; rewritten whole while it is a draft. */
export async function writePreparationLines(
  tx: Tx,
  preparationId: string,
  contract: WholeContract,
  wanted: readonly WantedLine[],
): Promise<void> {
  const quantityOf = new Map(wanted.map((line) => [line.contractLineId, line.quantity]));
  const lines = contract.lines.filter(({ id, productId }) => quantityOf.has(id) && productId);
  await tx.preparationLine.deleteMany({ where: { preparationId } });
  await tx.preparationLine.createMany({
    data: lines.map((line, index) => ({
      id: newId(),
      preparationId,
      lineNo: index + 1,
      contractLineId: line.id,
      productId: line.productId ?? "",
      productCode: line.productCode,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      unit: line.unit,
      prepareQty: (quantityOf.get(line.id) ?? Quantity.zero).toString(),
    })),
  });
}

/** What an order that waits for the chief holds of the contract, with the given sign. */
export function signed({ lines }: WholePreparation, sign: 1 | -1) {
  return lines.map(({ contractLineId, prepareQty }) => ({
    contractLineId,
    ordered: Quantity.of(prepareQty).times(sign),
    prepared: Quantity.zero,
  }));
}

type Step = {
  step: "PREPARED" | "CHECKED" | "RECEIVED" | "ISSUED";
  permission: "preparation:write" | "preparation:sign" | "preparation:execute";
  decision?: "AGREE" | "RETURN" | "REJECT";
  comment?: string;
};

export async function signStep(
  tx: Tx,
  actor: Actor,
  order: WholePreparation,
  { step, permission, decision = "AGREE", comment = "" }: Step,
): Promise<void> {
  await sign(tx, actor, {
    permission,
    subjectType: "preparation_order",
    subjectId: order.id,
    step,
    decision,
    comment,
    revision: order.revision,
    contentHash: preparationHash(order),
  });
}

/** One audit row of a move, with number, contract and what was said. */
export function audit(
  tx: Tx,
  actor: Actor | null,
  order: Pick<WholePreparation, "id" | "docNo" | "contractNo">,
  { type, comment = "" }: { type: string; comment?: string },
): Promise<void> {
  return recordAudit(tx, actor, {
    type,
    subjectType: "preparation_order",
    subjectId: order.id,
    details: {
      docNo: order.docNo ?? "",
      contractNo: order.contractNo,
      ...(comment && { comment }),
    },
  });
}
