import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { Quantity } from "@/lib/core/quantity";
import { restToProduce } from "./policy";

export type ContractLine = WholeContract["lines"][number];
/** A goods line of the contract with what production has still to be asked for. */
export type ProducibleLine = { line: ContractLine; productId: string; rest: Quantity };

/** F06 may be drafted, sent and signed for these contracts only (R1.1.4-c, rules 5.1). */
const RUNNING = ["EFFECTIVE", "EXECUTING"];

export function isRunning(contract: { status: string; contractNo: string | null }): boolean {
  return RUNNING.includes(contract.status) && contract.contractNo !== null;
}

/** The contract's PRODUCE and NEW rows (F06), also those that are tasked already: their rest is zero. */
export function producibleLines(contract: Pick<WholeContract, "lines">): ProducibleLine[] {
  return contract.lines.flatMap((line) => {
    if (line.lineKind !== "GOODS" || line.productId === null) return [];
    if (!Quantity.of(line.qtyToProduce).isPositive()) return [];
    return [{ line, productId: line.productId, rest: restOf(line) }];
  });
}

export function restOf(line: ContractLine): Quantity {
  return restToProduce({
    quantity: Quantity.of(line.quantity),
    closedQty: Quantity.of(line.closedQty),
    qtyFromStock: Quantity.of(line.qtyFromStock),
    qtyToProduce: Quantity.of(line.qtyToProduce),
    taskedQty: Quantity.of(line.taskedQty),
  });
}
