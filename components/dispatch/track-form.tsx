"use client";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/form/action-form";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { trackWaybillAction } from "@/lib/dispatch/actions";
import { trackWaybillInput } from "@/lib/dispatch/schema";
import type { WaybillDetail } from "@/lib/dispatch/waybill-queries";
import styles from "./dispatch.module.css";

type Outcome = "SIGNED" | "EXCEPTION" | "RETURNED";
type Props = { waybill: Pick<WaybillDetail, "id" | "rowVersion" | "commands"> };

/** What the courier reports about the parcel. */
export function TrackForm({ waybill }: Props) {
  const t = useTranslations("dispatch.waybill");
  const state = useActionForm({
    schema: trackWaybillInput,
    action: trackWaybillAction,
    defaultValues: {
      waybillId: waybill.id,
      rowVersion: waybill.rowVersion,
      outcome: "SIGNED" as Outcome,
      signedByName: "",
      exception: "",
    },
    successMessage: t("tracked"),
  });
  const outcomes: readonly Outcome[] = waybill.commands.includes("except")
    ? ["SIGNED", "EXCEPTION", "RETURNED"]
    : ["SIGNED", "RETURNED"];
  return (
    <ActionForm {...state} label={t("track_title")}>
      <RadioField
        name="outcome"
        label={t("outcome")}
        required
        options={outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
      />
      <OutcomeField />
      <div className={styles.spread}>
        <SubmitButton variant="default">{t("track")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

function OutcomeField() {
  const t = useTranslations("dispatch.waybill");
  const outcome = useWatch<{ outcome: Outcome }, "outcome">({ name: "outcome" });
  return (
    <div className="form-grid">
      {outcome === "SIGNED" ? (
        <TextField
          key="signed"
          name="signedByName"
          label={t("signed_by")}
          required
          maxLength={40}
        />
      ) : (
        <TextField key="other" name="exception" label={t("exception")} required maxLength={200} />
      )}
    </div>
  );
}
