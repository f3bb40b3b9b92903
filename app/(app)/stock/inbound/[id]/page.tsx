import type { Metadata, Route } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { InboundDetail } from "@/components/stock/inbound-detail";
import { NoPermission } from "@/components/ui/empty-state";
import { StateBadge } from "@/components/ui/state-badge";
import { can } from "@/lib/auth/permissions";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";
import { INBOUND_TONES } from "@/lib/stock/labels";
import { inboundLifecycle } from "@/lib/stock/lifecycle";
import { findInbound, movementsOf } from "@/lib/stock/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock.inbound");
  return { title: t("title") };
}

/** One inbound slip with what it moved. */
export default async function InboundSlipPage({ params }: PageProps<"/stock/inbound/[id]">) {
  const { actor, allowed } = await gate("stock:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const slip = await findInbound(id);
  if (!slip) notFound();
  if (slip.inboundType === "PRODUCTION" && slip.taskId)
    redirect(`/production/receipts/${id}` as Route);
  const [t, papers, movements] = await Promise.all([
    getTranslations("stock"),
    papersOf(actor, { subjectType: "inbound_slip", subjectId: id }),
    movementsOf(id),
  ]);
  const facts = { status: slip.status, lineCount: slip.lines.length };
  const commands = inboundLifecycle.available(facts, actor, can);
  const title = slip.fromDepartment;
  const remember = slip.docNo ? { remember: `${slip.docNo} ${title}` } : {};
  return (
    <Messages namespaces={["stock"]}>
      <div className="stack">
        <PageHeader
          title={title}
          number={slip.docNo}
          badge={
            <StateBadge tone={INBOUND_TONES[slip.status]} label={t(`status.${slip.status}`)} />
          }
          back={{ href: "/stock/inbound", label: t("inbound.back") }}
          {...remember}
        />
        <InboundDetail slip={slip} papers={papers} movements={movements} commands={commands} />
      </div>
    </Messages>
  );
}
