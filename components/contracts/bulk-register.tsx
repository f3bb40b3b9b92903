"use client";
import { useTranslations } from "next-intl";
import { useTableSelection } from "@/components/data-table/selection";
import { ActionButton } from "@/components/form/action-button";
import { confirmRegisterAction } from "@/lib/contracts/actions";

/** Confirms the chosen register rows at once; rows that are already confirmed or voided are left out and said so. */
export function BulkRegister() {
  const t = useTranslations("contracts.register");
  const { rows, clear } = useTableSelection();
  const open = rows.filter(({ status, registeredAt }) => status === "EFFECTIVE" && !registeredAt);
  const skipped = rows.length - open.length;
  return (
    <ActionButton
      action={confirmRegisterAction}
      input={{ contractIds: open.map(({ id }) => id), remark: "" }}
      label={t("confirm_many", { count: open.length })}
      tone="primary"
      size="compact-sm"
      disabled={open.length === 0}
      confirm={{
        title: t("confirm_many_title", { count: open.length }),
        effects: [t("confirm_effect"), ...(skipped > 0 ? [t("skipped", { count: skipped })] : [])],
      }}
      doneMessage={t("confirmed")}
      onDone={clear}
    />
  );
}
