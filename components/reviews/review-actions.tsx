"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import {
  approveReviewAction,
  cancelReviewAction,
  circulateReviewAction,
  closeFollowUpAction,
  confirmReuseAction,
  rejectReviewByDirectorAction,
  returnReviewByChiefAction,
  returnReviewByDirectorAction,
  startReviewVersionAction,
  withdrawReviewAction,
} from "@/lib/reviews/actions";
import type { ReviewCommand } from "@/lib/reviews/lifecycle";

type Props = {
  id: string;
  rowVersion: number;
  commands: readonly ReviewCommand[];
  /** Days that an approval or a confirmed reuse is good for. */
  days: number;
  /** The clerk still has to offer or drop it. */
  awaitsOrder: boolean;
  /** Where the contract is made or continued; null when there is nothing to make. */
  contract: { href: string; label: string } | null;
};

/** What this person may do with the review now; the next step stands last. */
export function ReviewActions({ id, rowVersion, commands, days, awaitsOrder, contract }: Props) {
  const t = useTranslations("reviews");
  const router = useRouter();
  const input = { id, rowVersion };
  const presets = [t("presets.drawing"), t("presets.price"), t("presets.date")];
  const refusing = { comment: "required", presets } as const;
  const buttons: Partial<Record<ReviewCommand, ReactNode>> = {
    cancel: (
      <ActionButton
        action={cancelReviewAction}
        input={input}
        label={t("actions.cancel")}
        comment="required"
      />
    ),
    withdraw: (
      <ActionButton
        action={withdrawReviewAction}
        input={input}
        label={t("actions.withdraw")}
        confirm={{ effects: [t("effects.withdraw")] }}
      />
    ),
    reject_by_director: (
      <ActionButton
        action={rejectReviewByDirectorAction}
        signs="review:approve"
        input={input}
        label={t("actions.reject")}
        tone="danger"
        confirm={{ effects: [t("effects.reject")] }}
        {...refusing}
      />
    ),
    return_by_chief: (
      <ActionButton
        action={returnReviewByChiefAction}
        signs="review:conclude"
        input={input}
        label={t("actions.return")}
        {...refusing}
      />
    ),
    return_by_director: (
      <ActionButton
        action={returnReviewByDirectorAction}
        signs="review:approve"
        input={input}
        label={t("actions.return")}
        {...refusing}
      />
    ),
    start_version: (
      <ActionButton
        action={startReviewVersionAction}
        input={input}
        label={t("actions.start_version")}
        comment="required"
        commentLabel={t("fields.change_reason")}
        confirm={{ effects: [t("effects.start_version")] }}
        onDone={(version) => router.push(`/reviews/${version.id}/edit` as Route)}
      />
    ),
    confirm_reuse: (
      <ActionButton
        action={confirmReuseAction}
        input={input}
        label={t("actions.confirm_reuse")}
        tone="primary"
        comment="optional"
        confirm={{ effects: [t("effects.confirm_reuse", { days })] }}
      />
    ),
    edit: (
      <ButtonLink href={`/reviews/${id}/edit`} variant="default">
        {t("actions.edit")}
      </ButtonLink>
    ),
    circulate: (
      <ActionButton
        action={circulateReviewAction}
        input={input}
        label={t("actions.circulate")}
        tone="primary"
        confirm={{ effects: [t("effects.circulate")] }}
      />
    ),
    answer: <ButtonLink href={`/reviews/opinion/${id}`}>{t("actions.answer")}</ButtonLink>,
    approve: (
      <ActionButton
        action={approveReviewAction}
        signs="review:approve"
        input={input}
        label={t("actions.approve")}
        tone="primary"
        comment="optional"
        confirm={{ effects: [t("effects.approve", { days })] }}
      />
    ),
  };
  const order = Object.keys(buttons) as ReviewCommand[];
  return (
    <>
      {order
        .filter((command) => commands.includes(command))
        .map((command) => (
          <span key={command}>{buttons[command]}</span>
        ))}
      {awaitsOrder ? (
        <ActionButton
          action={closeFollowUpAction}
          input={input}
          label={t("actions.close_follow_up")}
          comment="required"
          confirm={{ effects: [t("effects.close_follow_up")] }}
        />
      ) : null}
      {contract ? <ButtonLink href={contract.href}>{contract.label}</ButtonLink> : null}
    </>
  );
}
