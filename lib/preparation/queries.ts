import "server-only";
import { type Actor, can, canSign } from "@/lib/auth/permissions";
import { lineSupply, unorderedStock } from "@/lib/contracts/line-supply";
import { addDays, fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { currentSettings } from "@/lib/settings/queries";
import { preparationLifecycle } from "./lifecycle";
import { findPreparation, preparationFacts, type WholePreparation } from "./load";
import { isMandatory, stockLines, stockRows } from "./stock-rows";

const dateText = (value: Date) => fromDbDate(value) as string;
const quantityText = (value: { toFixed(digits: number): string }) => Quantity.of(value).toString();

export type PreparationDetail = NonNullable<Awaited<ReturnType<typeof findPreparationDetail>>>;
export type PreparationLineView = PreparationDetail["lines"][number];

/** An order as its page shows it, with the commands of this person; null when it does not exist or may not be seen. */
export async function findPreparationDetail(actor: Actor, id: string) {
  if (!isUuid(id) || !can(actor, "preparation:read")) return null;
  const order = await findPreparation(db, id);
  if (!order) return null;
  const [facts, task, contract] = await Promise.all([
    preparationFacts(db, order),
    order.taskId
      ? db.productionTask.findUnique({ where: { id: order.taskId }, select: { docNo: true } })
      : null,
    db.contract.findUnique({ where: { id: order.contractId }, include: { lines: true } }),
  ]);
  const { lines, preparationOn, dueOn, ...head } = order;
  return {
    ...head,
    preparationOn: dateText(preparationOn),
    dueOn: dateText(dueOn),
    taskNo: task?.docNo ?? null,
    isMandatory: contract ? isMandatory(contract) : false,
    lines: lines.map(lineView),
    commands: preparationLifecycle.available(
      facts,
      actor,
      canSign({ kind: "preparation", amount: null }),
    ),
    mayOpenContract: can(actor, "contract:read"),
  };
}

function lineView(line: WholePreparation["lines"][number]) {
  return {
    ...line,
    prepareQty: quantityText(line.prepareQty),
    releasedQty: quantityText(line.releasedQty),
    preparedQty: line.preparedQty && quantityText(line.preparedQty),
  };
}

/** Everything the form shows; null when the contract has nothing to prepare or the actor may not write orders. */
export async function newPreparationForm(actor: Actor, contractId: string) {
  if (!isUuid(contractId) || !can(actor, "preparation:write")) return null;
  return formOf(contractId, null);
}

/** For a draft that is changed. */
export async function preparationDraftForm(actor: Actor, id: string) {
  if (!isUuid(id) || !can(actor, "preparation:write")) return null;
  const order = await findPreparation(db, id);
  return order?.status === "DRAFT" ? formOf(order.contractId, order) : null;
}

export type PreparationFormData = NonNullable<Awaited<ReturnType<typeof formOf>>>;

async function formOf(contractId: string, order: WholePreparation | null) {
  const contract = await db.contract.findFirst({
    where: { id: contractId, deletedAt: null },
    include: { lines: { orderBy: { lineNo: "asc" } } },
  });
  if (!contract?.contractNo) return null;
  const rows = await stockRows(db, contract);
  const typed = new Map(order?.lines.map((line) => [line.contractLineId, line.prepareQty]));
  const byId = new Map(contract.lines.map((line) => [line.id, line]));
  const today = clock.today();
  const due = contract.deliveryFrom ? fromDbDate(contract.deliveryFrom) : today;
  return {
    contract: {
      id: contract.id,
      contractNo: contract.contractNo,
      customerName: contract.customerName,
      contractClass: contract.contractClass ?? "A",
    },
    isMandatory: isMandatory(contract),
    lines: rows.map((row) => ({
      ...row,
      spec: byId.get(row.contractLineId)?.spec ?? "",
      productCode: byId.get(row.contractLineId)?.productCode ?? "",
      drawingNo: byId.get(row.contractLineId)?.drawingNo ?? "",
      fromStock: quantityText(byId.get(row.contractLineId)?.qtyFromStock ?? 0),
      unordered: row.unordered.toString(),
      available: row.available.max(Quantity.zero).toString(),
    })),
    values: {
      contractId: contract.id,
      preparationId: order?.id ?? null,
      rowVersion: order?.rowVersion ?? null,
      dueOn: (order ? fromDbDate(order.dueOn) : ([due, today].sort()[1] ?? today)) as string,
      packingRequirement: order?.packingRequirement ?? contract.packingRequirement,
      remark: order?.remark ?? "",
      quantities: Object.fromEntries(
        rows.map(({ contractLineId, unordered }) => {
          const asked = order ? typed.get(contractLineId) : unordered;
          return [contractLineId, asked ? quantityText(asked) : "0"];
        }),
      ),
    },
    today: today as string,
  };
}

export type ContractPreparation = Awaited<ReturnType<typeof preparationsOfContract>>;

/** The orders of a contract for its page, and whether a further one can or must be written. */
export async function preparationsOfContract(actor: Actor, contractId: string) {
  const [orders, contract, { shippingLeadDays }] = await Promise.all([
    can(actor, "preparation:read")
      ? db.preparationOrder.findMany({
          where: { contractId },
          orderBy: { createdAt: "asc" },
          include: {
            lines: { select: { prepareQty: true, preparedQty: true, releasedQty: true } },
          },
        })
      : [],
    db.contract.findUnique({ where: { id: contractId }, include: { lines: true } }),
    currentSettings(db),
  ]);
  const isRunning = contract?.status === "EFFECTIVE" || contract?.status === "EXECUTING";
  const open = contract ? stockLines(contract).some(hasUnordered) : false;
  const mandatory = contract ? isMandatory(contract) : false;
  const later = contract?.deliveryFrom
    ? fromDbDate(contract.deliveryFrom) > addDays(clock.today(), shippingLeadDays)
    : false;
  return {
    orders: orders.map(({ id, docNo, status, dueOn, lines }) => ({
      id,
      docNo,
      status,
      dueOn: dateText(dueOn),
      asked: sumOf(
        lines.map((line) => Quantity.of(line.prepareQty).minus(Quantity.of(line.releasedQty))),
      ),
      prepared: lines.some(({ preparedQty }) => preparedQty !== null)
        ? sumOf(lines.map(({ preparedQty }) => Quantity.of(preparedQty ?? 0)))
        : null,
    })),
    isMandatory: mandatory,
    /** Mandatory for what stands on no order yet, offered where the goods are due later (rules 5.6). */
    mayOrder: can(actor, "preparation:write") && isRunning && open && (mandatory || later),
  };
}

function hasUnordered(line: Parameters<typeof lineSupply>[0]): boolean {
  return unorderedStock(lineSupply(line)).isPositive();
}

const sumOf = (quantities: readonly Quantity[]) => Quantity.sum(quantities).toString();
