import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { PermissionMatrix } from "@/components/people/permission-matrix";
import { NoPermission } from "@/components/ui/empty-state";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.permissions");
  return { title: t("title") };
}

/** The permission matrix of rules 5.9 as the program applies it. */
export default async function PermissionsPage() {
  const { allowed } = await gate("audit:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations("people.permissions");
  return (
    <>
      <PageHeader title={t("title")} sub={t("intro")} />
      <PermissionMatrix />
    </>
  );
}
