import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { Prisma } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { defineList, type ListSpec } from "@/lib/server/list-spec";
import { TASK_PRIORITIES } from "./labels";
import { TASK_STATUSES } from "./lifecycle";
import { customersByName, productionScope } from "./scope";

/** The production task notices (F06), newest first. */
export const taskList: ListSpec = defineList({
  register: "tasks",
  from: Prisma.sql`production_task d
    cross join lateral (select count(*)::int as lines, min(l.required_on) as required_on,
        min(l.product_name) filter (where l.line_no = 1) as first_name
      from task_line l where l.task_id = d.id) l`,
  id: Prisma.sql`d.id`,
  defaultSort: { key: "createdAt", direction: "desc" },
  search: {
    number: [
      { sql: Prisma.sql`d.doc_no`, pattern: /^SC\d/i },
      { sql: Prisma.sql`d.contract_no`, pattern: /^LG\d/i },
    ],
    customer: { sql: Prisma.sql`d.customer_id`, resolve: customersByName },
  },
  filters: [
    { key: "status", kind: "enum", sql: Prisma.sql`d.status::text`, values: TASK_STATUSES },
    { key: "priority", kind: "enum", sql: Prisma.sql`d.priority::text`, values: TASK_PRIORITIES },
    { key: "contract", kind: "prefix", sql: Prisma.sql`d.contract_no`, upperCase: true },
    { key: "issuedOn", kind: "dates", sql: Prisma.sql`d.issued_on` },
  ],
  columns: [
    {
      key: "docNo",
      kind: "link",
      sql: Prisma.sql`coalesce(d.doc_no, '—')`,
      header: "production.columns.task_no",
    },
    {
      key: "status",
      kind: "state",
      sql: Prisma.sql`d.status`,
      header: "production.columns.status",
    },
    {
      key: "priority",
      kind: "text",
      sql: Prisma.sql`d.priority`,
      header: "production.columns.priority",
    },
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
    {
      key: "firstName",
      kind: "text",
      sql: Prisma.sql`l.first_name`,
      header: "production.columns.product",
      nullable: true,
    },
    { key: "lines", kind: "integer", sql: Prisma.sql`l.lines`, header: "production.columns.lines" },
    {
      key: "requiredOn",
      kind: "date",
      sql: Prisma.sql`l.required_on`,
      header: "production.columns.required_on",
      nullable: true,
    },
    {
      key: "promisedOn",
      kind: "date",
      sql: Prisma.sql`d.promised_on`,
      header: "production.columns.promised_on",
      nullable: true,
      sortable: true,
    },
    {
      key: "issuedOn",
      kind: "date",
      sql: Prisma.sql`d.issued_on`,
      header: "production.columns.issued_on",
      nullable: true,
      sortable: true,
    },
    {
      key: "toDepartment",
      kind: "text",
      sql: Prisma.sql`d.to_department`,
      header: "production.columns.department",
    },
    {
      key: "preparedByName",
      kind: "text",
      sql: Prisma.sql`d.prepared_by_name`,
      header: "production.columns.prepared_by",
    },
    {
      key: "createdAt",
      kind: "instant",
      sql: Prisma.sql`d.created_at`,
      header: "production.columns.created_at",
      sortable: true,
    },
  ],
});

/** One page of the notices that the actor may see. */
export function listTasks(actor: Actor, state: ListState): Promise<ListPage> {
  return listPage(taskList, { actor, state, scope: productionScope(actor) });
}
