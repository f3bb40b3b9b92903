import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";
import { assertWholePieces, countedCells } from "@/lib/settings/whole-pieces";
import type { WholePreparation } from "./load";
import { preparationIssues, type WantedLine } from "./policy";
import { isMandatory, stockRows } from "./stock-rows";

const RUNNING: readonly string[] = ["EFFECTIVE", "EXECUTING"];

/** Throws the first fault of the quantities, all as issues beside their cells. */
export async function assertQuantities(
  tx: Tx,
  contract: WholeContract,
  wanted: readonly WantedLine[],
): Promise<void> {
  const typed = new Map(wanted.map(({ contractLineId, quantity }) => [contractLineId, quantity]));
  await assertWholePieces(tx, countedCells("quantities", contract.lines, typed));
  const mandatory = isMandatory(contract);
  const issues = preparationIssues(await stockRows(tx, contract), wanted, { mandatory });
  if (wanted.length === 0 && issues.length === 0) throw new DomainError("preparation.has_lines");
  const [first] = issues;
  if (first) throw new DomainError(first.code, first.details, issues);
}

/** F06 and F08 need an approved contract (R1.1.4-c). */
export function assertRunning({ status, contractNo, docNo }: WholeContract): void {
  if (RUNNING.includes(status) && contractNo !== null) return;
  throw new DomainError("preparation.contract_not_running", {
    number: contractNo ?? docNo ?? "",
  });
}

export function wantedOf(order: WholePreparation): WantedLine[] {
  return order.lines.map(({ contractLineId, prepareQty }) => ({
    contractLineId,
    quantity: Quantity.of(prepareQty),
  }));
}
