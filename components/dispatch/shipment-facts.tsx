import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ClauseHint } from "@/components/ui/clause-hint";
import { DateText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { MoneyText } from "@/components/ui/money-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { ShipmentDetail } from "@/lib/dispatch/shipment-queries";
import { PhoneLink } from "./phone-link";

/** The row of the shipping log with the papers behind it (F13). */
export function ShipmentFacts({ shipment }: { shipment: ShipmentDetail }) {
  const t = useTranslations("dispatch");
  const { consignee } = shipment;
  return (
    <SectionCard
      title={t("log.facts_title")}
      clause="R1.2.3-a"
      aside={<ClauseHint clause="R1.2.3-b" />}
    >
      <DescriptionList
        items={[
          { label: t("shipped_on"), value: <DateText date={shipment.shippedOn} near /> },
          {
            label: t("seq"),
            value: t("log.number", { year: String(shipment.year), seq: shipment.seq }),
          },
          {
            label: t("contract_no"),
            value: paper(
              shipment.contractNo,
              shipment.contractId && shipment.mayReadContract
                ? `/contracts/${shipment.contractId}`
                : null,
            ),
          },
          { label: t("contract_class"), value: shipment.contractClass },
          {
            label: t("slip_no"),
            value: paper(shipment.slipNo, `/shipping/slips/${shipment.slipId}`),
          },
          {
            label: t("log.packing"),
            value: paper(
              shipment.packingListNo,
              shipment.packingListId && `/shipping/packing/${shipment.packingListId}`,
            ),
          },
          { label: t("notice_no"), value: paper(shipment.noticeNo, null) },
          { label: t("method"), value: t(`methods.${shipment.deliveryMethod}`) },
          { label: t("courier"), value: shipment.carrier },
          {
            label: t("waybill_no"),
            value: paper(
              shipment.waybillNo,
              shipment.waybillId && `/shipping/waybills/${shipment.waybillId}`,
            ),
          },
          { label: t("pieces"), value: shipment.pieces },
          { label: t("weight"), value: <QuantityText quantity={shipment.weightKg} /> },
          ...(shipment.showsPrices
            ? [
                { label: t("amount"), value: <MoneyText amount={shipment.amount} /> },
                { label: t("freight"), value: <MoneyText amount={shipment.freightAmount} /> },
              ]
            : []),
          {
            label: t("freight_payer"),
            value: shipment.freightPayer && t(`payers.${shipment.freightPayer}`),
          },
          { label: t("recipient"), value: consignee.company },
          { label: t("contact"), value: consignee.contactPerson },
          { label: t("phone"), value: <PhoneLink phone={consignee.phone ?? ""} /> },
          { label: t("address"), value: consignee.address, wide: true },
          { label: t("handler"), value: shipment.handlerName },
          { label: t("received_on"), value: <DateText date={shipment.receivedOn} /> },
        ]}
      />
    </SectionCard>
  );
}

function paper(number: string, href: string | null) {
  if (number === "") return null;
  if (!href) return <span className="mono">{number}</span>;
  return (
    <Link href={href as Route}>
      <span className="mono">{number}</span>
    </Link>
  );
}

/** One row for each line that left (F13). */
export function ShippedGoods({ lines }: { lines: ShipmentDetail["lines"] }) {
  const t = useTranslations("dispatch.log");
  return (
    <SectionCard title={t("goods_title")} flush>
      <PlainTable
        caption={t("goods_title")}
        head={[t("product"), t("spec"), t("quantity")]}
        rows={lines.map(({ id, productName, spec, drawingNo, quantity, unit }) => ({
          id,
          cells: [
            productName,
            [spec, drawingNo].filter(Boolean).join(" / ") || "—",
            <QuantityText key="quantity" quantity={quantity} unit={unit} />,
          ],
        }))}
      />
    </SectionCard>
  );
}
