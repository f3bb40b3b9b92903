"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { sendBackGoodsAction, takeBackGoodsAction } from "@/lib/production/actions";
import type { ReceiptDetail } from "@/lib/production/receipt-queries";

type Props = { receipt: Pick<ReceiptDetail, "id" | "rowVersion" | "commands"> };

/** The ways out of a delivery that is not posted. */
export function ReceiptActions({ receipt }: Props) {
  const t = useTranslations("production");
  const input = { slipId: receipt.id, rowVersion: receipt.rowVersion };
  const { commands } = receipt;
  if (!commands.includes("take_back") && !commands.includes("send_back")) return null;
  return (
    <StickyActionBar>
      {commands.includes("take_back") ? (
        <ActionButton
          action={takeBackGoodsAction}
          input={input}
          label={t("actions.take_back")}
          tone="danger"
          comment="required"
          presets={[t("presets.wrong_count"), t("presets.not_packed")]}
        />
      ) : null}
      {commands.includes("send_back") ? (
        <ActionButton
          action={sendBackGoodsAction}
          input={input}
          label={t("actions.send_back")}
          tone="danger"
          comment="required"
          presets={[t("presets.wrong_count"), t("presets.not_packed")]}
        />
      ) : null}
    </StickyActionBar>
  );
}
