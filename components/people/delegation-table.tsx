import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { DateText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { StateBadge } from "@/components/ui/state-badge";
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
        t("from"),
        t("to"),
        t("reason_short"),
        t("state_label"),
      ]}
      rows={delegations.map((row) => ({
        id: row.id,
        quiet: row.state === "over" || row.state === "revoked",
        cells: [
          <span key="number" className="mono">
            {row.docNo}
          </span>,
          row.principalName,
          row.delegateName,
          t(`steps.${row.step}`),
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
