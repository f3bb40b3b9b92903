import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getMessages, getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { AuditEventFacts } from "@/components/people/audit-event-facts";
import { auditWords } from "@/components/people/audit-words";
import { NoPermission } from "@/components/ui/empty-state";
import { findAuditEvent } from "@/lib/people/audit-list";
import { isSubjectType, SUBJECTS } from "@/lib/records/subjects";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.audit_register");
  return { title: t("title") };
}

/** Documents have a page of their own; what is kept in lists has none. */
function hrefOf({ subjectType, subjectId }: { subjectType: string; subjectId: string }) {
  return isSubjectType(subjectType) ? `${SUBJECTS[subjectType].path}${subjectId}` : null;
}

type Props = { params: Promise<{ id: string }> };

export default async function AuditEventPage({ params }: Props) {
  const { actor, allowed } = await gate("audit:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const [t, messages, event] = await Promise.all([
    getTranslations("people.audit_register"),
    getMessages(),
    findAuditEvent(actor, id),
  ]);
  if (!event) notFound();
  return (
    <>
      <PageHeader
        title={auditWords(messages)[event.type] ?? event.type}
        back={{ href: "/admin/audit", label: t("back") }}
      />
      <AuditEventFacts event={event} href={hrefOf(event)} />
    </>
  );
}
