import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NewPersonForm } from "@/components/people/new-person-form";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { gate } from "@/lib/server/session";
import { settingsNow } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("new_title") };
}

export default async function NewPersonPage() {
  const { allowed } = await gate("person:manage");
  if (!allowed) return <NoPermission />;
  const [t, { departments }] = await Promise.all([getTranslations("people"), settingsNow()]);
  return (
    <Messages namespaces={["people"]}>
      <PageHeader title={t("new_title")} back={{ href: "/admin/people", label: t("title") }} />
      <SectionCard title={t("details")}>
        <NewPersonForm departments={departments} />
      </SectionCard>
    </Messages>
  );
}
