"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { CheckboxField, SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { DateTimeFormField } from "@/components/form/date-time-form-field";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { CustomerPicker } from "@/components/type-ahead/customer-picker";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import { REVIEW_DEPARTMENTS, REVIEW_KINDS, REVIEW_MODES } from "@/lib/reviews/policy";
import { isCompulsory, type ReviewHead } from "@/lib/reviews/review-values";
import styles from "./review.module.css";

const CHANNELS = ["PHONE", "FAX", "EMAIL", "WECHAT", "VISIT", "OTHER"] as const;

type RequestProps = {
  customerLabel: string;
  customerFixed: boolean;
  onCustomer: (customerId: string) => void;
  /** Typed directly: the form also writes the intake record. */
  withCall: boolean;
};

/** Whose wish it is, how it came, and how it is reviewed. */
export function RequestFields({
  customerLabel,
  customerFixed,
  onCustomer,
  withCall,
}: RequestProps) {
  const t = useTranslations("reviews");
  const { ofFieldError } = useRefusalText();
  const { setValue, getValues, formState } = useFormContext<ReviewHead>();
  const [picked, setPicked] = useState<Suggestion | null>(() => {
    const { customerId } = getValues();
    return customerId ? { id: customerId, code: "", label: customerLabel } : null;
  });
  const pick = (item: Suggestion | null) => {
    setPicked(item);
    onCustomer(item?.id ?? "");
    setValue("customerId", item?.id ?? "", { shouldDirty: true });
    const { contactName, contactPhone } = item?.extra ?? {};
    if (getValues("contactName") === "" && typeof contactName === "string")
      setValue("contactName", contactName, { shouldDirty: true });
    if (getValues("contactPhone") === "" && typeof contactPhone === "string")
      setValue("contactPhone", contactPhone, { shouldDirty: true });
  };
  return (
    <div className="form-grid">
      <CustomerPicker
        label={t("fields.customer")}
        required
        value={picked}
        onChange={pick}
        disabled={customerFixed}
        autoFocus={picked === null}
        description={t("hints.picker")}
        error={ofFieldError(formState.errors.customerId)}
      />
      <TextField name="contactName" label={t("fields.contact")} maxLength={40} />
      {withCall ? (
        <>
          <TextField name="contactPhone" label={t("fields.contact_phone")} maxLength={40} />
          <SelectField
            name="channel"
            label={t("fields.channel")}
            required
            options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
          />
          <DateTimeFormField name="receivedAt" label={t("fields.received_at")} required />
        </>
      ) : null}
      <DateFormField name="reviewOn" label={t("fields.review_on")} required />
      <SelectField
        name="reviewKind"
        label={t("fields.kind")}
        required
        options={REVIEW_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <SelectField
        name="reviewMode"
        label={t("fields.mode")}
        required
        options={REVIEW_MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
      />
    </div>
  );
}

/** The requirements of GB/T 19001 8.2.3: stated, implied, legal, additional, and differences. */
export function RequirementFields() {
  const t = useTranslations("reviews");
  return (
    <div className="form-grid">
      <TextAreaField
        name="technicalRequirement"
        label={t("fields.technical")}
        description={t("hints.technical")}
        required
        wide
        maxLength={2000}
      />
      <TextAreaField
        name="impliedRequirement"
        label={t("fields.implied")}
        description={t("hints.implied")}
        rows={2}
        maxLength={1000}
      />
      <TextAreaField name="legalRequirement" label={t("fields.legal")} rows={2} maxLength={1000} />
      <TextAreaField
        name="additionalRequirement"
        label={t("fields.additional")}
        rows={2}
        maxLength={1000}
      />
      <TextAreaField name="differences" label={t("fields.differences")} rows={2} maxLength={1000} />
      <TextField name="remark" label={t("fields.remark")} wide maxLength={1000} />
    </div>
  );
}

/** Who is asked what; technical and production always. */
export function DepartmentFields() {
  const t = useTranslations("reviews");
  return (
    <div className="stack">
      <p className={styles.quiet}>{t("hints.departments")}</p>
      <ul className={styles.departments}>
        {REVIEW_DEPARTMENTS.map((department, index) => (
          <li key={department}>
            <CheckboxField
              name={`opinions.${index}.asked`}
              label={t(`department.${department}`)}
              disabled={isCompulsory(department)}
            />
            <div className={styles.cell}>
              <TextField
                name={`opinions.${index}.item`}
                label={`${t(`department.${department}`)} · ${t("fields.item")}`}
                maxLength={300}
              />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
