import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateTimeText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { RECEIPT_TONES } from "@/lib/production/labels";
import type { LineDetail } from "@/lib/production/line-queries";
import type { ReceiptStatus } from "@/lib/production/receipt-lifecycle";

type Props = { receipts: LineDetail["receipts"]; unit: string; mayOpen: boolean };

/** What of a row has gone to the store (F27). */
export function LineDeliveries({ receipts, unit, mayOpen }: Props) {
  const t = useTranslations("production");
  if (receipts.length === 0) return null;
  return (
    <SectionCard title={t("receipts.title")} clause="R1.1.3-B3" flush>
      <PlainTable
        caption={t("receipts.title")}
        head={[
          t("columns.inbound_no"),
          t("columns.delivered_at"),
          t("columns.delivered"),
          t("columns.rejected"),
          t("columns.received"),
          t("columns.status"),
        ]}
        rows={receipts.map((receipt) => {
          const status = receipt.status as ReceiptStatus;
          const number = receipt.docNo ?? t("draft_word");
          return {
            id: receipt.id,
            quiet: status === "CANCELLED",
            cells: [
              mayOpen ? (
                <Link
                  key="no"
                  href={`/production/receipts/${receipt.id}` as Route}
                  className="mono"
                >
                  {number}
                </Link>
              ) : (
                number
              ),
              <DateTimeText key="at" at={receipt.createdAt} />,
              <QuantityText key="delivered" quantity={receipt.deliveredQty} unit={unit} />,
              <QuantityText key="rejected" quantity={receipt.rejectedQty} unit={unit} />,
              <QuantityText key="received" quantity={receipt.receivedQty} unit={unit} />,
              <StateBadge
                key="state"
                tone={RECEIPT_TONES[status]}
                label={t(`receipt_status.${status}`)}
              />,
            ],
          };
        })}
      />
    </SectionCard>
  );
}
