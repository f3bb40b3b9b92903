import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { dateInShanghai, fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { isUuid } from "@/lib/core/uuid";
import { typedFeedback } from "@/lib/intake/feedback";
import { stockRowsUncovered } from "@/lib/preparation/steps";
import { contractFundsConfirmed } from "@/lib/receivables/money-figures";
import { clock } from "@/lib/server/clock";
import { db, type Prisma } from "@/lib/server/db";
import { currentSettings } from "@/lib/settings/queries";
import { linkedPreparation } from "./linked-preparation";
import { requiredOnOf } from "./policy";
import { isRunning, producibleLines } from "./producible-lines";
import type { SaveTaskValues } from "./schema";
import { findTask, type WholeTask } from "./task-load";

const whole = {
  lines: { orderBy: { lineNo: "asc" } },
  instalments: { orderBy: { sortNo: "asc" } },
} as const satisfies Prisma.ContractInclude;

type FormContract = Prisma.ContractGetPayload<{ include: typeof whole }>;

export type TaskFormData = NonNullable<Awaited<ReturnType<typeof newTaskForm>>>;

/** A new notice of a contract, prefilled; null when it is not running or the actor may not draft. */
export async function newTaskForm(actor: Actor, contractId: string) {
  if (!isUuid(contractId) || !can(actor, "production:draft")) return null;
  const contract = await findContract(contractId);
  return contract && isRunning(contract) ? formData(contract, null) : null;
}

/** A draft that is changed. */
export async function taskDraftForm(actor: Actor, taskId: string) {
  if (!isUuid(taskId) || !can(actor, "production:draft")) return null;
  const task = await findTask(db, taskId);
  if (task?.status !== "DRAFT" || task.preparedById !== actor.id || !task.contractId) return null;
  const contract = await findContract(task.contractId);
  return contract ? formData(contract, task) : null;
}

function findContract(id: string): Promise<FormContract | null> {
  return db.contract.findFirst({ where: { id, deletedAt: null }, include: whole });
}

async function formData(contract: FormContract, task: WholeTask | null) {
  const [{ shippingLeadDays, departments }, uncovered, preparation, deposit, answer] =
    await Promise.all([
      currentSettings(db),
      stockRowsUncovered(db, contract.id),
      task ? linkedPreparation(db, task.id) : null,
      missingDeposit(contract),
      productionAnswer(contract),
    ]);
  const today = clock.today();
  const rows = producibleLines(contract);
  const toDepartment = departments.find((name) => name === "机加车间") ?? departments[0] ?? "";
  return {
    contract: {
      id: contract.id,
      contractNo: contract.contractNo ?? "",
      contractClass: contract.contractClass ?? "B",
      customerName: contract.customerName,
      reviewNos: contract.contractClass === "C" ? contract.reviewNos : "",
      missingDeposit: deposit,
    },
    lines: rows.map(({ line, rest }) => ({
      id: line.id,
      lineNo: line.lineNo,
      productName: line.productName,
      spec: line.spec,
      drawingNo: [line.drawingNo, line.drawingRev].filter(Boolean).join(" "),
      unit: line.unit,
      isNew: line.supplyType === "NEW",
      contractQty: Quantity.of(line.quantity).toString(),
      toProduce: Quantity.of(line.qtyToProduce).toString(),
      taskedQty: Quantity.of(line.taskedQty).toString(),
      rest: rest.toString(),
      dueOn: line.deliveryOn === null ? null : (fromDbDate(line.deliveryOn) as string),
    })),
    stockRows: uncovered.map((row) => ({
      id: row.contractLineId,
      lineNo: row.lineNo,
      productName: row.productName,
      unit: row.unit,
      quantity: row.unordered.toString(),
      available: row.available.toString(),
    })),
    preparation,
    departments: [...departments],
    today: today as string,
    values: valuesOf(contract, task, {
      toDepartment,
      requiredOn: (dueOn) =>
        requiredOnOf(dueOn === null ? null : fromDbDate(dueOn), shippingLeadDays, today),
      wantsPreparation: uncovered.length > 0 && preparation === null,
      answer,
    }),
  };
}

type Defaults = {
  toDepartment: string;
  requiredOn: (dueOn: Date | null) => string;
  wantsPreparation: boolean;
  answer: ProductionAnswer;
};

function valuesOf(
  contract: FormContract,
  task: WholeTask | null,
  { toDepartment, requiredOn, wantsPreparation, answer }: Defaults,
): SaveTaskValues {
  const drafted = new Map(task?.lines.map((line) => [line.contractLineId, line]));
  const lines = producibleLines(contract).map(({ line, rest }) => {
    const own = drafted.get(line.id);
    const proposed = task ? "" : rest.toString();
    return {
      contractLineId: line.id,
      quantity: own ? Quantity.of(own.quantity).toString() : proposed,
      extraReason: own?.extraReason ?? "",
      requiredOn: own ? fromDbDate(own.requiredOn) : requiredOn(line.deliveryOn),
      technicalRequirement: own?.technicalRequirement ?? line.lineRemark,
      packingRequirement: own?.packingRequirement ?? contract.packingRequirement,
    };
  });
  return {
    contractId: contract.id,
    taskId: task?.id ?? null,
    rowVersion: task?.rowVersion ?? null,
    toDepartment: task?.toDepartment ?? (answer.department || toDepartment),
    priorPerson: task?.priorPerson ?? answer.person,
    priorOn: dayOf(task?.priorOn) ?? answer.on,
    priorPromisedOn: dayOf(task?.priorPromisedOn) ?? answer.promisedOn,
    priorNote: task?.priorNote ?? answer.content.slice(0, 300),
    priority: task?.priority ?? "NORMAL",
    remark: task?.remark ?? "",
    lines,
    preparation: wantsPreparation
      ? { dueOn: stockDueOn(contract, requiredOn), packingRequirement: contract.packingRequirement }
      : null,
  };
}

/** The stock part is prepared for the first of its lines that goes, however long production takes for the others. */
function stockDueOn(contract: FormContract, requiredOn: Defaults["requiredOn"]): string {
  const dates = contract.lines
    .filter(({ qtyFromStock }) => Quantity.of(qtyFromStock).isPositive())
    .map(({ deliveryOn }) => requiredOn(deliveryOn ?? contract.deliveryFrom))
    .sort();
  return dates[0] ?? clock.today();
}

type ProductionAnswer = ReturnType<typeof typedFeedback>;

/** What production said before: to the clerk who took the order, or in the review of what was never made (R1.1.3-B1). */
async function productionAnswer(contract: FormContract): Promise<ProductionAnswer> {
  const said = contract.productionFeedback as Partial<
    Record<keyof ProductionAnswer, string>
  > | null;
  const reviewLineIds = contract.lines.flatMap(({ reviewLineId }) => reviewLineId ?? []);
  if (said?.person || reviewLineIds.length === 0) return typedFeedback(said);
  const opinion = await db.reviewOpinion.findFirst({
    where: {
      department: "PRODUCTION",
      signedAt: { not: null },
      review: { lines: { some: { id: { in: reviewLineIds } } } },
    },
    orderBy: { signedAt: "desc" },
    include: { lines: { select: { proposedOn: true } } },
  });
  if (!opinion?.signedAt) return typedFeedback(said);
  const dates = opinion.lines.flatMap(({ proposedOn }) =>
    proposedOn ? fromDbDate(proposedOn) : [],
  );
  return typedFeedback({
    person: opinion.personName,
    on: dateInShanghai(opinion.signedAt),
    promisedOn: dates.sort().at(-1) ?? null,
    content: opinion.detail,
  });
}

const dayOf = (value: Date | null | undefined) => (value ? fromDbDate(value) : null);

/** What of a deposit or prepayment is not confirmed yet, in yuan: a warning, production may start (Q18). */
async function missingDeposit(contract: FormContract): Promise<string | null> {
  const percents = contract.instalments
    .filter(({ kind }) => kind === "DEPOSIT" || kind === "PREPAYMENT")
    .map(({ percent }) => Quantity.of(percent));
  if (percents.length === 0) return null;
  const wanted = Money.of(contract.totalAmount).times(Quantity.sum(percents)).times("0.01");
  const missing = wanted.minus(await contractFundsConfirmed(db, contract.id));
  return missing.isPositive() ? missing.toString() : null;
}

/** Contracts with rows that production has not been asked for yet, the earliest delivery first; at most 100. */
export async function contractsToTask(actor: Actor) {
  if (!can(actor, "production:draft")) return [];
  const rows = await db.$queryRaw<
    {
      id: string;
      contractNo: string;
      contractClass: string;
      customerName: string;
      dueOn: Date | null;
      lines: number;
    }[]
  >`
    select c.id::text, c.contract_no as "contractNo", c.contract_class::text as "contractClass",
      c.customer_name as "customerName", min(l.delivery_on) as "dueOn", count(*)::int as lines
    from contract c join contract_line l on l.contract_id = c.id
    where c.status in ('EFFECTIVE', 'EXECUTING') and c.deleted_at is null
      and l.line_kind = 'GOODS' and l.qty_to_produce > l.tasked_qty
      and l.quantity - l.closed_qty - l.qty_from_stock > l.tasked_qty
    group by c.id order by min(l.delivery_on) nulls last, c.id limit 100`;
  return rows.map(({ dueOn, ...row }) => ({ ...row, dueOn: dayOf(dueOn) }));
}
export type ContractToTask = Awaited<ReturnType<typeof contractsToTask>>[number];
