"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { handOverWalkInAction } from "@/lib/walkin/actions";
import type { WalkInDetail } from "@/lib/walkin/queries";
import { handOverWalkInInput } from "@/lib/walkin/schema";

/** The receiver signs, the keeper lets the goods go (R1.2.4-a). */
export function HandOverForm({ walkIn }: { walkIn: WalkInDetail }) {
  const t = useTranslations("walkin.hand_over");
  const [isReturned, setIsReturned] = useState(false);
  const isShort = walkIn.lines.some(
    ({ countedByKeeper, quantity }) => countedByKeeper !== null && countedByKeeper !== quantity,
  );
  const action = useActionForm({
    schema: handOverWalkInInput,
    action: handOverWalkInAction,
    defaultValues: {
      walkInId: walkIn.id,
      rowVersion: walkIn.rowVersion,
      receiverName: walkIn.receiverName,
      receiverIdNo: walkIn.receiverIdNo,
      receiverPhone: walkIn.receiverPhone,
      vehicleNo: walkIn.vehicleNo,
      receiverSigned: false,
      shortReason: "",
    },
    onDone: ({ outcome }) => setIsReturned(outcome === "RETURNED_TO_DIRECTOR"),
    successMessage: null,
  });
  return (
    <SectionCard title={t("submit")} clause="R1.2.4-a">
      <ActionForm {...action} label={t("submit")} guard={false}>
        {isReturned ? <InlineNotice tone="warn">{t("returned")}</InlineNotice> : null}
        <p>{t("intro")}</p>
        <div className="form-grid">
          <TextField name="receiverName" label={t("receiver_name")} required maxLength={40} />
          <TextField name="receiverIdNo" label={t("receiver_id")} required maxLength={40} mono />
          <TextField name="receiverPhone" label={t("receiver_phone")} type="tel" maxLength={40} />
          <TextField name="vehicleNo" label={t("vehicle")} maxLength={20} mono />
          {isShort ? (
            <TextField name="shortReason" label={t("short_reason")} required maxLength={200} />
          ) : null}
          <CheckboxField name="receiverSigned" label={t("signed")} />
        </div>
        <div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
