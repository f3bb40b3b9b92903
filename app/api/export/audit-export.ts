import { getMessages } from "next-intl/server";
import { auditColumns, auditFilters } from "@/components/people/audit-register";
import { auditWords } from "@/components/people/audit-words";
import { auditList, listEverybody } from "@/lib/people/audit-list";
import { EVERY_ROW } from "@/lib/server/list-sql";
import type { ExportableRegister } from "./export-register";

const labelsNow = async () => auditWords(await getMessages());

/** The audit trail; its kinds of events are named by the messages, its people by the database. */
export const AUDIT_EXPORT: ExportableRegister = {
  permission: "audit:read",
  spec: async () => {
    const [labels, people] = await Promise.all([labelsNow(), listEverybody()]);
    return auditList({ types: Object.keys(labels), personIds: people.map(({ id }) => id) });
  },
  scope: () => EVERY_ROW,
  columns: async (columns, t) => auditColumns(columns, t, await labelsNow()),
  filters: async (t) => auditFilters(t, await labelsNow(), await listEverybody()),
  title: "people.audit_register.title",
};
