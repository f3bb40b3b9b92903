"use client";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { ActionForm } from "@/components/form/action-form";
import { MoneyFormField } from "@/components/form/figure-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { handOverAction } from "@/lib/dispatch/actions";
import { handOverInput } from "@/lib/dispatch/schema";
import type { WaybillDetail } from "@/lib/dispatch/waybill-queries";
import styles from "./dispatch.module.css";
import { WaybillNoHint } from "./waybill-no-hint";

type Props = {
  waybill: Pick<
    WaybillDetail,
    "id" | "rowVersion" | "courier" | "courierName" | "freightAmount" | "showsPrices"
  >;
};

const WARNINGS = { UNUSUAL_SHAPE: "warn_shape", DUPLICATE: "warn_duplicate" } as const;

/** The parcel goes to the courier under the courier's number: shipped (R1.2.2-i). A scanner's Enter submits. */
export function HandOverForm({ waybill }: Props) {
  const t = useTranslations("dispatch.waybill");
  const state = useActionForm({
    schema: handOverInput,
    action: handOverAction,
    defaultValues: {
      waybillId: waybill.id,
      rowVersion: waybill.rowVersion,
      waybillNo: "",
      pickedUpBy: waybill.courier.lastCollector,
      freightAmount: waybill.freightAmount ?? "",
    },
    successMessage: t("handed_over"),
    onDone: ({ warnings }) => {
      const number = state.form.getValues("waybillNo");
      for (const warning of warnings) {
        const message = t(WARNINGS[warning], { number });
        notifications.show({ message, color: "yellow", autoClose: false });
      }
    },
  });
  const { form } = state;

  /** After the number comes the collector, unless somebody is named already. */
  const afterNumber = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter" || event.ctrlKey || event.nativeEvent.isComposing) return;
    const isNumber = (event.target as HTMLInputElement).name === "waybillNo";
    if (!isNumber || form.getValues("pickedUpBy").trim() !== "") return;
    event.preventDefault();
    form.setFocus("pickedUpBy");
  };

  return (
    <ActionForm {...state} label={t("hand_over_title")}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only listens to what happens in its fields. */}
      <div className="form-grid" onKeyDown={afterNumber}>
        <div>
          <TextField name="waybillNo" label={t("number")} required maxLength={40} mono autoFocus />
          <WaybillNoHint
            courierName={waybill.courierName}
            pattern={waybill.courier.waybillPattern}
          />
        </div>
        <TextField name="pickedUpBy" label={t("picked_up_by")} required maxLength={40} />
        {waybill.showsPrices ? <MoneyFormField name="freightAmount" label={t("freight")} /> : null}
      </div>
      <div className={styles.spread}>
        <SubmitButton>{t("hand_over")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
