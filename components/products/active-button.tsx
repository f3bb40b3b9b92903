"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { setProductActiveAction } from "@/lib/products/actions";

type Props = { id: string; rowVersion: number; active: boolean };

/** Takes the product off the list for new orders, or puts it back. */
export function ActiveButton({ id, rowVersion, active }: Props) {
  const t = useTranslations("products");
  return (
    <ActionButton
      action={setProductActiveAction}
      input={{ id, rowVersion, active: !active }}
      label={active ? t("actions.rest") : t("actions.revive")}
      tone={active ? "danger" : "default"}
      comment="required"
      confirm={{ effects: [active ? t("effects.rest") : t("effects.revive")] }}
    />
  );
}
