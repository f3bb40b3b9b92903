import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ChangePasswordForm } from "@/components/people/change-password-form";
import { DescriptionList } from "@/components/ui/description-list";
import { SectionCard } from "@/components/ui/section-card";
import { ownAccount } from "@/lib/people/queries";
import { pageActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.account");
  return { title: t("title") };
}

/** Everybody's own page: who one is here, and the password. */
export default async function AccountPage() {
  const actor = await pageActor();
  const [t, account] = await Promise.all([getTranslations(), ownAccount(actor)]);
  const facts = [
    { label: t("people.fields.username"), value: <span className="mono">{account.username}</span> },
    { label: t("people.fields.display_name"), value: account.displayName },
    { label: t("people.fields.role"), value: t(`roles.role.${account.role}`) },
    { label: t("people.fields.department"), value: account.department },
    {
      label: t("people.duties.duty"),
      value: actor.duties.map((duty) => t(`roles.duty.${duty}`)).join("、"),
      wide: true,
    },
  ];
  return (
    <Messages namespaces={["auth"]}>
      <div className="stack">
        <PageHeader title={t("auth.account.title")} />
        <SectionCard title={t("auth.account.who")}>
          <DescriptionList items={facts} />
        </SectionCard>
        <SectionCard title={t("auth.account.change_password")}>
          <ChangePasswordForm />
        </SectionCard>
      </div>
    </Messages>
  );
}
