"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { InlineNotice } from "@/components/ui/inline-notice";
import { decideReversalAction } from "@/lib/shipping/actions";
import type { SlipDetail } from "@/lib/shipping/slip-queries";
import styles from "./notice.module.css";

type Props = { reversal: NonNullable<SlipDetail["reversal"]>; mayDecide: boolean };

/** The keeper's request to take the slip back, and the chief's decision (rules 5.12). */
export function SlipReversalPanel({ reversal, mayDecide }: Props) {
  const t = useTranslations("shipping");
  const ref = { reversalId: reversal.id, rowVersion: reversal.rowVersion };
  return (
    <InlineNotice tone="warn" title={t("sections.reversal")}>
      <p>
        {reversal.requestedByName}：{reversal.reason}
      </p>
      {mayDecide ? (
        <div className={styles.actions}>
          <ActionButton
            action={decideReversalAction}
            signs="slip:sign_reversal"
            input={{ ...ref, decision: "REJECT" as const }}
            label={t("actions.refuse_reversal")}
            comment="required"
          />
          <ActionButton
            action={decideReversalAction}
            signs="slip:sign_reversal"
            input={{ ...ref, decision: "AGREE" as const }}
            label={t("actions.agree_reversal")}
            tone="primary"
            comment="optional"
            confirm={{
              effects: [
                t("effects.reverse_stock"),
                t("effects.reverse_ledger"),
                t("effects.reverse_papers"),
              ],
            }}
          />
        </div>
      ) : null}
    </InlineNotice>
  );
}
