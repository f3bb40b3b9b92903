"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { FigureField, MoneyFormField } from "@/components/form/figure-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveWaybillAction } from "@/lib/dispatch/actions";
import { SERVICE_LEVELS } from "@/lib/dispatch/labels";
import { saveWaybillInput } from "@/lib/dispatch/schema";
import type { WaybillDetail } from "@/lib/dispatch/waybill-queries";
import { FREIGHT_SETTLEMENTS } from "@/lib/shipping/labels";
import { IntegerField } from "./cell-fields";
import styles from "./dispatch.module.css";

export type WaybillDraft = Pick<
  WaybillDetail,
  | "id"
  | "rowVersion"
  | "courierId"
  | "contents"
  | "pieces"
  | "weightKg"
  | "serviceLevel"
  | "freightSettlement"
  | "freightAmount"
  | "insuredValue"
  | "remark"
  | "showsPrices"
  | "freightPayer"
>;

type Props = {
  waybill: WaybillDraft;
  couriers: readonly { id: string; name: string }[];
  onDirty: (isDirty: boolean) => void;
  /** The version that saving made. */
  onSaved: (rowVersion: number) => void;
};

const MAX_PIECES = 999;

/** Carrier, contents, weight and payment of the parcel (R1.2.2-g). */
export function WaybillDraftForm({ waybill, couriers, onDirty, onSaved }: Props) {
  const t = useTranslations("dispatch");
  const state = useActionForm({
    schema: saveWaybillInput,
    action: saveWaybillAction,
    defaultValues: {
      waybillId: waybill.id,
      rowVersion: waybill.rowVersion,
      courierId: waybill.courierId,
      contents: waybill.contents,
      pieces: waybill.pieces,
      weightKg: waybill.weightKg ?? "",
      serviceLevel: waybill.serviceLevel as "STANDARD",
      freightSettlement: waybill.freightSettlement,
      freightAmount: waybill.freightAmount ?? "",
      insuredValue: waybill.insuredValue ?? "",
      remark: waybill.remark,
    },
    onDone: ({ rowVersion }) => {
      // Not setValue: the form would count as changed.
      state.form.reset({ ...state.form.getValues(), rowVersion });
      onSaved(rowVersion);
    },
  });
  const { isDirty } = state.form.formState;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  return (
    <ActionForm {...state} label={t("waybill.draft_title")}>
      <div className="form-grid">
        <SelectField
          name="courierId"
          label={t("waybill.courier")}
          required
          options={couriers.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="contents" label={t("waybill.contents")} required maxLength={80} />
        <IntegerField name="pieces" label={t("waybill.pieces")} max={MAX_PIECES} />
        <FigureField name="weightKg" label={t("waybill.weight")} unit="kg" required />
        <SelectField
          name="serviceLevel"
          label={t("waybill.service")}
          required
          options={SERVICE_LEVELS.map((level) => ({
            value: level,
            label: t(`service_levels.${level}`),
          }))}
        />
        <SelectField
          name="freightSettlement"
          label={t("waybill.settlement")}
          required
          options={FREIGHT_SETTLEMENTS.map((value) => ({
            value,
            label: t(`settlements.${value}`),
          }))}
          {...(waybill.freightPayer
            ? {
                description: t("waybill.payer_note", {
                  payer: t(`payers.${waybill.freightPayer}`),
                }),
              }
            : {})}
        />
        {waybill.showsPrices ? (
          <>
            <MoneyFormField name="freightAmount" label={t("waybill.freight")} />
            <MoneyFormField name="insuredValue" label={t("waybill.insured")} />
          </>
        ) : null}
        <TextAreaField name="remark" label={t("waybill.remark")} rows={1} maxLength={1000} wide />
      </div>
      <div className={styles.spread}>
        <SubmitButton variant="default" disabled={!isDirty}>
          {t("waybill.save")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
