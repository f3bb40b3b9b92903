"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import {
  cancelTaskAction,
  rejectTaskAction,
  returnTaskAction,
  signTaskAction,
  submitTaskAction,
  withdrawTaskAction,
} from "@/lib/production/actions";
import type { TaskDetail } from "@/lib/production/task-queries";

type Props = {
  task: Pick<TaskDetail, "id" | "rowVersion" | "commands" | "status" | "preparation">;
};

/** What this person may do with the notice now; the life cycle decides. Agreeing comes last, apart from refusing. */
export function TaskActions({ task }: Props) {
  const t = useTranslations("production");
  const input = { taskId: task.id, rowVersion: task.rowVersion };
  const has = (...names: string[]) => task.commands.some((command) => names.includes(command));
  if (!has("edit", "submit", "withdraw", "sign", "cancel")) return null;
  const { preparation } = task;
  const isHeld = task.status === "ISSUED" || task.status === "ACCEPTED";
  return (
    <StickyActionBar>
      {has("cancel") ? (
        <ActionButton
          action={cancelTaskAction}
          input={input}
          label={t("actions.cancel")}
          tone="danger"
          comment="required"
          presets={[t("presets.customer_cancelled"), t("presets.wrong_quantity")]}
          confirm={{
            effects: [
              t("effects.cancel_quantity"),
              ...(isHeld ? [t("effects.cancel_acknowledge")] : []),
              ...(preparation && !preparation.mayCancel ? [t("effects.keep_preparation")] : []),
            ],
          }}
          {...(preparation?.mayCancel
            ? {
                choice: {
                  name: "withPreparation",
                  label: t("ask.cancel_preparation", { no: preparation.docNo ?? "" }),
                  isChosen: true,
                },
              }
            : {})}
        />
      ) : null}
      {has("withdraw") ? (
        <ActionButton
          action={withdrawTaskAction}
          input={input}
          label={t("actions.withdraw")}
          {...(preparation?.status === "PENDING_CHIEF"
            ? { confirm: { effects: [t("effects.withdraw_preparation")] } }
            : {})}
        />
      ) : null}
      {has("sign") ? <RefuseButtons input={input} /> : null}
      {has("edit") ? (
        <ButtonLink href={`/production/notices/${task.id}/edit`} variant="default">
          {t("actions.edit")}
        </ButtonLink>
      ) : null}
      {has("submit") ? (
        <ActionButton
          action={submitTaskAction}
          input={input}
          label={t("actions.submit")}
          tone="primary"
        />
      ) : null}
      {has("sign") ? (
        <ActionButton
          action={signTaskAction}
          signs="production:sign"
          input={{ ...input }}
          label={t("actions.sign")}
          tone="primary"
          comment="optional"
          confirm={{
            effects: [
              t("effects.sign_register"),
              t("effects.sign_accept"),
              ...(preparation ? [t("effects.sign_preparation")] : []),
            ],
          }}
        />
      ) : null}
    </StickyActionBar>
  );
}

function RefuseButtons({ input }: { input: { taskId: string; rowVersion: number } }) {
  const t = useTranslations("production");
  const presets = [
    t("presets.date_too_tight"),
    t("presets.talk_first"),
    t("presets.wrong_quantity"),
  ];
  return (
    <>
      <ActionButton
        action={rejectTaskAction}
        signs="production:sign"
        input={input}
        label={t("actions.reject")}
        tone="danger"
        comment="required"
        confirm={{ effects: [t("effects.reject")] }}
      />
      <ActionButton
        action={returnTaskAction}
        signs="production:sign"
        input={input}
        label={t("actions.return")}
        comment="required"
        presets={presets}
        confirm={{ effects: [t("effects.return")] }}
      />
    </>
  );
}
