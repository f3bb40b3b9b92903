"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/form/action-button";
import {
  approveTermChangeAction,
  cancelTermChangeAction,
  checkTermChangeAction,
  rejectByChiefAction,
  rejectByDirectorAction,
  returnByChiefAction,
  returnByDirectorAction,
  submitTermChangeAction,
  withdrawTermChangeAction,
} from "@/lib/credit/actions";
import type { TermChangeCommand } from "@/lib/credit/lifecycle";
import type { SettlementMode } from "@/lib/credit/terms-policy";

type Props = {
  id: string;
  rowVersion: number;
  commands: readonly TermChangeCommand[];
  customerName: string;
  afterMode: SettlementMode;
};

/** What this person may do with the document now; the decision stands last. */
export function TermActions({ id, rowVersion, commands, customerName, afterMode }: Props) {
  const t = useTranslations("credit");
  const input = { id, rowVersion };
  const presets = [t("presets.figures"), t("presets.overdue"), t("presets.evidence")];
  const refusing = { comment: "required", presets } as const;
  const effect = t("effects.approve", { customer: customerName, mode: t(`mode.${afterMode}`) });
  const buttons: Record<TermChangeCommand, ReactNode> = {
    cancel: (
      <ActionButton
        action={cancelTermChangeAction}
        input={input}
        label={t("actions.cancel")}
        comment="required"
      />
    ),
    withdraw: (
      <ActionButton
        action={withdrawTermChangeAction}
        input={input}
        label={t("actions.withdraw")}
        confirm={{ effects: [t("effects.withdraw")] }}
      />
    ),
    reject_by_chief: (
      <ActionButton
        action={rejectByChiefAction}
        signs="terms:check"
        input={input}
        label={t("actions.reject")}
        tone="danger"
        {...refusing}
      />
    ),
    reject_by_director: (
      <ActionButton
        action={rejectByDirectorAction}
        signs="terms:approve"
        input={input}
        label={t("actions.reject")}
        tone="danger"
        {...refusing}
      />
    ),
    return_by_chief: (
      <ActionButton
        action={returnByChiefAction}
        signs="terms:check"
        input={input}
        label={t("actions.return")}
        {...refusing}
      />
    ),
    return_by_director: (
      <ActionButton
        action={returnByDirectorAction}
        signs="terms:approve"
        input={input}
        label={t("actions.return")}
        {...refusing}
      />
    ),
    submit: (
      <ActionButton
        action={submitTermChangeAction}
        input={input}
        label={t("actions.submit")}
        tone="primary"
        confirm={{ effects: [t("effects.submit")] }}
      />
    ),
    check: (
      <ActionButton
        action={checkTermChangeAction}
        signs="terms:check"
        input={input}
        label={t("actions.check")}
        tone="primary"
        comment="optional"
        confirm={{ effects: [t("effects.check")] }}
      />
    ),
    approve: (
      <ActionButton
        action={approveTermChangeAction}
        signs="terms:approve"
        input={input}
        label={t("actions.approve")}
        tone="primary"
        comment="optional"
        confirm={{ effects: [effect] }}
      />
    ),
  };
  const order = Object.keys(buttons) as TermChangeCommand[];
  return (
    <>
      {order
        .filter((command) => commands.includes(command))
        .map((command) => (
          <span key={command}>{buttons[command]}</span>
        ))}
    </>
  );
}
