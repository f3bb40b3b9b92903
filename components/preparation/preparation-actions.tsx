"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import {
  cancelPreparationAction,
  receivePreparationAction,
  rejectPreparationAction,
  returnPreparationAction,
  signPreparationAction,
  submitPreparationAction,
} from "@/lib/preparation/actions";
import type { PreparationDetail } from "@/lib/preparation/queries";

type Props = { order: Pick<PreparationDetail, "id" | "rowVersion" | "commands" | "taskId"> };

const SHOWN = ["edit", "submit", "sign", "return", "reject", "receive", "cancel"];

/** What this person may do with the order now; the life cycle decides. */
export function PreparationActions({ order: { id, rowVersion, commands } }: Props) {
  const t = useTranslations("preparation");
  const input = { preparationId: id, rowVersion };
  const has = (name: string) => commands.some((command) => command === name);
  if (!SHOWN.some(has)) return null;
  return (
    <StickyActionBar>
      {has("cancel") ? (
        <ActionButton
          action={cancelPreparationAction}
          input={input}
          label={t("actions.cancel")}
          tone="danger"
          comment="required"
          commentLabel={t("ask.cancel")}
          doneMessage={t("done.cancelled")}
          confirm={{ effects: [t("effects.cancel_release"), t("effects.cancel_keeper")] }}
        />
      ) : null}
      {has("reject") ? (
        <ActionButton
          action={rejectPreparationAction}
          input={input}
          label={t("actions.reject")}
          tone="danger"
          comment="required"
          commentLabel={t("ask.reject")}
          doneMessage={t("done.rejected")}
          signs="preparation:sign"
          confirm={{ effects: [t("effects.reject")] }}
        />
      ) : null}
      {has("return") ? (
        <ActionButton
          action={returnPreparationAction}
          input={input}
          label={t("actions.return")}
          comment="required"
          commentLabel={t("ask.return")}
          doneMessage={t("done.returned")}
          signs="preparation:sign"
          confirm={{ effects: [t("effects.return")] }}
        />
      ) : null}
      {has("edit") ? (
        <ButtonLink href={`/preparation/${id}/edit`} variant="default">
          {t("actions.edit")}
        </ButtonLink>
      ) : null}
      {has("submit") ? (
        <ActionButton
          action={submitPreparationAction}
          input={input}
          label={t("actions.submit")}
          tone="primary"
          doneMessage={t("done.submitted")}
          confirm={{ effects: [t("effects.submit_number")] }}
        />
      ) : null}
      {has("sign") ? (
        <ActionButton
          action={signPreparationAction}
          input={{ ...input }}
          label={t("actions.sign")}
          tone="primary"
          doneMessage={t("done.signed")}
          signs="preparation:sign"
          confirm={{ effects: [t("effects.sign_reserve"), t("effects.sign_next")] }}
        />
      ) : null}
      {has("receive") ? (
        <ActionButton
          action={receivePreparationAction}
          input={input}
          label={t("actions.receive")}
          tone="primary"
          doneMessage={t("done.received")}
        />
      ) : null}
    </StickyActionBar>
  );
}
