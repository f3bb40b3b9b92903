"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import {
  cancelSlipAction,
  rejectSlipByDirectorAction,
  rejectSlipByHeadAction,
  requestReversalAction,
  returnSlipByDirectorAction,
  returnSlipByHeadAction,
  signSlipAction,
  submitSlipAction,
} from "@/lib/shipping/actions";
import type { SlipDetail } from "@/lib/shipping/slip-queries";
import { SlipApproveButton } from "./slip-approve-button";

type Props = { slip: SlipDetail };

/** What this person may do with the slip now; the life cycle decides. Agreeing comes last, apart from refusing. */
export function SlipActions({ slip }: Props) {
  const t = useTranslations("shipping");
  const { commands } = slip;
  const input = { slipId: slip.id, rowVersion: slip.rowVersion };
  const has = (...names: string[]) => commands.some((command) => names.includes(command));
  const mayRequestReversal = has("request_reversal_issued", "request_reversal_packed");
  const isTurn = has("sign", "sign_to_director", "approve");
  if (!isTurn && !mayRequestReversal && !has("cancel", "submit")) return null;
  return (
    <StickyActionBar>
      {has("cancel") ? (
        <ActionButton
          action={cancelSlipAction}
          input={input}
          label={slip.walkInId ? t("actions.cancel_pickup") : t("actions.cancel_slip")}
          tone="danger"
          comment="required"
          presets={[t("presets.customer_postponed"), t("presets.wrong_quantity")]}
        />
      ) : null}
      {mayRequestReversal ? (
        <ActionButton
          action={requestReversalAction}
          input={input}
          label={t("actions.request_reversal")}
          comment="required"
          presets={[t("presets.wrong_batch"), t("presets.goods_damaged")]}
        />
      ) : null}
      {isTurn ? <RefuseButtons slip={slip} input={input} /> : null}
      {has("submit") ? (
        <ActionButton
          action={submitSlipAction}
          input={input}
          label={t("actions.submit")}
          tone="primary"
        />
      ) : null}
      {has("sign", "sign_to_director") ? (
        <ActionButton
          action={signSlipAction}
          signs="slip:sign_dept_head"
          input={input}
          label={t("actions.sign")}
          tone="primary"
          comment="optional"
          confirm={{
            effects: [t(has("sign") ? "effects.sign_approved" : "effects.sign_director")],
          }}
        />
      ) : null}
      {has("approve") ? <SlipApproveButton slip={slip} /> : null}
    </StickyActionBar>
  );
}

function RefuseButtons({ slip, input }: Props & { input: { slipId: string; rowVersion: number } }) {
  const t = useTranslations("shipping");
  const isDirector = slip.commands.includes("approve");
  const signs = isDirector ? "slip:sign_director" : "slip:sign_dept_head";
  const presets = [
    t("presets.collect_first"),
    t("presets.wrong_quantity"),
    t("presets.check_consignee"),
  ];
  return (
    <>
      <ActionButton
        action={isDirector ? rejectSlipByDirectorAction : rejectSlipByHeadAction}
        signs={signs}
        input={input}
        label={t("actions.reject")}
        tone="danger"
        comment="required"
        confirm={{ effects: [t("effects.reject")] }}
      />
      <ActionButton
        action={isDirector ? returnSlipByDirectorAction : returnSlipByHeadAction}
        signs={signs}
        input={input}
        label={t("actions.return")}
        comment="required"
        presets={presets}
        confirm={{ effects: [t("effects.return")] }}
      />
    </>
  );
}
