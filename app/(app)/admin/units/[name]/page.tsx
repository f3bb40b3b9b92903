import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { UnitForm } from "@/components/settings/unit-form";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { gate } from "@/lib/server/session";
import { unitDraft } from "@/lib/settings/drafts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.units");
  return { title: t("title") };
}

type Props = { params: Promise<{ name: string }> };

export default async function UnitPage({ params }: Props) {
  const { allowed } = await gate("company:edit");
  if (!allowed) return <NoPermission />;
  const unit = await unitDraft(decodeURIComponent((await params).name));
  if (!unit) notFound();
  const t = await getTranslations("settings.units");
  const title = unit.name || t("new");
  return (
    <Messages namespaces={["settings"]}>
      <PageHeader title={title} back={{ href: "/admin/units", label: t("title") }} />
      <SectionCard title={title}>
        <UnitForm unit={unit} />
      </SectionCard>
    </Messages>
  );
}
