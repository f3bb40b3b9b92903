import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { auditColumns, auditFilters } from "@/components/people/audit-register";
import { auditWords } from "@/components/people/audit-words";
import { NoPermission } from "@/components/ui/empty-state";
import { auditList, listAuditEvents, listEverybody } from "@/lib/people/audit-list";
import { shownColumns } from "@/lib/server/list-spec";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.audit_register");
  return { title: t("title") };
}

/** Who did what and when; append-only. */
export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const { actor, allowed } = await gate("audit:read");
  if (!allowed) return <NoPermission />;
  const [t, messages, people] = await Promise.all([
    getTranslations(),
    getMessages(),
    listEverybody(),
  ]);
  const labels = auditWords(messages);
  const choices = { types: Object.keys(labels), personIds: people.map(({ id }) => id) };
  const filters = auditFilters(t, labels, people);
  const state = await loadListState(searchParams, filters);
  const page = await listAuditEvents(actor, state, choices);
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader title={t("people.audit_register.title")} />
      <DataTable
        caption={t("people.audit_register.title")}
        columns={auditColumns(shownColumns(auditList(choices), actor), t, labels)}
        {...{ filters, page, state }}
        rowHref="/admin/audit/{id}"
        exportName="audit"
        empty={{ text: t("people.audit_register.empty") }}
      />
    </Messages>
  );
}
