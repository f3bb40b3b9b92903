import type { Metadata } from "next";
import { getMessages, getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { DataTable } from "@/components/data-table/data-table";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { auditWords } from "@/components/people/audit-words";
import { NoPermission } from "@/components/ui/empty-state";
import { AUDIT_FILTERS, listAuditEvents, listEverybody } from "@/lib/people/audit-list";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.audit_register");
  return { title: t("title") };
}

type Props = { searchParams: Promise<SearchParams> };

/** Who did what and when; append-only. */
export default async function AuditPage({ searchParams }: Props) {
  const { actor, allowed } = await gate("audit:read");
  if (!allowed) return <NoPermission />;
  const [t, messages, people, state] = await Promise.all([
    getTranslations("people.audit_register"),
    getMessages(),
    listEverybody(),
    loadListState(searchParams, AUDIT_FILTERS),
  ]);
  const labels = auditWords(messages);
  const page = await listAuditEvents(actor, state, {
    types: Object.keys(labels),
    personIds: people.map(({ id }) => id),
  });
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader title={t("title")} />
      <DataTable
        caption={t("title")}
        page={page}
        state={state}
        rowHref="/admin/audit/{id}"
        columns={[
          { key: "at", header: t("at"), kind: "instant", sortable: true, priority: 1 },
          { key: "type", header: t("what"), kind: "text", labels, width: 280, priority: 1 },
          { key: "actorName", header: t("who"), kind: "text" },
          { key: "onBehalfOf", header: t("on_behalf"), kind: "text" },
        ]}
        filters={[
          {
            key: "type",
            label: t("what"),
            kind: "enum",
            options: Object.entries(labels).map(([value, label]) => ({ value, label })),
          },
          {
            key: "person",
            label: t("who"),
            kind: "enum",
            options: people.map(({ id, displayName }) => ({ value: id, label: displayName })),
          },
          { key: "day", label: t("at"), kind: "dates" },
        ]}
        empty={{ text: t("empty") }}
      />
    </Messages>
  );
}
