import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { BankAccountForm } from "@/components/settings/bank-account-form";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { gate } from "@/lib/server/session";
import { bankAccountDraft } from "@/lib/settings/drafts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.accounts");
  return { title: t("title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function BankAccountPage({ params }: Props) {
  const { allowed } = await gate("company:edit");
  if (!allowed) return <NoPermission />;
  const account = await bankAccountDraft((await params).id);
  if (!account) notFound();
  const t = await getTranslations("settings");
  const title = account.id ? t("accounts.edit") : t("accounts.new");
  return (
    <Messages namespaces={["settings"]}>
      <PageHeader title={title} back={{ href: "/admin/company", label: t("company.title") }} />
      <SectionCard title={title}>
        <BankAccountForm account={account} />
      </SectionCard>
    </Messages>
  );
}
