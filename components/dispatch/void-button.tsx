"use client";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { voidPackingAction, voidWaybillAction } from "@/lib/dispatch/actions";

type Commented<Ref> = Ref & { comment: string };
type PackingRef = { packingListId: string; rowVersion: number };
type WaybillRef = { waybillId: string; rowVersion: number };

const voidPackingList = ({ comment, ...at }: Commented<PackingRef>, key: string) =>
  voidPackingAction({ ...at, reason: comment }, key);
const voidWaybill = ({ comment, ...at }: Commented<WaybillRef>, key: string) =>
  voidWaybillAction({ ...at, reason: comment }, key);

/** Takes a packing list out of use; the slip waits for a new one. */
export function VoidPackingButton({ packingListId, rowVersion }: PackingRef) {
  const t = useTranslations("dispatch.void");
  return (
    <ActionButton
      action={voidPackingList}
      input={{ packingListId, rowVersion }}
      label={t("label")}
      tone="danger"
      comment="required"
      commentLabel={t("reason")}
      confirm={{ title: t("title"), effects: [t("effect_number"), t("effect_slip")] }}
    />
  );
}

/** Takes a waybill out of use before its hand-over; its packing lists wait for another. */
export function VoidWaybillButton({ waybillId, rowVersion }: WaybillRef) {
  const t = useTranslations("dispatch.void");
  return (
    <ActionButton
      action={voidWaybill}
      input={{ waybillId, rowVersion }}
      label={t("label")}
      tone="danger"
      comment="required"
      commentLabel={t("reason")}
      confirm={{ title: t("waybill_title"), effects: [t("effect_number"), t("effect_lists")] }}
    />
  );
}
