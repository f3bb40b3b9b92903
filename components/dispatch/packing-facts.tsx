import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import type { PackingDetail } from "@/lib/dispatch/queries";
import { ENCLOSED_DOCS } from "@/lib/shipping/labels";

/** The head of a packing list; it never shows a price (F11). */
export function PackingFacts({ packing }: { packing: PackingDetail }) {
  const t = useTranslations("dispatch");
  const { consignee, receiver } = packing;
  const docs = ENCLOSED_DOCS.filter((doc) => packing.enclosedDocs.includes(doc));
  const contract =
    packing.contractId && packing.mayReadContract ? (
      <Link href={`/contracts/${packing.contractId}` as Route}>
        <span className="mono">{packing.contractNo}</span>
      </Link>
    ) : (
      <span className="mono">{packing.contractNo}</span>
    );
  return (
    <SectionCard title={t("facts.title")} clause="R1.2.2-e">
      <DescriptionList
        items={[
          {
            label: t("facts.slip"),
            value: (
              <Link href={`/shipping/slips/${packing.slipId}` as Route}>
                <span className="mono">{packing.slipNo}</span>
              </Link>
            ),
          },
          { label: t("facts.contract"), value: contract },
          {
            label: t("facts.notice"),
            value: <span className="mono">{packing.noticeNo || "—"}</span>,
          },
          { label: t("facts.customer"), value: packing.customerName },
          { label: t("facts.packed_on"), value: <DateText date={packing.packedOn} /> },
          { label: t("facts.method"), value: t(`methods.${packing.deliveryMethod}`) },
          { label: t("facts.company"), value: consignee.company },
          { label: t("facts.contact"), value: consignee.contactPerson },
          { label: t("facts.phone"), value: consignee.phone },
          { label: t("facts.address"), value: consignee.address, wide: true },
          { label: t("facts.boxes"), value: t("facts.boxes_text", { count: packing.boxCount }) },
          {
            label: t("facts.docs"),
            value: docs.map((doc) => t(`docs.${doc}`)).join(" · "),
          },
          { label: t("facts.prepared_by"), value: packing.preparedByName },
          ...(packing.boxedAt
            ? [
                { label: t("facts.packed_by"), value: packing.packedByName },
                { label: t("facts.checked_by"), value: packing.checkedByName },
                { label: t("facts.boxed_at"), value: <DateTimeText at={packing.boxedAt} /> },
              ]
            : []),
          ...(receiver.name
            ? [
                { label: t("facts.receiver"), value: `${receiver.name} ${receiver.phone}` },
                { label: t("facts.vehicle"), value: receiver.vehicleNo },
              ]
            : []),
          ...(packing.remark
            ? [{ label: t("facts.remark"), value: packing.remark, wide: true }]
            : []),
          ...(packing.voidReason
            ? [{ label: t("facts.void_reason"), value: packing.voidReason, wide: true }]
            : []),
        ]}
      />
    </SectionCard>
  );
}
