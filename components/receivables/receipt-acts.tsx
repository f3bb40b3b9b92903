"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { rejectReceiptAction, reverseReceiptAction } from "@/lib/receivables/actions";

type Props = {
  receiptId: string;
  rowVersion: number;
  /** The moves that the life cycle allows this person now. */
  commands: readonly string[];
};

/** Finance's other acts: the money did not come, or it has gone again. */
export function ReceiptActs({ receiptId, rowVersion, commands }: Props) {
  const t = useTranslations("receivables.detail");
  const input = { receiptId, rowVersion };
  const mayReject = commands.includes("reject");
  const mayReverse = commands.includes("reverse");
  if (!mayReject && !mayReverse) return null;
  return (
    <StickyActionBar>
      {mayReject ? (
        <ActionButton
          action={rejectReceiptAction}
          input={input}
          label={t("reject")}
          tone="danger"
          comment="required"
          commentLabel={t("reject_reason")}
          confirm={{ title: t("reject_title"), effects: [t("reject_effects.kept")] }}
        />
      ) : null}
      {mayReverse ? (
        <ActionButton
          action={reverseReceiptAction}
          input={input}
          label={t("reverse")}
          tone="danger"
          comment="required"
          commentLabel={t("reverse_reason")}
          confirm={{
            title: t("reverse_title"),
            effects: [
              t("reverse_effects.ledger"),
              t("reverse_effects.money"),
              t("reverse_effects.notices"),
            ],
          }}
        />
      ) : null}
    </StickyActionBar>
  );
}
