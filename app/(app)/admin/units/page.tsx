import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BaseDataHeader } from "@/components/settings/base-data-header";
import { UnitTable } from "@/components/settings/unit-table";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { can } from "@/lib/auth/permissions";
import { gate } from "@/lib/server/session";
import { listUnits } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.units");
  return { title: t("title") };
}

export default async function UnitsPage() {
  const { actor, allowed } = await gate("company:read");
  if (!allowed) return <NoPermission />;
  const [t, units] = await Promise.all([getTranslations("settings.units"), listUnits()]);
  const mayEdit = can(actor, "company:edit");
  return (
    <div className="stack">
      <BaseDataHeader
        title={t("title")}
        add={{ href: "/admin/units/new", label: t("new") }}
        mayEdit={mayEdit}
      />
      <SectionCard title={t("title")} flush>
        <UnitTable units={units} mayEdit={mayEdit} />
      </SectionCard>
    </div>
  );
}
