import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { type DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import type { SlipDetail } from "@/lib/shipping/slip-queries";

/** Where the slip comes from and who handled it. */
export function SlipFacts({ slip }: { slip: SlipDetail }) {
  const t = useTranslations("shipping");
  return (
    <SectionCard title={t("sections.head")}>
      <DescriptionList
        items={[...originItems(slip, t), ...peopleItems(slip, t), ...noteItems(slip, t)]}
      />
    </SectionCard>
  );
}

type Words = ReturnType<typeof useTranslations<"shipping">>;

function originItems(slip: SlipDetail, t: Words): DescriptionItem[] {
  return [
    { label: t("fields.slip_on"), value: <DateText date={slip.slipOn} /> },
    {
      label: t("fields.notice_no"),
      value:
        slip.mayOpenNotice && slip.notice ? (
          <Link href={`/shipping/notices/${slip.notice.id}` as Route}>
            <span className="mono">{slip.notice.docNo}</span>
          </Link>
        ) : (
          slip.notice?.docNo
        ),
    },
    {
      label: t("fields.required_ship_on"),
      value: <DateText date={slip.notice?.requiredShipOn} near />,
    },
    { label: t("fields.warehouse"), value: slip.warehouse },
    { label: t("fields.method"), value: t(`method.${slip.deliveryMethod}`) },
    ...(slip.red
      ? [
          {
            label: t(slip.red.isRed ? "fields.red_slip" : "fields.red_of"),
            value: (
              <Link href={`/shipping/slips/${slip.red.id}` as Route}>
                <span className="mono">{slip.red.docNo}</span>
              </Link>
            ),
          },
        ]
      : []),
  ];
}

function peopleItems(slip: SlipDetail, t: Words): DescriptionItem[] {
  return [
    {
      label: t("fields.prepared_by"),
      value: (
        <>
          {slip.preparedByName} <DateTimeText at={slip.createdAt} />
        </>
      ),
    },
    {
      label: t("fields.keeper"),
      value: slip.issuedByName ? (
        <>
          {slip.issuedByName} <DateTimeText at={slip.issuedAt} />
        </>
      ) : null,
    },
  ];
}

/** Reasons and remarks, where there are any. */
function noteItems(slip: SlipDetail, t: Words): DescriptionItem[] {
  const notes: DescriptionItem[] = [
    { label: t("fields.short_reason"), value: slip.shortReason, wide: true },
    { label: t("fields.cancel_reason"), value: slip.cancelReason, wide: true },
    { label: t("fields.remark"), value: slip.remark, wide: true },
  ];
  return notes.filter(({ value }) => value !== "");
}
