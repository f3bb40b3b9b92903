import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import type { SlipToPack } from "@/lib/dispatch/queries";
import { StartPackingButton } from "./start-packing-button";

type Props = { slips: readonly SlipToPack[]; mayStart: boolean };

/** Issued slips without a packing list, the longest waiting first (R1.2.2-d). */
export function SlipsToPack({ slips, mayStart }: Props) {
  const t = useTranslations("dispatch");
  if (slips.length === 0) {
    return (
      <EmptyState kind="nothing" title={t("empty.to_pack_title")} text={t("empty.to_pack_text")} />
    );
  }
  const head = [
    t("slip_no"),
    t("customer"),
    t("contract_no"),
    t("method"),
    t("to_pack.issued_on"),
    t("to_pack.lines"),
    ...(mayStart ? [t("to_pack.act")] : []),
  ];
  return (
    <SectionCard title={t("tabs.waiting")} clause="R1.2.2-d" flush>
      <PlainTable
        caption={t("tabs.waiting")}
        head={head}
        rows={slips.map((slip) => ({
          id: slip.id,
          cells: [
            <Link key="slip" href={`/shipping/slips/${slip.id}` as Route}>
              <span className="mono">{slip.slipNo}</span>
            </Link>,
            slip.customerName,
            <span key="contract" className="mono">
              {slip.contractNo}
            </span>,
            t(`methods.${slip.deliveryMethod}`),
            <DateText key="issued" date={slip.issuedOn} near />,
            slip.lineCount,
            <StartPackingButton key="start" slipId={slip.id} />,
          ],
        }))}
      />
    </SectionCard>
  );
}
