import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BaseDataHeader } from "@/components/settings/base-data-header";
import { ClauseTable } from "@/components/settings/clause-table";
import { NoPermission } from "@/components/ui/empty-state";

import { can } from "@/lib/auth/permissions";
import { gate } from "@/lib/server/session";
import { listClauseTemplates } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.clauses");
  return { title: t("title") };
}

export default async function ClausesPage() {
  const { actor, allowed } = await gate("company:read");
  if (!allowed) return <NoPermission />;
  const [t, clauses] = await Promise.all([
    getTranslations("settings.clauses"),
    listClauseTemplates(),
  ]);
  const mayEdit = can(actor, "company:edit");
  return (
    <div className="stack">
      <BaseDataHeader
        title={t("title")}
        sub={t("intro")}
        add={{ href: "/admin/clauses/new", label: t("new") }}
        mayEdit={mayEdit}
      />
      <ClauseTable clauses={clauses} mayEdit={mayEdit} />
    </div>
  );
}
