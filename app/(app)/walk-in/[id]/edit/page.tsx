import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { WalkInForm } from "@/components/walkin/walk-in-form";
import { gate } from "@/lib/server/session";
import { findWalkInDetail } from "@/lib/walkin/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("walkin");
  return { title: t("edit") };
}

/** A draft, or what was returned, is corrected by its preparer. */
export default async function EditWalkInPage({ params }: PageProps<"/walk-in/[id]/edit">) {
  const { actor, allowed } = await gate("walkin:write");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const walkIn = await findWalkInDetail(actor, id);
  if (!walkIn) notFound();
  if (!walkIn.commands.includes("edit")) redirect(`/walk-in/${id}` as Route);
  const t = await getTranslations("walkin");
  return (
    <Messages namespaces={["walkin", "contracts", "credit", "receivables", "shipping"]}>
      <div className="stack">
        <PageHeader
          title={t("edit")}
          number={walkIn.docNo}
          back={{ href: `/walk-in/${id}`, label: t("document") }}
        />
        <WalkInForm draft={walkIn} />
      </div>
    </Messages>
  );
}
