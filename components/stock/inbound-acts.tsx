"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { cancelInboundAction, postInboundAction } from "@/lib/stock/actions";

type Props = {
  slipId: string;
  rowVersion: number;
  /** The moves that the life cycle allows this person now. */
  commands: readonly string[];
};

/** What the keeper may do with a draft. */
export function InboundActs({ slipId, rowVersion, commands }: Props) {
  const t = useTranslations("stock.inbound");
  const actions = useTranslations("common.actions");
  const input = { slipId, rowVersion };
  if (commands.length === 0) return null;
  return (
    <StickyActionBar>
      {commands.includes("cancel") ? (
        <ActionButton
          action={cancelInboundAction}
          input={input}
          label={t("cancel")}
          tone="danger"
          comment="required"
          commentLabel={t("cancel_reason")}
          confirm={{ title: t("cancel_title"), effects: [t("cancel_effects.kept")] }}
        />
      ) : null}
      {commands.includes("edit") ? (
        <ButtonLink variant="default" href={`/stock/inbound/${slipId}/edit`}>
          {actions("edit")}
        </ButtonLink>
      ) : null}
      {commands.includes("post") ? (
        <ActionButton
          action={postInboundAction}
          input={input}
          label={t("post")}
          tone="primary"
          doneMessage={t("posted_done")}
          confirm={{
            title: t("post_title"),
            effects: [t("post_effects.number"), t("post_effects.account"), t("post_effects.sign")],
          }}
        />
      ) : null}
    </StickyActionBar>
  );
}
