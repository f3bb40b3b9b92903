import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListColumn, type ListSpec } from "@/lib/server/list-spec";
import { LINE_STATUSES } from "./labels";
import { customersByName, productionScope } from "./scope";
import { TASK_STAGES } from "./stages";

const OPEN = Prisma.sql`l.status in ('OPEN', 'PARTIAL')`;

const GOODS: ListColumn[] = [
  {
    key: "productName",
    kind: "text",
    sql: Prisma.sql`l.product_name`,
    header: "production.columns.product",
  },
  { key: "spec", kind: "text", sql: Prisma.sql`l.spec`, header: "production.columns.spec" },
  {
    key: "drawingNo",
    kind: "text",
    sql: Prisma.sql`l.drawing_no`,
    header: "production.columns.drawing_no",
  },
  {
    key: "quantity",
    kind: "quantity",
    sql: Prisma.sql`l.quantity`,
    header: "production.columns.quantity",
    totalled: true,
  },
  {
    key: "finishedQty",
    kind: "quantity",
    sql: Prisma.sql`l.finished_qty`,
    header: "production.columns.finished",
    totalled: true,
  },
  {
    key: "receivedQty",
    kind: "quantity",
    sql: Prisma.sql`l.received_qty`,
    header: "production.columns.received",
    totalled: true,
  },
  { key: "unit", kind: "text", sql: Prisma.sql`l.unit`, header: "production.columns.unit" },
];

const DATES: ListColumn[] = [
  {
    key: "issuedOn",
    kind: "date",
    sql: Prisma.sql`d.issued_on`,
    header: "production.columns.issued_on",
    nullable: true,
    sortable: true,
  },
  {
    key: "requiredOn",
    kind: "date",
    sql: Prisma.sql`l.required_on`,
    header: "production.columns.required_on",
    sortable: true,
  },
  {
    key: "promisedOn",
    kind: "date",
    sql: Prisma.sql`l.promised_on`,
    header: "production.columns.promised_on",
    nullable: true,
  },
  {
    key: "expectedOn",
    kind: "date",
    sql: Prisma.sql`l.expected_on`,
    header: "production.columns.expected_on",
    nullable: true,
    sortable: true,
  },
  {
    key: "contractDueOn",
    kind: "date",
    sql: Prisma.sql`l.contract_due_on`,
    header: "production.columns.contract_due_on",
    nullable: true,
    sortable: true,
  },
  {
    key: "delayDays",
    kind: "integer",
    sql: Prisma.sql`greatest(coalesce(coalesce(l.finished_on, l.expected_on) - l.contract_due_on, 0), 0)`,
    header: "production.columns.delay_days",
  },
  {
    key: "delayReason",
    kind: "text",
    sql: Prisma.sql`l.delay_reason`,
    header: "production.columns.delay_reason",
  },
  {
    key: "customerInformedAt",
    kind: "instant",
    sql: Prisma.sql`l.customer_informed_at`,
    header: "production.columns.customer_informed",
    nullable: true,
  },
  {
    key: "finishedOn",
    kind: "date",
    sql: Prisma.sql`l.finished_on`,
    header: "production.columns.finished_on",
    nullable: true,
    sortable: true,
  },
];

/** The register of production tasks (F07, R1.1.3-T1): one row a task line, the latest notice first. */
export const lineList: ListSpec = defineList({
  register: "taskLines",
  from: Prisma.sql`task_line l join production_task d on d.id = l.task_id and d.issued_on is not null`,
  id: Prisma.sql`l.id`,
  defaultSort: { key: "issuedOn", direction: "desc" },
  search: {
    number: [
      { sql: Prisma.sql`d.doc_no`, pattern: /^SC\d/i },
      { sql: Prisma.sql`d.contract_no`, pattern: /^LG\d/i },
    ],
    customer: { sql: Prisma.sql`d.customer_id`, resolve: customersByName },
  },
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`l.status::text`, values: LINE_STATUSES },
    { key: "stage", kind: "enum", sql: Prisma.sql`l.stage::text`, values: TASK_STAGES },
    { key: "open", kind: "flag", sql: OPEN },
    {
      key: "late",
      kind: "flag",
      sql: Prisma.sql`${OPEN} and l.expected_on > l.contract_due_on`,
    },
    {
      key: "silent",
      kind: "flag",
      sql: Prisma.sql`${OPEN} and coalesce(l.last_logged_at, d.issued_on::timestamptz) < now() - interval '7 days'`,
    },
    { key: "contract", kind: "prefix", sql: Prisma.sql`d.contract_no`, upperCase: true },
    { key: "expectedOn", kind: "dates", sql: Prisma.sql`l.expected_on` },
    { key: "issuedOn", kind: "dates", sql: Prisma.sql`d.issued_on` },
  ],
  columns: [
    {
      key: "docNo",
      kind: "link",
      sql: Prisma.sql`d.doc_no || '-' || l.line_no`,
      header: "production.columns.register_no",
    },
    {
      key: "status",
      kind: "state",
      sql: Prisma.sql`l.status`,
      header: "production.columns.status",
    },
    { key: "stage", kind: "text", sql: Prisma.sql`l.stage`, header: "production.columns.stage" },
    {
      key: "contractNo",
      kind: "code",
      sql: Prisma.sql`d.contract_no`,
      header: "production.columns.contract_no",
    },
    {
      key: "customerName",
      kind: "text",
      sql: Prisma.sql`d.customer_name`,
      header: "production.columns.customer",
      permission: "production:see_customer",
    },
    ...GOODS,
    ...DATES,
    {
      key: "trackerName",
      kind: "text",
      sql: Prisma.sql`l.tracker_name`,
      header: "production.columns.tracker",
    },
    {
      key: "lastLoggedAt",
      kind: "instant",
      sql: Prisma.sql`l.last_logged_at`,
      header: "production.columns.last_logged",
      nullable: true,
    },
    {
      key: "inboundNos",
      kind: "text",
      sql: Prisma.sql`l.inbound_nos`,
      header: "production.columns.inbound_nos",
    },
  ],
});

/** One page of the register that the actor may see. */
export function listTaskLines(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(lineList, { actor, state, scope: productionScope(actor) });
}
