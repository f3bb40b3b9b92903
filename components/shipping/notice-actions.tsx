"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import {
  cancelNoticeAction,
  issueNoticeAction,
  startSlipAction,
  tryNoticeAgainAction,
} from "@/lib/shipping/actions";
import type { NoticeDetail } from "@/lib/shipping/notice-queries";

type Props = { notice: Pick<NoticeDetail, "id" | "rowVersion" | "commands" | "gates"> };

/** What this person may do with the notice now; the life cycle decides. */
export function NoticeActions({ notice }: Props) {
  const t = useTranslations("shipping");
  const router = useRouter();
  const { commands, id, rowVersion } = notice;
  const input = { noticeId: id, rowVersion };
  const has = (...names: string[]) => commands.some((command) => names.includes(command));
  if (!has("edit", "issue", "try_again", "cancel", "start_slip", "next_slip")) return null;
  return (
    <StickyActionBar>
      {has("cancel") ? (
        <ActionButton
          action={cancelNoticeAction}
          input={input}
          label={t("actions.cancel")}
          tone="danger"
          comment="required"
          presets={[t("presets.customer_postponed"), t("presets.wrong_quantity")]}
          confirm={{ effects: [t("effects.cancel_notice"), t("effects.cancel_slips")] }}
        />
      ) : null}
      {has("edit") ? (
        <ButtonLink href={`/shipping/notices/${id}/edit`} variant="default">
          {t("actions.edit")}
        </ButtonLink>
      ) : null}
      {has("try_again") ? (
        <ActionButton action={tryNoticeAgainAction} input={input} label={t("actions.try_again")} />
      ) : null}
      {has("issue") ? (
        <ActionButton
          action={issueNoticeAction}
          input={input}
          label={t("actions.issue")}
          tone="primary"
          confirm={{
            effects: effectsOfIssue(notice.gates).map((effect) => t(`effects.${effect}`)),
          }}
        />
      ) : null}
      {has("start_slip", "next_slip") ? (
        <ActionButton
          action={startSlipAction}
          input={input}
          label={t("actions.start_slip")}
          tone="primary"
          confirm={{ effects: [t("effects.start_slip")] }}
          onDone={({ slipId }) => router.push(`/shipping/slips/${slipId}` as Route)}
        />
      ) : null}
    </StickyActionBar>
  );
}

/** What issuing will do with the gates as they are on the page; they are looked at again when it is done (rules 5.4). */
function effectsOfIssue(gates: NoticeDetail["gates"]) {
  const failing = gates.filter(({ fails }) => fails);
  if (failing.length === 0) return ["issue_number", "issue_stock", "issue_next"] as const;
  return failing.every(({ gate }) => gate === "G1_FUNDS")
    ? (["issue_number", "issue_waits"] as const)
    : (["issue_held"] as const);
}
