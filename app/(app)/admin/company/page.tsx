import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { BankAccountTable } from "@/components/settings/bank-account-table";
import { BaseDataHeader } from "@/components/settings/base-data-header";
import { CompanyFacts } from "@/components/settings/company-facts";
import { CompanyForm } from "@/components/settings/company-form";
import { CompanyImages } from "@/components/settings/company-images";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { can } from "@/lib/auth/permissions";
import { gate } from "@/lib/server/session";
import { listCompanyImages } from "@/lib/settings/company-images";
import { getCompanyProfile, listBankAccounts } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.company");
  return { title: t("title") };
}

/** Our own data as papers print them, and the accounts on which money arrives (F46). */
export default async function CompanyPage() {
  const { actor, allowed } = await gate("company:read");
  if (!allowed) return <NoPermission />;
  const [t, profile, images, accounts] = await Promise.all([
    getTranslations("settings"),
    getCompanyProfile(),
    listCompanyImages(),
    listBankAccounts(),
  ]);
  const mayEdit = can(actor, "company:edit");
  const facts = profile ? <CompanyFacts profile={profile} /> : <p>{t("company.missing")}</p>;
  return (
    <Messages namespaces={["settings"]}>
      <div className="stack">
        <BaseDataHeader
          title={t("company.title")}
          add={{ href: "/admin/company/accounts/new", label: t("accounts.new") }}
          mayEdit={mayEdit}
        />
        <SectionCard title={t("company.profile")}>
          {mayEdit ? <CompanyForm key={profile?.rowVersion ?? 0} profile={profile} /> : facts}
        </SectionCard>
        <SectionCard title={t("company.images.title")}>
          <CompanyImages images={images} mayEdit={mayEdit} />
        </SectionCard>
        <SectionCard title={t("accounts.title")} flush>
          <BankAccountTable accounts={accounts} mayEdit={mayEdit} />
        </SectionCard>
      </div>
    </Messages>
  );
}
