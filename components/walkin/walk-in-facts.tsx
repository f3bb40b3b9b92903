import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import type { WalkInDetail } from "@/lib/walkin/queries";

/** Who takes what, who counted, and the days of the contract afterwards. */
export function WalkInFacts({ walkIn }: { walkIn: WalkInDetail }) {
  const t = useTranslations("walkin");
  const terms = useTranslations("contracts.payment_terms");
  const label = (key: Parameters<typeof t>[0]) => t(key);
  return (
    <SectionCard title={t("sections.facts")}>
      <DescriptionList
        items={[
          { label: label("facts.receiver"), value: walkIn.receiverName },
          { label: label("facts.receiver_id"), value: walkIn.receiverIdNo },
          { label: label("facts.phone"), value: walkIn.receiverPhone },
          { label: label("facts.vehicle"), value: walkIn.vehicleNo },
          {
            label: label("facts.authority"),
            value: walkIn.authorityKind ? t(`authority.${walkIn.authorityKind as "LETTER"}`) : "",
          },
          { label: label("facts.payment_term"), value: terms(walkIn.paymentTerm) },
          { label: label("facts.slip"), value: <span className="mono">{walkIn.slipNo}</span> },
          {
            label: label("facts.keeper_count"),
            value: <Counted name={walkIn.countedByKeeperName} at={walkIn.countedByKeeperAt} />,
          },
          {
            label: label("facts.clerk_count"),
            value: <Counted name={walkIn.countedByClerkName} at={walkIn.countedByClerkAt} />,
          },
          {
            label: label("facts.handed_over"),
            value: walkIn.handedOverAt ? <DateTimeText at={walkIn.handedOverAt} /> : null,
          },
          {
            label: label("facts.draft_due"),
            value: walkIn.draftDueOn ? <DateText date={walkIn.draftDueOn} /> : null,
          },
          {
            label: label("facts.effective_due"),
            value: walkIn.effectiveDueOn ? <DateText date={walkIn.effectiveDueOn} /> : null,
          },
          {
            label: label("facts.contract"),
            value: walkIn.contractId ? (
              <Link href={`/contracts/${walkIn.contractId}` as Route} className="mono">
                {walkIn.contractNo || t("facts.not_yet")}
              </Link>
            ) : null,
          },
          { label: label("facts.prepared_by"), value: walkIn.preparedByName },
          {
            label: label("facts.exception_reason"),
            value: walkIn.seesPrices ? walkIn.exceptionReason : "",
            wide: true,
          },
          { label: label("facts.remark"), value: walkIn.remark, wide: true },
        ]}
      />
    </SectionCard>
  );
}

function Counted({ name, at }: { name: string | null; at: Date | null }) {
  const t = useTranslations("walkin.facts");
  if (!name || !at) return t("not_yet");
  return (
    <>
      {name} <DateTimeText at={at} />
    </>
  );
}
