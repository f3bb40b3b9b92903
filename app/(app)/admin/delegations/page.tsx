import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { DelegationForm } from "@/components/people/delegation-form";
import { DelegationTable } from "@/components/people/delegation-table";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { can } from "@/lib/auth/permissions";
import { delegationChoices, listDelegations } from "@/lib/people/delegation-queries";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.delegations");
  return { title: t("title") };
}

/** Who signs in whose place (F45), and what was signed so. */
export default async function DelegationsPage() {
  const { actor, allowed } = await gate("duty:read");
  if (!allowed) return <NoPermission />;
  const [t, delegations, choices] = await Promise.all([
    getTranslations("people.delegations"),
    listDelegations(actor),
    delegationChoices(actor),
  ]);
  return (
    <Messages namespaces={["people"]}>
      <div className="stack">
        <PageHeader
          title={t("title")}
          sub={t("intro")}
          actions={<ButtonLink href="/admin/delegations/acts">{t("acts")}</ButtonLink>}
        />
        {can(actor, "delegation:issue") ? (
          <SectionCard title={t("issue_title")}>
            <DelegationForm {...choices} today={clock.today()} />
          </SectionCard>
        ) : null}
        <SectionCard title={t("list")} flush>
          <DelegationTable delegations={delegations} />
        </SectionCard>
      </div>
    </Messages>
  );
}
