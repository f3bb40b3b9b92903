"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ActionForm } from "@/components/form/action-form";
import { MultiSelectField } from "@/components/form/multi-select-field";
import type { FormAction } from "@/components/form/run-action";
import { TextAreaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { savePackingInput } from "@/lib/dispatch/schema";
import { ENCLOSED_DOCS } from "@/lib/shipping/labels";
import { BoxLines } from "./box-lines";
import { BoxRows } from "./box-rows";
import styles from "./dispatch.module.css";
import type { PackingValues } from "./packing-values";
import type { PackingWork } from "./use-packing-ticks";

type Props = {
  packing: PackingWork;
  /** Saves with the newest version. */
  action: FormAction<PackingValues, { rowVersion: number }>;
  onDirty: (isDirty: boolean) => void;
};

/** What was issued, divided over boxes (R1.2.2-d). */
export function BoxesForm({ packing, action, onDirty }: Props) {
  const t = useTranslations("dispatch");
  const state = useActionForm({
    schema: savePackingInput,
    action,
    defaultValues: valuesOf(packing),
    successMessage: t("boxes.saved"),
  });
  const { isDirty } = state.form.formState;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  return (
    <ActionForm {...state} label={t("boxes.title")}>
      <BoxRows />
      <BoxLines lines={packing.lines} />
      <div className="form-grid">
        <MultiSelectField
          name="enclosedDocs"
          label={t("boxes.docs")}
          options={ENCLOSED_DOCS.map((doc) => ({ value: doc, label: t(`docs.${doc}`) }))}
        />
        <TextAreaField name="remark" label={t("boxes.remark")} rows={1} maxLength={1000} />
      </div>
      <div className={styles.spread}>
        <SubmitButton variant="default" disabled={!isDirty}>
          {t("boxes.save")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function valuesOf(packing: PackingWork): PackingValues {
  return {
    packingListId: packing.id,
    rowVersion: packing.rowVersion,
    boxes: packing.boxes.map((box) => ({
      packageType: box.packageType as "CARTON",
      lengthCm: box.lengthCm,
      widthCm: box.widthCm,
      heightCm: box.heightCm,
      netWeightKg: box.netWeightKg ?? "",
      grossWeightKg: box.grossWeightKg ?? "",
    })),
    lines: packing.lines.map(({ slipLineId, boxNo, packedQty }) => ({
      slipLineId,
      boxNo,
      packedQty,
    })),
    enclosedDocs: packing.enclosedDocs as PackingValues["enclosedDocs"],
    remark: packing.remark,
  };
}
