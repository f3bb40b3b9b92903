import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { CourierForm } from "@/components/settings/courier-form";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { gate } from "@/lib/server/session";
import { courierDraft } from "@/lib/settings/drafts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.couriers");
  return { title: t("title") };
}

type Props = { params: Promise<{ id: string }> };

export default async function CourierPage({ params }: Props) {
  const { allowed } = await gate("company:edit");
  if (!allowed) return <NoPermission />;
  const courier = await courierDraft((await params).id);
  if (!courier) notFound();
  const t = await getTranslations("settings.couriers");
  const title = courier.name || t("new");
  return (
    <Messages namespaces={["settings"]}>
      <PageHeader title={title} back={{ href: "/admin/couriers", label: t("title") }} />
      <SectionCard title={title}>
        <CourierForm courier={courier} />
      </SectionCard>
    </Messages>
  );
}
