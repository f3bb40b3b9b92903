"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { FigureField, QuantityFormField } from "@/components/form/figure-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Quantity } from "@/lib/core/quantity";
import { deliverGoodsAction } from "@/lib/production/actions";
import { PACK_FORMS } from "@/lib/production/labels";
import { deliverGoodsInput } from "@/lib/production/schema";
import styles from "./production.module.css";

type DeliverableLine = {
  id: string;
  rowVersion: number;
  quantity: string;
  finishedQty: string;
  rest: string;
  unit: string;
};

type Props = { line: DeliverableLine; today: string; packedBy: string; onDone?: () => void };

/** Finished goods go to the store: quantity, certificate, batch, packing block (F27, F48). */
export function DeliverForm({ line, today, packedBy, onDone }: Props) {
  const t = useTranslations("production");
  const proposed = finishedRest(line);
  const action = useActionForm({
    schema: deliverGoodsInput,
    action: deliverGoodsAction,
    defaultValues: {
      taskLineId: line.id,
      rowVersion: line.rowVersion,
      quantity: proposed,
      overReason: "",
      batchNo: "",
      inspectionNo: "",
      packedByName: packedBy,
      packedOn: today,
      packForm: "TUBE",
      qtyPerPack: "1",
      packCount: proposed,
      labelPrinted: false,
      remark: "",
    },
    successMessage: t("done.delivered"),
    ...(onDone ? { onDone } : {}),
  });
  const { form } = action;
  const [quantity, perPack] = form.watch(["quantity", "qtyPerPack"]);
  const typed = Quantity.parse(quantity);
  const isCounted = form.formState.dirtyFields.packCount === true;
  const packs = packsOf(typed, Quantity.parse(perPack));
  useEffect(() => {
    if (!isCounted && packs !== null) form.setValue("packCount", packs);
  }, [form, isCounted, packs]);
  const isOver = typed?.isGreaterThan(Quantity.of(line.rest)) ?? false;
  return (
    <ActionForm {...action} label={t("deliver.title")} guard={false}>
      <div className="form-grid">
        <QuantityFormField
          name="quantity"
          label={t("fields.delivered_qty")}
          unit={line.unit}
          required
          description={t("fields.rest_of_task", { quantity: line.rest, unit: line.unit })}
        />
        {isOver ? (
          <TextField name="overReason" label={t("fields.over_reason")} required maxLength={200} />
        ) : null}
        <TextField name="inspectionNo" label={t("fields.inspection_no")} required maxLength={40} />
        <TextField name="batchNo" label={t("fields.batch_no")} maxLength={40} />
        <SelectField
          name="packForm"
          label={t("fields.pack_form")}
          required
          options={PACK_FORMS.map((value) => ({ value, label: t(`pack_form.${value}`) }))}
        />
        <QuantityFormField
          name="qtyPerPack"
          label={t("fields.qty_per_pack")}
          unit={line.unit}
          required
        />
        <FigureField name="packCount" label={t("fields.pack_count")} required />
        <TextField name="packedByName" label={t("fields.packed_by")} required maxLength={40} />
        <DateFormField name="packedOn" label={t("fields.packed_on")} required maxDate={today} />
        <TextField name="remark" label={t("fields.remark")} maxLength={200} />
        <CheckboxField name="labelPrinted" label={t("fields.label_printed")} required />
      </div>
      <div className={styles.actions}>
        <SubmitButton>{t("actions.deliver")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** What is finished and not delivered yet; the rest of the task where nothing was logged as finished. */
function finishedRest({ quantity, finishedQty, rest }: DeliverableLine): string {
  const delivered = Quantity.of(quantity).minus(Quantity.of(rest));
  const finished = Quantity.of(finishedQty).minus(delivered);
  return finished.isPositive() ? finished.min(Quantity.of(rest)).toString() : rest;
}

/** As many packs as the quantity fills; null where it fills none, or not wholly. */
function packsOf(quantity: Quantity | null, perPack: Quantity | null): string | null {
  if (!quantity?.isWhole() || !perPack?.isPositive() || !perPack.isWhole()) return null;
  const [all, each] = [BigInt(quantity.toString()), BigInt(perPack.toString())];
  return all > 0n && all % each === 0n ? String(all / each) : null;
}
