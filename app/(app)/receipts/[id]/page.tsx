import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ReceiptDetail } from "@/components/receivables/receipt-detail";
import { NoPermission } from "@/components/ui/empty-state";
import { StateBadge } from "@/components/ui/state-badge";
import { RECEIPT_TONES } from "@/lib/receivables/labels";
import { findReceipt } from "@/lib/receivables/queries";
import { receiptRights } from "@/lib/receivables/receipt-rights";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receivables.receipts");
  return { title: t("title") };
}

/** One receipt: its facts, where its money goes, finance's decision. */
export default async function ReceiptPage({ params }: PageProps<"/receipts/[id]">) {
  const { actor, allowed } = await gate("receipt:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const receipt = await findReceipt(actor, id);
  if (!receipt) notFound();
  const [t, papers, rights] = await Promise.all([
    getTranslations("receivables"),
    papersOf(actor, { subjectType: "receipt", subjectId: id }),
    receiptRights(actor, receipt),
  ]);
  const { docNo, status, customerName, amount } = receipt;
  const badge = <StateBadge tone={RECEIPT_TONES[status]} label={t(`status.${status}`)} />;
  const back = { href: "/receipts", label: t("receipts.back") };
  return (
    <Messages namespaces={["receivables"]}>
      <div className="stack">
        <PageHeader
          title={customerName}
          number={docNo}
          amount={amount}
          badge={badge}
          back={back}
          remember={`${docNo} ${customerName}`}
        />
        <ReceiptDetail receipt={receipt} papers={papers} rights={rights} />
      </div>
    </Messages>
  );
}
