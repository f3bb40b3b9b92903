"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { startPackingAction } from "@/lib/dispatch/actions";

/** Opens the packing list of an issued slip and goes there; needs the sentences of `dispatch`. */
export function StartPackingButton({ slipId, primary }: { slipId: string; primary?: boolean }) {
  const t = useTranslations("dispatch.to_pack");
  const router = useRouter();
  return (
    <ActionButton
      action={startPackingAction}
      input={{ slipId }}
      label={t("start")}
      doneMessage={t("started")}
      tone={primary ? "primary" : "default"}
      onDone={({ id }) => router.push(`/shipping/packing/${id}` as Route)}
    />
  );
}
