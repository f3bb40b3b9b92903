import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { addDays, type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { openAcknowledgements } from "@/lib/records/acknowledgements";
import { clock } from "@/lib/server/clock";
import { db, Prisma } from "@/lib/server/db";
import { escapeLike } from "@/lib/server/search-text";
import { BOARD_STAGES, type BoardGroup, type BoardView, DUE_GROUPS } from "./board-view";
import { drawingsOf } from "./drawings";
import { delayDays } from "./policy";
import { productionScope } from "./scope";
import type { TaskStage } from "./stages";

/** Cards of one column at first, and of a column that is looked at alone. */
const CARDS = 12;
const CARDS_ALONE = 60;

type CardRow = {
  id: string;
  row_version: number;
  group_key: string;
  task_id: string;
  doc_no: string;
  line_no: number;
  contract_no: string;
  customer_name: string;
  priority: "NORMAL" | "URGENT";
  task_status: string;
  stage: TaskStage;
  product_name: string;
  spec: string;
  drawing_no: string;
  unit: string;
  quantity: string;
  finished_qty: string;
  received_qty: string;
  pending_qty: string;
  required_on: Date;
  contract_due_on: Date | null;
  expected_on: Date | null;
  technical_requirement: string;
  packing_requirement: string;
  tracker_name: string;
};

/**
 * The board of open task lines, by stage or by due date: a few cards of each column with its count, whatever the
 * number of open tasks; a fixed number of queries. No price is read (rules 5.9).
 */
export async function loadBoard(actor: Actor, view: BoardView) {
  const today = clock.today();
  const [rows, counts, { notices, toAccept }, acknowledgements] = await Promise.all([
    cardRows(actor, view, today),
    groupCounts(actor, view, today),
    noticesToAccept(actor, view.q),
    openAcknowledgements(actor),
  ]);
  const drawings = await drawingsOf(rows.map(({ id }) => id));
  const seesCustomer = can(actor, "production:see_customer");
  const cards = rows.map((row) => cardOf(row, { today, seesCustomer, drawings }));
  const keys: readonly BoardGroup[] = view.by === "stage" ? BOARD_STAGES : DUE_GROUPS;
  return {
    view,
    today: today as string,
    columns: keys
      .filter((key) => view.only === null || view.only === key)
      .map((key) => ({
        key,
        count: counts.get(key) ?? 0,
        cards: cards.filter(({ groupKey }) => groupKey === key),
      })),
    total: [...counts.values()].reduce((sum, count) => sum + count, 0),
    pageSize: view.only === null ? CARDS : CARDS_ALONE,
    notices,
    /** Of these, all that wait; the list shows the most urgent. */
    toAccept,
    acknowledgements,
    may: {
      accept: can(actor, "production:accept"),
      log: can(actor, "production:log"),
      deliver: can(actor, "inbound:deliver"),
    },
  };
}
export type Board = Awaited<ReturnType<typeof loadBoard>>;
export type BoardCard = Board["columns"][number]["cards"][number];
export type BoardNotice = Board["notices"][number];

/** Which column a line stands in. */
function groupSql(view: BoardView, today: CalendarDate): Prisma.Sql {
  if (view.by === "stage") return Prisma.sql`l.stage::text`;
  const weekEnd = addDays(today, 7);
  return Prisma.sql`case when l.expected_on < ${today}::date then 'OVERDUE'
    when l.expected_on = ${today}::date then 'TODAY'
    when l.expected_on <= ${weekEnd}::date then 'WEEK' else 'LATER' end`;
}

function wanted(actor: Actor, view: BoardView): Prisma.Sql {
  const conditions = [Prisma.sql`l.status in ('OPEN', 'PARTIAL')`, productionScope(actor)];
  if (view.q !== "") {
    const like = `%${escapeLike(view.q)}%`;
    conditions.push(Prisma.sql`(d.doc_no ilike ${like} or d.contract_no ilike ${like} or l.product_name ilike ${like}
      or l.spec ilike ${like} or l.drawing_no ilike ${like})`);
  }
  return Prisma.join(conditions, " and ");
}

/** The first cards of every column in one pass: numbered within the column, then cut. */
function cardRows(actor: Actor, view: BoardView, today: CalendarDate): Promise<CardRow[]> {
  const size = view.only === null ? CARDS : CARDS_ALONE;
  const after = view.only === null ? 0 : (view.page - 1) * CARDS_ALONE;
  const only = view.only === null ? Prisma.sql`true` : Prisma.sql`group_key = ${view.only}`;
  return db.$queryRaw<CardRow[]>`
    with numbered as (
      select l.id, ${groupSql(view, today)} as group_key,
        row_number() over (partition by ${groupSql(view, today)}
          order by (d.priority = 'URGENT') desc, l.expected_on nulls last, l.id) as place
      from task_line l join production_task d on d.id = l.task_id
      where ${wanted(actor, view)}
    )
    select l.id::text, l.row_version, n.group_key, d.id::text as task_id, d.doc_no, l.line_no, d.contract_no,
      d.customer_name, d.priority::text, d.status::text as task_status, l.stage::text,
      l.product_name, l.spec, concat_ws(' ', nullif(l.drawing_no, ''), nullif(l.drawing_rev, '')) as drawing_no,
      l.unit, l.quantity::text, l.finished_qty::text, l.received_qty::text, l.required_on, l.contract_due_on,
      l.expected_on, l.technical_requirement, l.packing_requirement, l.tracker_name,
      (select coalesce(sum(i.delivered_qty - i.rejected_qty), 0)::text from inbound_line i
        join inbound_slip s on s.id = i.inbound_slip_id and s.status in ('PENDING_INSPECTION', 'INSPECTED')
        where i.task_line_id = l.id) as pending_qty
    from numbered n join task_line l on l.id = n.id join production_task d on d.id = l.task_id
    where ${only} and n.place > ${after} and n.place <= ${after + size}
    order by n.group_key, n.place`;
}

async function groupCounts(
  actor: Actor,
  view: BoardView,
  today: CalendarDate,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ key: string; n: number }[]>`
    select ${groupSql(view, today)} as key, count(*)::int as n
    from task_line l join production_task d on d.id = l.task_id
    where ${wanted(actor, view)} group by 1`;
  return new Map(rows.map(({ key, n }) => [key, n]));
}

