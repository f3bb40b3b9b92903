import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { DateText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { PREPARATION_TONES } from "@/lib/preparation/labels";
import type { ContractPreparation } from "@/lib/preparation/queries";

type Props = { contractId: string; preparation: ContractPreparation };

/** The preparation orders of a contract on its page, and the way to the next one. */
export function ContractPreparations({ contractId, preparation }: Props) {
  const t = useTranslations("preparation");
  const { orders, mayOrder, isMandatory } = preparation;
  if (orders.length === 0 && !mayOrder) return null;
  return (
    <SectionCard
      title={t("contract.title")}
      clause="R1.1.3-P"
      flush
      aside={
        mayOrder ? (
          <ButtonLink href={`/preparation/new?contract=${contractId}`} size="compact-sm">
            {t("actions.new")}
          </ButtonLink>
        ) : null
      }
    >
      <PlainTable
        caption={t("contract.title")}
        head={[
          t("columns.number"),
          t("columns.status"),
          t("contract.due_on"),
          t("contract.ordered"),
          t("contract.prepared"),
        ]}
        rows={orders.map(({ id, docNo, status, dueOn, asked, prepared }) => ({
          id,
          cells: [
            <Link key="link" href={`/preparation/${id}` as Route} className="mono">
              {docNo ?? t("status.DRAFT")}
            </Link>,
            <StateBadge
              key="state"
              tone={PREPARATION_TONES[status]}
              label={t(`status.${status}`)}
            />,
            <DateText key="due" date={dueOn} near />,
            <QuantityText key="asked" quantity={asked} />,
            prepared === null ? "—" : <QuantityText key="ready" quantity={prepared} />,
          ],
        }))}
        empty={`${t("contract.none")}${t(isMandatory ? "mandatory" : "offered")}`}
      />
    </SectionCard>
  );
}
