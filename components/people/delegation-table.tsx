import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { DateText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { StateBadge } from "@/components/ui/state-badge";
import { formatMoney } from "@/lib/i18n/format";
import { revokeDelegationAction } from "@/lib/people/actions";
import type { DelegationRow } from "@/lib/people/delegation-queries";
import { SPAN_TONES } from "@/lib/people/labels";

/** Who signs what for whom, from when to when. */
export function DelegationTable({ delegations }: { delegations: readonly DelegationRow[] }) {
  const t = useTranslations("people.delegations");
  return (
    <PlainTable
      caption={t("list")}
      empty={t("empty")}
      head={[
        t("number"),
        t("principal"),
        t("delegate"),
        t("step"),
        t("scope"),
        t("from"),
        t("to"),
        t("reason_short"),
        t("state_label"),
      ]}
      rows={delegations.map((row) => ({
        id: row.id,
        quiet: row.state === "over" || row.state === "revoked",
        cells: [
          <a
            key="number"
            className="mono"
            href={`/api/pdf/delegation/${row.id}`}
            target="_blank"
            rel="noopener"
          >
            {row.docNo}
          </a>,
          row.principalName,
          row.delegateName,
          t(`steps.${row.step}`),
          <Scope key="scope" row={row} />,
          <DateText key="from" date={row.fromOn} />,
          <DateText key="to" date={row.toOn} />,
          row.reason,
          <span key="state">
            <StateBadge tone={SPAN_TONES[row.state]} label={t(`state.${row.state}`)} />{" "}
            {row.mayRevoke ? <RevokeButton delegationId={row.id} /> : null}
          </span>,
        ],
      }))}
    />
  );
}

/** Kinds and amount that it is limited to, or that it is not. */
function Scope({ row }: { row: DelegationRow }) {
  const t = useTranslations("people");
  const kinds = row.documentKinds.map((kind) => {
    const key = kind as "contract";
    return t.has(`documents.${key}`) ? t(`documents.${key}`) : kind;
  });
  const parts = [
    kinds.length > 0 ? kinds.join("、") : t("delegations.all_kinds"),
    row.amountLimit
      ? t("delegations.up_to", { amount: formatMoney(row.amountLimit, { symbol: true }) })
      : t("delegations.no_limit"),
  ];
  return parts.join("；");
}

function RevokeButton({ delegationId }: { delegationId: string }) {
  const t = useTranslations("people.delegations");
  return (
    <ActionButton
      action={revokeDelegationAction}
      input={{ delegationId }}
      label={t("revoke")}
      tone="danger"
      size="compact-sm"
      comment="required"
      confirm={{ effects: [t("revoke_effect")] }}
    />
  );
}
