import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ClauseForm } from "@/components/settings/clause-form";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { gate } from "@/lib/server/session";
import { clauseDraft } from "@/lib/settings/drafts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.clauses");
  return { title: t("title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function ClausePage({ params }: Props) {
  const { allowed } = await gate("company:edit");
  if (!allowed) return <NoPermission />;
  const clause = await clauseDraft((await params).id);
  if (!clause) notFound();
  const t = await getTranslations("settings.clauses");
  const title = clause.title || t("new");
  return (
    <Messages namespaces={["settings"]}>
      <PageHeader title={title} back={{ href: "/admin/clauses", label: t("title") }} />
      <SectionCard title={title}>
        <ClauseForm clause={clause} />
      </SectionCard>
    </Messages>
  );
}
