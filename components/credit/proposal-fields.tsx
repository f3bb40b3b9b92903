"use client";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { SelectField } from "@/components/form/choice-fields";
import { MoneyFormField } from "@/components/form/figure-fields";
import type { SaveTermChangeInput } from "@/lib/credit/schema";
import {
  MANUAL_CHANGE_KINDS,
  QUARTER_PAYMENT_MONTHS,
  SETTLEMENT_MODES,
} from "@/lib/credit/terms-policy";

const ENDS_IN_PREPAYMENT: readonly (string | null)[] = ["DESIGNATE_PREPAID", "REVOKE"];

/** What shall change, and to what; fields that the new mode does not know are not shown. */
export function ProposalFields() {
  const t = useTranslations("credit");
  const { setValue } = useFormContext<SaveTermChangeInput>();
  const mode = useWatch<SaveTermChangeInput, "afterMode">({ name: "afterMode" });
  return (
    <>
      <SelectField
        name="kind"
        label={t("fields.kind")}
        required
        options={MANUAL_CHANGE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        onPicked={(kind) => {
          if (ENDS_IN_PREPAYMENT.includes(kind)) setValue("afterMode", "PREPAID");
        }}
      />
      <SelectField
        name="afterMode"
        label={t("fields.after_mode")}
        description={t("hints.after_mode")}
        required
        options={SETTLEMENT_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
      {mode === "PREPAID" ? null : (
        <MoneyFormField
          name="afterLimit"
          label={t("fields.after_limit")}
          description={t("hints.after_limit")}
        />
      )}
      {mode === "QUARTERLY" ? (
        <SelectField
          name="afterQuarterMonth"
          label={t("fields.quarter_month")}
          required
          options={QUARTER_PAYMENT_MONTHS.map((value) => ({
            value,
            label: t(`quarter_month.${value}`),
          }))}
        />
      ) : null}
      {mode === "ACCUMULATED" ? (
        <MoneyFormField
          name="afterAccumulatedFrom"
          label={t("fields.accumulated_from")}
          description={t("hints.accumulated_from")}
          required
        />
      ) : null}
    </>
  );
}
