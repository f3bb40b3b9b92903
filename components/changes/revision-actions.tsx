"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import {
  approveRevisionAction,
  cancelRevisionAction,
  checkRevisionAction,
  rejectRevisionByChiefAction,
  rejectRevisionByDirectorAction,
  returnRevisionByChiefAction,
  returnRevisionByDirectorAction,
  submitRevisionAction,
  withdrawRevisionAction,
} from "@/lib/changes/actions";
import type { RevisionCommand } from "@/lib/changes/lifecycle";

type Props = {
  revisionId: string;
  contractId: string;
  rowVersion: number;
  /** Number, version and customer, for the questions before a decision. */
  title: string;
  commands: readonly RevisionCommand[];
  mayEdit: boolean;
  /** A formal contract is signed by the customer anew. */
  isFormal: boolean;
  /** On a card of the inbox: agree and return only. */
  isCard?: boolean;
};

/** What this person may do with the change now, the next step last. */
export function RevisionActions(props: Props) {
  const { revisionId, rowVersion, title, commands, mayEdit, isFormal, isCard = false } = props;
  const t = useTranslations("changes.actions");
  const may = (command: RevisionCommand) => commands.includes(command);
  const ref = { revisionId, rowVersion };
  const decision = { ...ref, comment: "" };
  return (
    <>
      {may("cancel") && !isCard ? (
        <ActionButton
          action={cancelRevisionAction}
          input={decision}
          label={t("cancel")}
          tone="danger"
          comment="required"
          confirm={{ title: t("cancel_title"), effects: [t("cancel_effect")] }}
        />
      ) : null}
      {may("withdraw") && !isCard ? (
        <ActionButton
          action={withdrawRevisionAction}
          input={decision}
          label={t("withdraw")}
          comment="optional"
          confirm={{ title: t("withdraw"), effects: [t("withdraw_effect")] }}
        />
      ) : null}
      <Refusals {...{ commands, decision, title, isCard }} />
      {mayEdit && !isCard ? (
        <ButtonLink href={`/contracts/${props.contractId}/change`} variant="default">
          {t("edit")}
        </ButtonLink>
      ) : null}
      {may("submit") && !isCard ? (
        <ActionButton
          action={submitRevisionAction}
          input={ref}
          label={t("submit")}
          tone="primary"
          confirm={{ title: t("submit_title", { title }), effects: [t("submit_effect")] }}
          doneMessage={t("submitted")}
        />
      ) : null}
      {may("check") ? (
        <ActionButton
          action={checkRevisionAction}
          signs="contract:check"
          input={decision}
          label={t("check")}
          tone="primary"
          comment="optional"
          confirm={{ title: t("check_title", { title }), effects: [t("check_effect")] }}
          doneMessage={t("checked")}
        />
      ) : null}
      {may("approve") ? (
        <ActionButton
          action={approveRevisionAction}
          signs="contract:approve"
          input={decision}
          label={t("approve")}
          tone="primary"
          comment="optional"
          confirm={{
            title: t("approve_title", { title }),
            effects: [
              t("approve_effect"),
              t("approve_effect_holders"),
              ...(isFormal ? [t("approve_effect_signature")] : []),
            ],
          }}
          doneMessage={t("approved")}
        />
      ) : null}
    </>
  );
}

type RefusalProps = Pick<Props, "commands" | "title"> & {
  decision: { revisionId: string; rowVersion: number; comment: string };
  isCard: boolean;
};

/** Back to the drafter with words, or the end of the change. */
function Refusals({ commands, decision, title, isCard }: RefusalProps) {
  const t = useTranslations("changes.actions");
  const byChief = commands.includes("return_by_chief");
  if (!byChief && !commands.includes("return_by_director")) return null;
  const signs = byChief ? "contract:check" : "contract:approve";
  return (
    <>
      {isCard ? null : (
        <ActionButton
          action={byChief ? rejectRevisionByChiefAction : rejectRevisionByDirectorAction}
          signs={signs}
          input={decision}
          label={t("reject")}
          tone="danger"
          comment="required"
          confirm={{ title: t("reject_title", { title }), effects: [t("reject_effect")] }}
        />
      )}
      <ActionButton
        action={byChief ? returnRevisionByChiefAction : returnRevisionByDirectorAction}
        signs={signs}
        input={decision}
        label={t("return")}
        comment="required"
        confirm={{ title: t("return_title", { title }), effects: [t("return_effect")] }}
        doneMessage={t("returned")}
      />
    </>
  );
}
