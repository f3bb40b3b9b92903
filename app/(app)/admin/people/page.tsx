import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PeopleTable } from "@/components/people/people-table";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { listPeople } from "@/lib/people/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PeoplePage() {
  const { actor, allowed } = await gate("person:manage");
  if (!allowed) return <NoPermission />;
  const [t, people] = await Promise.all([getTranslations("people"), listPeople(actor)]);
  return (
    <>
      <PageHeader
        title={t("title")}
        actions={<ButtonLink href="/admin/people/new">{t("new_title")}</ButtonLink>}
      />
      <SectionCard title={t("title")} flush>
        <PeopleTable people={people} />
      </SectionCard>
    </>
  );
}
