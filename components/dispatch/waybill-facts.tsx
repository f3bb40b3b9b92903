import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateTimeText } from "@/components/ui/date-text";
import { type DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { MoneyText } from "@/components/ui/money-text";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { WaybillDetail } from "@/lib/dispatch/waybill-queries";

/** Who gets the parcel and what has been done with it. */
export function WaybillFacts({ waybill }: { waybill: WaybillDetail }) {
  const t = useTranslations("dispatch");
  const { recipient, packingLists } = waybill;
  return (
    <SectionCard title={t("waybill.facts_title")} clause="R1.2.2-g">
      <DescriptionList
        items={[
          { label: t("facts.company"), value: recipient.company },
          { label: t("facts.contact"), value: recipient.contactPerson },
          { label: t("facts.phone"), value: recipient.phone },
          { label: t("waybill.postal_code"), value: recipient.postalCode },
          { label: t("facts.address"), value: recipient.address, wide: true },
          ...(waybill.status === "DRAFT"
            ? [
                {
                  label: t("waybill.basis"),
                  value: t("waybill.recipient_note"),
                  wide: true,
                },
              ]
            : []),
          {
            label: t("waybill.lists"),
            wide: true,
            value: packingLists.map(({ id, docNo, slipNo, contractNo }) => (
              <div key={id}>
                <Link href={`/shipping/packing/${id}` as Route}>
                  <span className="mono">{docNo}</span>
                </Link>{" "}
                <span className="mono">
                  {slipNo} {contractNo}
                </span>
              </div>
            )),
          },
          ...(waybill.status === "DRAFT" ? [] : parcelFacts(waybill, t)),
          ...courierFacts(waybill, t),
          ...(waybill.voidReason
            ? [{ label: t("facts.void_reason"), value: waybill.voidReason, wide: true }]
            : []),
        ]}
      />
    </SectionCard>
  );
}

type Words = ReturnType<typeof useTranslations<"dispatch">>;

function parcelFacts(waybill: WaybillDetail, t: Words): DescriptionItem[] {
  return [
    { label: t("waybill.courier"), value: waybill.courierName },
    {
      label: t("waybill.number"),
      value: waybill.waybillNo ? <span className="mono">{waybill.waybillNo}</span> : null,
    },
    { label: t("waybill.contents"), value: waybill.contents },
    { label: t("waybill.pieces"), value: waybill.pieces },
    { label: t("waybill.weight"), value: <QuantityText quantity={waybill.weightKg} unit="kg" /> },
    {
      label: t("waybill.service"),
      value: t(`service_levels.${waybill.serviceLevel as "STANDARD"}`),
    },
    { label: t("waybill.settlement"), value: t(`settlements.${waybill.freightSettlement}`) },
    ...(waybill.showsPrices
      ? [
          { label: t("waybill.freight"), value: <MoneyText amount={waybill.freightAmount} /> },
          { label: t("waybill.insured"), value: <MoneyText amount={waybill.insuredValue} /> },
        ]
      : []),
    { label: t("waybill.remark"), value: waybill.remark, wide: true },
  ];
}

function courierFacts(waybill: WaybillDetail, t: Words): DescriptionItem[] {
  return [
    ...(waybill.courierNotifiedAt
      ? [
          { label: t("waybill.contact"), value: waybill.courierContact },
          { label: t("waybill.notified_by"), value: waybill.courierNotifiedByName },
          {
            label: t("waybill.notified_at"),
            value: <DateTimeText at={waybill.courierNotifiedAt} />,
          },
        ]
      : []),
    ...(waybill.handedOverAt
      ? [
          { label: t("waybill.picked_up_by"), value: waybill.pickedUpBy },
          { label: t("waybill.handed_over_by"), value: waybill.handedOverByName },
          {
            label: t("waybill.handed_over_at"),
            value: <DateTimeText at={waybill.handedOverAt} />,
          },
        ]
      : []),
    ...(waybill.signedAt
      ? [
          { label: t("waybill.signed_by"), value: waybill.signedByName },
          { label: t("waybill.signed_at"), value: <DateTimeText at={waybill.signedAt} /> },
        ]
      : []),
    ...(waybill.exception
      ? [{ label: t("waybill.exception"), value: waybill.exception, wide: true }]
      : []),
  ];
}
