import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { deliverable, type LineSupply, lineSupply, splitFloors } from "@/lib/contracts/line-supply";
import { lockContract, type WholeContract } from "@/lib/contracts/load";
import { assertNotBeingChanged } from "@/lib/contracts/pending-revision";
import { type ContractClass, classOf, type SplitLine } from "@/lib/contracts/policy";
import { type ResplitInput, splitIssue } from "@/lib/contracts/resplit-policy";
import { refreshShipItem } from "@/lib/contracts/ship-item";
import { writeSplit } from "@/lib/contracts/split-contract";
import { refreshTaskItem } from "@/lib/contracts/task-item";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { closeWorkItem } from "@/lib/server/work-items";
import { assertWholePieces, type CountedCell } from "@/lib/settings/whole-pieces";
import { lockProducts } from "@/lib/stock/lock-products";
import { recordDemand } from "@/lib/stock/record-demand";
import { stockFigures } from "@/lib/stock/stock-figures";

const RUNNING: readonly string[] = ["EFFECTIVE", "EXECUTING"];

type Line = WholeContract["lines"][number];
type Split = SplitLine & { line: Line };

/**
 * The clerk moves quantities between stock and production after approval, without a new approval: the customer's terms
 * stay (rules 5.1, R1.1.3-P). The class is fixed anew, the register keeps the original one. Refused: a split that does
 * not add up, less than what is bound or tasked already, more from stock than can be promised; of two clerks the second.
 */
export function resplitContract(
  actor: Actor,
  input: ResplitInput,
  key: IdempotencyKey,
): Promise<{ contractId: string; contractClass: ContractClass }> {
  return transactOnce({ key, actor, action: "contract.resplit", input }, async (tx) => {
    requirePermission(actor, "contract:resplit");
    const contract = await lockContract(tx, input.contractId);
    if (!RUNNING.includes(contract.status))
      throw new DomainError("contracts.resplit_not_running", { number: contract.contractNo ?? "" });
    if (contract.rowVersion !== input.rowVersion) throw new DomainError("common.changed_meanwhile");
    const goods = contract.lines.filter(({ lineKind }) => lineKind === "GOODS");
    await lockProducts(
      tx,
      goods.flatMap(({ productId }) => productId ?? []),
    );
    const splits = await newSplits(tx, goods, input);
    const changed = splits.filter(
      ({ line, qtyFromStock }) => !qtyFromStock.equals(Quantity.of(line.qtyFromStock)),
    );
    if (changed.length === 0) throw new DomainError("contracts.split_unchanged");
    await assertNotBeingChanged(
      tx,
      contract.id,
      changed.map(({ lineId }) => lineId),
    );
    await writeSplit(tx, splits);
    const contractClass = classOf(splits);
    await moveClass(tx, contract, contractClass);
    await recordDemand(tx, contract.id, demandOf(splits));
    await refreshShipItem(tx, contract.id);
    await refreshTaskItem(tx, contract.id);
    await closeWorkItem(tx, { kind: "contract.resplit", subjectId: contract.id });
    await recordAudit(tx, actor, {
      type: "contract.resplit",
      subjectType: "contract",
      subjectId: contract.id,
      details: {
        before: contract.contractClass ?? "",
        after: contractClass,
        lines: changed.map(describe),
      },
    });
    return { contractId: contract.id, contractClass };
  });
}

/** All goods lines as they will be; throws the first fault with one issue per cell. */
async function newSplits(tx: Tx, goods: readonly Line[], input: ResplitInput): Promise<Split[]> {
  const free = await promisable(tx, goods);
  const issues: FieldIssue[] = [];
  const cells: CountedCell[] = [];
  const splits = goods.map((line): Split => {
    const typed = input.splits[line.id];
    const supply = lineSupply(line);
    const qtyFromStock = typed ? Quantity.of(typed.fromStock || "0") : supply.qtyFromStock;
    const qtyToProduce = typed ? Quantity.of(typed.toProduce || "0") : supply.qtyToProduce;
    const issue = splitIssue({
      lineNo: line.lineNo,
      unit: line.unit,
      isNew: line.supplyType === "NEW",
      before: supply,
      floors: splitFloors(supply),
      free: free.get(line.productId ?? "") ?? Quantity.zero,
      qtyFromStock,
      qtyToProduce,
    });
    if (issue) issues.push({ path: `splits.${line.id}.fromStock`, ...issue });
    cells.push({ path: `splits.${line.id}.fromStock`, unit: line.unit, quantity: qtyFromStock });
    const more = qtyFromStock.minus(supply.qtyFromStock);
    if (line.productId && more.isPositive())
      free.set(line.productId, (free.get(line.productId) ?? Quantity.zero).minus(more));
    const isNew = line.supplyType === "NEW";
    const supplyType = isNew ? "NEW" : qtyToProduce.isZero() ? "STOCK" : "PRODUCE";
    return { line, lineId: line.id, supplyType, qtyFromStock, qtyToProduce };
  });
  const [first] = issues;
  if (first) throw new DomainError(first.code, first.details, issues);
  await assertWholePieces(tx, cells);
  return splits;
}

/** Free to promise with the contract's own unbound rows taken off: what it may take on top of what it has. */
async function promisable(tx: Tx, goods: readonly Line[]): Promise<Map<string, Quantity>> {
  const productIds = goods.flatMap(({ productId }) => productId ?? []);
  const figures = await stockFigures(tx, productIds);
  return new Map([...figures].map(([id, { freeToPromise }]) => [id, freeToPromise]));
}

async function moveClass(tx: Tx, contract: WholeContract, contractClass: ContractClass) {
  const { count } = await tx.contract.updateMany({
    where: { id: contract.id, rowVersion: contract.rowVersion },
    data: { contractClass, rowVersion: { increment: 1 }, updatedAt: clock.now() },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}

function demandOf(splits: readonly Split[]) {
  return splits.flatMap(({ line, qtyFromStock }) =>
    line.productId && qtyFromStock.isPositive()
      ? [
          {
            contractLineId: line.id,
            productId: line.productId,
            quantity: qtyFromStock.min(deliverable(lineSupply(line))),
          },
        ]
      : [],
  );
}

/** "1: 40/60 → 30/70": line, stock and production before and after. */
function describe({ line, qtyFromStock, qtyToProduce }: Split): string {
  const before: LineSupply = lineSupply(line);
  return `${line.lineNo}: ${before.qtyFromStock}/${before.qtyToProduce} → ${qtyFromStock}/${qtyToProduce}`;
}
