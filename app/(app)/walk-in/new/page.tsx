import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { WalkInForm } from "@/components/walkin/walk-in-form";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("walkin");
  return { title: t("new") };
}

/** A customer stands at the counter: who takes what, and how it is paid (R1.2.4-a). */
export default async function NewWalkInPage() {
  const { allowed } = await gate("walkin:write");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations("walkin");
  return (
    <Messages namespaces={["walkin", "contracts", "credit", "receivables", "shipping"]}>
      <div className="stack">
        <PageHeader title={t("new")} back={{ href: "/walk-in", label: t("title") }} />
        <WalkInForm draft={null} />
      </div>
    </Messages>
  );
}
