import "server-only";
import { contractSearch } from "@/lib/contracts/contract-scope";
import { registerColumns } from "@/lib/contracts/register-columns";
import { Prisma } from "@/lib/server/db";
import { defineList } from "@/lib/server/list-spec";

/** Numbers order the register, not text: LG2026-1000 follows LG2026-999 (Q08). */
const REGISTER_ORDER = Prisma.sql`(c.year * 1000000 + c.seq)`;

// A number carries the year of its effective date: the database keeps both equal (contract_number_whole, contract_number_year).
function withinYears(first: string, last: string): Prisma.Sql[] {
  return [
    ...(first
      ? [Prisma.sql`${REGISTER_ORDER} >= ${Number.parseInt(first, 10) * 1_000_000}::bigint`]
      : []),
    ...(last
      ? [Prisma.sql`${REGISTER_ORDER} < ${(Number.parseInt(last, 10) + 1) * 1_000_000}::bigint`]
      : []),
  ];
}

const YEAR_OF_NUMBER = /^LG(\d{4})/;

/** The contract register (F04), ordered by number (R1.1.5-R1). */
export const registerList = defineList({
  register: "register",
  // The condition on seq opens the indexes in the register's order, which hold numbered contracts only.
  from: Prisma.sql`contract c join register_entry r on r.contract_id = c.id and c.seq is not null`,
  id: Prisma.sql`c.id`,
  defaultSort: { key: "order", direction: "desc" },
  search: {
    ...contractSearch,
    number: {
      ...contractSearch.number,
      sql: Prisma.sql`c.contract_no`,
      implied: (beginning) => {
        const [, year = ""] = YEAR_OF_NUMBER.exec(beginning) ?? [];
        return withinYears(year, year);
      },
    },
  },
  filters: [
    {
      key: "status",
      kind: "enum",
      type: "contract_status",
      sql: Prisma.sql`c.status`,
      values: ["EFFECTIVE", "EXECUTING", "COMPLETED", "ARCHIVED", "VOIDED", "TERMINATED"],
    },
    {
      key: "contractClass",
      kind: "enum",
      type: "contract_class",
      sql: Prisma.sql`c.contract_class`,
      values: ["A", "B", "C"],
    },
    {
      key: "form",
      kind: "enum",
      type: "contract_form",
      sql: Prisma.sql`c.form`,
      values: ["FORMAL", "VERBAL"],
    },
    {
      key: "effectiveOn",
      kind: "dates",
      sql: Prisma.sql`c.effective_on`,
      implied: (from, to) => withinYears(from.slice(0, 4), to.slice(0, 4)),
    },
    {
      key: "unregistered",
      kind: "flag",
      sql: Prisma.sql`r.registered_at is null and c.status = 'EFFECTIVE'`,
    },
  ],
  uncounted: { key: "status", sql: Prisma.sql`c.status`, values: ["VOIDED"] },
  columns: registerColumns(REGISTER_ORDER),
});
