import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateTimeText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";

type Props = {
  /** Where the document is read; null for what has no page. */
  href: string | null;
  event: {
    actorName: string;
    onBehalfOf: string | null;
    at: Date;
    document: string | null;
    changes: readonly { field: string; before: string | null; after: string | null }[];
    facts: readonly { field: string; value: string }[];
  };
};

/** One event of the audit trail: who, when, and each field before and after. */
export function AuditEventFacts({ event, href }: Props) {
  const t = useTranslations("people.audit_register");
  const { actorName, onBehalfOf, at, document, changes, facts } = event;
  return (
    <div className="stack">
      <SectionCard title={t("facts")}>
        <DescriptionList
          items={[
            { label: t("who"), value: actorName },
            { label: t("on_behalf"), value: onBehalfOf },
            { label: t("at"), value: <DateTimeText at={at} seconds /> },
            {
              label: t("subject"),
              value: href && document ? <Link href={href as Route}>{document}</Link> : document,
            },
          ]}
        />
      </SectionCard>
      {facts.length > 0 ? (
        <SectionCard title={t("value")} flush>
          <PlainTable
            caption={t("value")}
            head={[t("field"), t("value")]}
            rows={facts.map(({ field, value }) => ({
              id: field,
              cells: [
                <span key="field" className="mono">
                  {field}
                </span>,
                value,
              ],
            }))}
          />
        </SectionCard>
      ) : null}
      {changes.length > 0 ? (
        <SectionCard title={t("changes")} flush>
          <PlainTable
            caption={t("changes")}
            head={[t("field"), t("before"), t("after")]}
            rows={changes.map(({ field, before, after }) => ({
              id: field,
              cells: [
                <span key="field" className="mono">
                  {field}
                </span>,
                before,
                after,
              ],
            }))}
          />
        </SectionCard>
      ) : null}
      {facts.length + changes.length === 0 ? <p>{t("no_details")}</p> : null}
    </div>
  );
}
