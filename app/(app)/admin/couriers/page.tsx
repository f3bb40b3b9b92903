import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BaseDataHeader } from "@/components/settings/base-data-header";
import { CourierTable } from "@/components/settings/courier-table";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { can } from "@/lib/auth/permissions";
import { gate } from "@/lib/server/session";
import { listCouriers } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.couriers");
  return { title: t("title") };
}

export default async function CouriersPage() {
  const { actor, allowed } = await gate("company:read");
  if (!allowed) return <NoPermission />;
  const [t, couriers] = await Promise.all([getTranslations("settings.couriers"), listCouriers()]);
  const mayEdit = can(actor, "company:edit");
  return (
    <div className="stack">
      <BaseDataHeader
        title={t("title")}
        add={{ href: "/admin/couriers/new", label: t("new") }}
        mayEdit={mayEdit}
      />
      <SectionCard title={t("title")} flush>
        <CourierTable couriers={couriers} mayEdit={mayEdit} />
      </SectionCard>
    </div>
  );
}
