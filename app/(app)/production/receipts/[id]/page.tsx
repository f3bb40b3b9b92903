import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { ReceiptDetail } from "@/components/production/receipt-detail";
import { NoPermission } from "@/components/ui/empty-state";
import { findReceiptDetail } from "@/lib/production/receipt-queries";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("production.receipts");
  return { title: t("title") };
}

/** One delivery of the workshop (F27). */
export default async function ProductionReceiptPage({
  params,
}: PageProps<"/production/receipts/[id]">) {
  const { actor, allowed } = await gate("stock:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const receipt = await findReceiptDetail(actor, id);
  if (!receipt) notFound();
  const papers = await papersOf(actor, { subjectType: "inbound_slip", subjectId: id });
  return (
    <Messages namespaces={["production"]}>
      <ReceiptDetail receipt={receipt} papers={papers} />
    </Messages>
  );
}
