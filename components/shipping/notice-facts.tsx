import { useTranslations } from "next-intl";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { type DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { SectionCard } from "@/components/ui/section-card";
import { shownFunds } from "@/lib/shipping/labels";
import type { NoticeDetail } from "@/lib/shipping/notice-queries";
import styles from "./notice.module.css";

/** When and how the goods go, who filled and who acknowledged it; deviations first. */
export function NoticeFacts({ notice }: { notice: NoticeDetail }) {
  const t = useTranslations("shipping");
  return (
    <>
      {notice.deviations.length > 0 ? (
        <SectionCard title={t("sections.deviations")} clause="R1.2.1-c">
          <ul className={styles.violations}>
            {notice.deviations.map((deviation) => (
              <li key={deviation}>
                <strong>{t(`deviation.${deviation}`)}</strong> {reasonOf(notice, deviation)}
              </li>
            ))}
          </ul>
        </SectionCard>
      ) : null}
      <SectionCard title={t("sections.when")}>
        <DescriptionList items={[...shippingItems(notice, t), ...peopleItems(notice, t)]} />
      </SectionCard>
    </>
  );
}

type Words = ReturnType<typeof useTranslations<"shipping">>;

function reasonOf(notice: NoticeDetail, deviation: NoticeDetail["deviations"][number]): string {
  if (deviation === "LATE") return notice.lateReason;
  return deviation === "TYPED_CONSIGNEE" ? notice.consigneeReason : notice.methodReason;
}

function shippingItems(notice: NoticeDetail, t: Words): DescriptionItem[] {
  const enclosed = notice.enclosedDocs as "CERTIFICATE"[];
  return [
    { label: t("fields.required_ship_on"), value: <DateText date={notice.requiredShipOn} near /> },
    { label: t("fields.contract_due_on"), value: <DateText date={notice.contractDueOn} /> },
    { label: t("fields.method"), value: t(`method.${notice.deliveryMethod}`) },
    { label: t("fields.courier"), value: notice.courierName },
    { label: t("fields.freight_payer"), value: t(`freight_payer.${notice.freightPayer}`) },
    {
      label: t("fields.freight_settlement"),
      value: t(`freight_settlement.${notice.freightSettlement}`),
    },
    { label: t("fields.payment_term"), value: t(`term.${notice.paymentTerm}`) },
    { label: t("fields.funds"), value: t(`funds.${shownFunds(notice)}`) },
    { label: t("fields.packing"), value: notice.packingRequirement, wide: true },
    {
      label: t("fields.enclosed"),
      value: enclosed.map((doc) => t(`enclosed.${doc}`)).join("、"),
      wide: true,
    },
    { label: t("fields.remark"), value: notice.remark, wide: true },
  ];
}

function peopleItems(notice: NoticeDetail, t: Words): DescriptionItem[] {
  return [
    {
      label: t("fields.issued_by"),
      value: (
        <>
          {notice.issuedByName ?? notice.preparedByName}{" "}
          {notice.issuedAt ? <DateTimeText at={notice.issuedAt} /> : null}
        </>
      ),
    },
    {
      label: t("fields.acknowledged_by"),
      value: notice.acknowledgedByName ? (
        <>
          {notice.acknowledgedByName} <DateTimeText at={notice.acknowledgedAt} />
        </>
      ) : null,
    },
  ];
}