type Dress = {
  today: CalendarDate;
  seesCustomer: boolean;
  drawings: Awaited<ReturnType<typeof drawingsOf>>;
};

function cardOf(row: CardRow, { today, seesCustomer, drawings }: Dress) {
  const expectedOn = row.expected_on && fromDbDate(row.expected_on);
  const contractDueOn = row.contract_due_on && fromDbDate(row.contract_due_on);
  const quantity = Quantity.of(row.quantity);
  const rest = quantity.minus(Quantity.of(row.received_qty)).minus(Quantity.of(row.pending_qty));
  return {
    id: row.id,
    rowVersion: row.row_version,
    groupKey: row.group_key,
    taskId: row.task_id,
    number: `${row.doc_no}-${row.line_no}`,
    contractNo: row.contract_no,
    customerName: seesCustomer ? row.customer_name : null,
    isUrgent: row.priority === "URGENT",
    isAccepted: row.task_status === "ACCEPTED",
    stage: row.stage,
    productName: row.product_name,
    spec: row.spec,
    drawingNo: row.drawing_no,
    drawings: drawings.get(row.id) ?? [],
    unit: row.unit,
    quantity: quantity.toString(),
    finishedQty: Quantity.of(row.finished_qty).toString(),
    receivedQty: Quantity.of(row.received_qty).toString(),
    pendingQty: Quantity.of(row.pending_qty).toString(),
    rest: rest.max(Quantity.zero).toString(),
    hasGoodsToDeliver: Quantity.of(row.finished_qty).isGreaterThan(quantity.minus(rest)),
    requiredOn: fromDbDate(row.required_on) as string,
    contractDueOn: contractDueOn as string | null,
    expectedOn: expectedOn as string | null,
    isOverdue: expectedOn !== null && expectedOn < today,
    delayDays: delayDays(expectedOn, contractDueOn),
    technicalRequirement: row.technical_requirement,
    packingRequirement: row.packing_requirement,
    trackerName: row.tracker_name,
  };
}

/** Notices that wait for production's signature, as searched, the most urgent first; at most 30, with their lines. */
async function noticesToAccept(actor: Actor, q: string) {
  if (!can(actor, "production:accept")) return { notices: [], toAccept: 0 };
  const where: Prisma.ProductionTaskWhereInput = {
    status: "ISSUED",
    ...(q === "" ? {} : { OR: noticeMatches(q) }),
  };
  const toAccept = await db.productionTask.count({ where });
  const rows = await db.productionTask.findMany({
    where,
    orderBy: [{ priority: "desc" }, { issuedOn: "asc" }, { id: "asc" }],
    take: 30,
    select: {
      id: true,
      docNo: true,
      contractNo: true,
      priority: true,
      rowVersion: true,
      issuedOn: true,
      lines: { orderBy: { lineNo: "asc" } },
    },
  });
  const notices = rows.map(({ issuedOn, lines, ...notice }) => ({
    ...notice,
    issuedOn: issuedOn && (fromDbDate(issuedOn) as string),
    lines: lines.map((line) => ({
      id: line.id,
      productName: line.productName,
      spec: line.spec,
      quantity: Quantity.of(line.quantity).toString(),
      unit: line.unit,
      requiredOn: fromDbDate(line.requiredOn) as string,
      contractDueOn: line.contractDueOn && (fromDbDate(line.contractDueOn) as string),
    })),
  }));
  return { notices, toAccept };
}

/** The places in which the cards are searched. */
function noticeMatches(q: string): Prisma.ProductionTaskWhereInput[] {
  const has = { contains: escapeLike(q), mode: "insensitive" } as const;
  return [
    { docNo: has },
    { contractNo: has },
    {
      lines: { some: { OR: [{ productName: has }, { spec: has }, { drawingNo: has }] } },
    },
  ];
}
