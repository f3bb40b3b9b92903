"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import {
  cancelContractAction,
  checkContractAction,
  deleteDraftAction,
  rejectByChiefAction,
  rejectByDirectorAction,
  returnByChiefAction,
  returnByDirectorAction,
  submitContractAction,
  withdrawContractAction,
} from "@/lib/contracts/actions";
import type { ContractCommand } from "@/lib/contracts/lifecycle";
import { approveContractAction } from "@/lib/walkin/actions";

type Props = {
  contractId: string;
  rowVersion: number;
  /** Customer and amount, for the questions before a decision. */
  title: string;
  commands: readonly ContractCommand[];
  mayEdit: boolean;
  mayDelete: boolean;
  /** On a card of the inbox: agree and return only, rejecting wants the whole document. */
  isCard?: boolean;
};

const PRESET_KEYS = ["price", "delivery", "term", "goods", "clauses"] as const;

/** Chief and director refuse in the same words, each through an own door. */
const TURNS = [
  {
    by: "chief",
    signs: "contract:check",
    reject: rejectByChiefAction,
    giveBack: returnByChiefAction,
  },
  {
    by: "director",
    signs: "contract:approve",
    reject: rejectByDirectorAction,
    giveBack: returnByDirectorAction,
  },
] as const;

/** What this person may do with the contract now, the next step last. */
export function ContractActions(props: Props) {
  const { contractId, rowVersion, title, commands, mayEdit, mayDelete, isCard = false } = props;
  const t = useTranslations("contracts.actions");
  const ref = { contractId, rowVersion };
  const decision = { ...ref, comment: "" };
  const may = (command: ContractCommand) => commands.includes(command);
  const presets = PRESET_KEYS.map((key) => t(`presets.${key}`));
  const refusing = { comment: "required", presets, tone: "danger" } as const;
  return (
    <>
      {mayDelete ? (
        <ActionButton
          action={deleteDraftAction}
          input={ref}
          label={t("delete")}
          tone="danger"
          confirm={{ title: t("delete_title"), effects: [t("delete_effect")] }}
          doneMessage={t("deleted")}
          redirectTo="/contracts"
        />
      ) : null}
      {may("cancel") ? (
        <ActionButton
          action={cancelContractAction}
          input={decision}
          label={t("cancel")}
          {...refusing}
          presets={[t("presets.withdrawn")]}
          confirm={{ title: t("cancel_title"), effects: [t("cancel_effect")] }}
        />
      ) : null}
      {may("withdraw") ? (
        <ActionButton
          action={withdrawContractAction}
          input={decision}
          label={t("withdraw")}
          comment="optional"
          confirm={{ title: t("withdraw_title"), effects: [t("withdraw_effect")] }}
          doneMessage={t("withdrawn")}
        />
      ) : null}
      {TURNS.map(({ by, signs, reject }) =>
        may(`reject_by_${by}`) && !isCard ? (
          <ActionButton
            key={by}
            action={reject}
            signs={signs}
            input={decision}
            label={t("reject")}
            {...refusing}
            confirm={{ title: t("reject_title", { title }), effects: [t("reject_effect")] }}
          />
        ) : null,
      )}
      {TURNS.map(({ by, signs, giveBack }) =>
        may(`return_by_${by}`) ? (
          <ActionButton
            key={by}
            action={giveBack}
            signs={signs}
            input={decision}
            label={t("return")}
            comment="required"
            presets={presets}
            confirm={{ title: t("return_title", { title }), effects: [t("return_effect")] }}
            doneMessage={t("returned")}
          />
        ) : null,
      )}
      {mayEdit ? (
        <ButtonLink href={`/contracts/${contractId}/edit`} variant="default">
          {t("edit")}
        </ButtonLink>
      ) : null}
      {may("submit") ? (
        <ActionButton
          action={submitContractAction}
          input={ref}
          label={t("submit")}
          tone="primary"
          confirm={{ title: t("submit_title", { title }), effects: [t("submit_effect")] }}
          doneMessage={t("submitted")}
        />
      ) : null}
      {may("check") ? (
        <ActionButton
          action={checkContractAction}
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
          action={approveContractAction}
          signs="contract:approve"
          input={decision}
          label={t("approve")}
          tone="primary"
          comment="optional"
          confirm={{
            title: t("approve_title", { title }),
            effects: [
              t("approve_effect_number"),
              t("approve_effect_stock"),
              t("approve_effect_next"),
            ],
          }}
          doneMessage={t("approved")}
        />
      ) : null}
    </>
  );
}
