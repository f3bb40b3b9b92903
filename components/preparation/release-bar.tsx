"use client";
import { useTranslations } from "next-intl";
import { useTableSelection } from "@/components/data-table/selection";
import { ActionButton } from "@/components/form/action-button";
import { releaseReservedAction } from "@/lib/preparation/actions";

/** The section chief frees the chosen reservations, with a reason; those on notices are refused in words. */
export function ReleaseBar() {
  const t = useTranslations("preparation");
  const { ids, clear } = useTableSelection();
  return (
    <ActionButton
      action={releaseReservedAction}
      input={{ reservationIds: [...ids] }}
      label={t("reservations.release")}
      tone="danger"
      size="compact-sm"
      disabled={ids.length === 0}
      comment="required"
      commentLabel={t("ask.release")}
      confirm={{
        title: t("reservations.release_title"),
        effects: [
          t("reservations.chosen", { count: ids.length }),
          t("effects.release_stock"),
          t("effects.release_clerk"),
        ],
      }}
      doneMessage={t("done.released")}
      onDone={clear}
    />
  );
}
