"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { SectionCard } from "@/components/ui/section-card";
import type { WaybillDetail } from "@/lib/dispatch/waybill-queries";
import { NotifyForm } from "./notify-form";
import { type WaybillDraft as Draft, WaybillDraftForm } from "./waybill-draft-form";

type Props = {
  waybill: Draft & Pick<WaybillDetail, "courier">;
  couriers: readonly { id: string; name: string }[];
};

/** A waybill being filled, then told to the courier. */
export function WaybillDraft({ waybill, couriers }: Props) {
  const t = useTranslations("dispatch.waybill");
  const [isUnsaved, setIsUnsaved] = useState(false);
  const [savedVersion, setSavedVersion] = useState(waybill.rowVersion);
  return (
    <>
      <SectionCard title={t("draft_title")} clause="R1.2.2-g">
        <WaybillDraftForm
          waybill={waybill}
          couriers={couriers}
          onDirty={setIsUnsaved}
          onSaved={setSavedVersion}
        />
      </SectionCard>
      <SectionCard title={t("notify_title")} clause="R1.2.2-h">
        <NotifyForm waybill={waybill} isUnsaved={isUnsaved} savedVersion={savedVersion} />
      </SectionCard>
    </>
  );
}
