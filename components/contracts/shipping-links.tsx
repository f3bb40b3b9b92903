import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { MoneyText } from "@/components/ui/money-text";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import type { ContractShipping } from "@/lib/shipping/contract-papers";
import { NOTICE_TONES, SLIP_TONES, shownSlipStatus } from "@/lib/shipping/labels";

type Props = { contractId: string; shipping: ContractShipping; mayNotify: boolean };

/** The papers under which the contract's goods leave, and the way to the next notice. */
export async function ShippingLinks({ contractId, shipping, mayNotify }: Props) {
  const [t, ts] = await Promise.all([getTranslations("contracts"), getTranslations("shipping")]);
  const { notices, slips } = shipping;
  if (notices.length + slips.length === 0 && !mayNotify) return null;
  const rows = [
    ...notices.map(({ id, number, status, on, amount }) => ({
      id,
      cells: [
        t("shipping.notice"),
        <PaperLink
          key="link"
          href={`/shipping/notices/${id}`}
          number={number ?? t("shipping.draft")}
        />,
        <StateBadge
          key="state"
          tone={NOTICE_TONES[status]}
          label={ts(`notice_status.${status}`)}
        />,
        on,
        <MoneyText key="amount" amount={amount} />,
      ],
    })),
    ...slips.map(({ id, number, status, redOfId, on, amount }) => ({
      id,
      cells: [
        redOfId ? ts("red_slip_title") : t("shipping.slip"),
        <PaperLink
          key="link"
          href={`/shipping/slips/${id}`}
          number={number ?? t("shipping.draft")}
        />,
        <SlipState key="state" status={status} redOfId={redOfId} />,
        on,
        <MoneyText key="amount" amount={amount} />,
      ],
    })),
  ];
  return (
    <SectionCard
      title={t("shipping.title")}
      clause="R1.2.1-b"
      flush
      aside={
        mayNotify ? (
          <ButtonLink href={`/shipping/notices/new?contract=${contractId}`} size="compact-sm">
            {t("shipping.make_notice")}
          </ButtonLink>
        ) : null
      }
    >
      <PlainTable
        caption={t("shipping.title")}
        head={[t("shipping.paper"), t("number"), t("status_label"), t("shipping.on"), t("total")]}
        rows={rows}
        empty={t("shipping.none")}
      />
    </SectionCard>
  );
}

function PaperLink({ href, number }: { href: string; number: string }) {
  return (
    <Link href={href as Route} className="mono">
      {number}
    </Link>
  );
}

async function SlipState(slip: Pick<ContractShipping["slips"][number], "status" | "redOfId">) {
  const t = await getTranslations("shipping");
  const shown = shownSlipStatus(slip);
  return <StateBadge tone={SLIP_TONES[shown]} label={t(`slip_status.${shown}`)} />;
}
