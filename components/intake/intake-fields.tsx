"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { CheckboxField, SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { DateTimeFormField } from "@/components/form/date-time-form-field";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { CustomerPicker } from "@/components/type-ahead/customer-picker";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import type { IntakeValues } from "@/lib/intake/intake-values";
import { CHANNELS, INTAKE_TYPES } from "@/lib/intake/schema";
import styles from "./intake.module.css";

export type Choice = { value: string; label: string };
type CallProps = { onCustomer: (customerId: string) => void; isAboutGoods: boolean };

/** How and when it came, who it was, what it is about. */
export function CallFields({ onCustomer, isAboutGoods }: CallProps) {
  const t = useTranslations("intake");
  const { setValue, getValues } = useFormContext<IntakeValues>();
  const [picked, setPicked] = useState<Suggestion | null>(() => {
    const { customerId, customerName } = getValues();
    return customerId ? { id: customerId, code: "", label: customerName } : null;
  });
  const pick = (item: Suggestion | null) => {
    setPicked(item);
    onCustomer(item?.id ?? "");
    setValue("customerId", item?.id ?? "", { shouldDirty: true });
    if (!item) return;
    setValue("customerName", item.label, { shouldDirty: true });
    const { contactName, contactPhone } = item.extra ?? {};
    if (getValues("contactName") === "" && typeof contactName === "string")
      setValue("contactName", contactName, { shouldDirty: true });
    if (getValues("contactPhone") === "" && typeof contactPhone === "string")
      setValue("contactPhone", contactPhone, { shouldDirty: true });
  };
  return (
    <div className="form-grid">
      <SelectField
        name="channel"
        label={t("channel_label")}
        required
        options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
      />
      <SelectField
        name="direction"
        label={t("direction_label")}
        required
        options={(["IN", "OUT"] as const).map((value) => ({
          value,
          label: t(`direction.${value}`),
        }))}
      />
      <DateTimeFormField name="receivedAt" label={t("received_at")} required />
      <SelectField
        name="intakeType"
        label={t("type_label")}
        required
        options={INTAKE_TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
      />
      <CustomerPicker
        value={picked}
        onChange={pick}
        autoFocus={picked === null}
        description={t("form.picker_hint")}
      />
      <TextField name="customerName" label={t("form.customer_name")} required maxLength={80} />
      <TextField name="contactName" label={t("contact")} required maxLength={40} />
      <TextField name="contactPhone" label={t("contact_phone")} required maxLength={120} />
      <TextAreaField
        name="content"
        label={t("form.content")}
        required={!isAboutGoods}
        rows={2}
        wide
        maxLength={2000}
      />
      <TextField name="remark" label={t("form.remark")} wide maxLength={1000} />
    </div>
  );
}

/** What the goods are for: asked of every new customer (R2.1.1). */
export function GoodsFields({ categories }: { categories: readonly Choice[] }) {
  const t = useTranslations("intake.form");
  return (
    <div className="form-grid">
      <TextField name="usage" label={t("usage")} description={t("usage_hint")} maxLength={500} />
      <TextField name="firstQty" label={t("first_qty")} maxLength={80} />
      <TextField name="futureQty" label={t("future_qty")} maxLength={80} />
      <TextField name="previousUse" label={t("previous_use")} maxLength={500} />
      <SelectField
        name="customerCategory"
        label={t("customer_category")}
        description={t("customer_category_hint")}
        options={categories}
      />
    </div>
  );
}

const METHODS = ["EXPRESS", "LOGISTICS", "DELIVERY", "PICKUP"] as const;
const PAYERS = ["SUPPLIER", "CUSTOMER", "SHARED"] as const;
const TERMS = ["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"] as const;

export function TermsFields({ isOrder }: { isOrder: boolean }) {
  const t = useTranslations("intake");
  return (
    <div className="form-grid">
      <SelectField
        name="deliveryMethod"
        label={t("form.delivery_method")}
        required={isOrder}
        options={METHODS.map((value) => ({ value, label: t(`delivery_method.${value}`) }))}
      />
      <SelectField
        name="freightPayer"
        label={t("form.freight_payer")}
        options={PAYERS.map((value) => ({ value, label: t(`freight_payer.${value}`) }))}
      />
      <SelectField
        name="paymentTerm"
        label={t("form.payment_term")}
        required={isOrder}
        options={TERMS.map((value) => ({ value, label: t(`payment_term.${value}`) }))}
      />
      <TextField name="addressText" label={t("form.address")} maxLength={300} />
    </div>
  );
}

export function AgreementFields() {
  const t = useTranslations("intake.form");
  return (
    <div className="form-grid">
      <div className={`span-all ${styles.checks}`}>
        <CheckboxField name="agreedPrice" label={t("agreed_price")} />
        <CheckboxField name="agreedDelivery" label={t("agreed_delivery")} />
        <CheckboxField name="agreedPayment" label={t("agreed_payment")} />
      </div>
      <TextField name="agreedWith" label={t("agreed_with")} maxLength={40} />
      <DateFormField name="agreedOn" label={t("agreed_on")} />
    </div>
  );
}
