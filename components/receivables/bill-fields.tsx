"use client";
import { useTranslations } from "next-intl";
import { DateFormField } from "@/components/form/date-form-field";
import { TextField } from "@/components/form/text-field";

/** What stands on an acceptance bill (spec 03, 4.6). */
export function BillFields({ name }: { name: string }) {
  const t = useTranslations("receivables.form");
  return (
    <div className="form-grid">
      <TextField
        name={`${name}.number`}
        label={t("bill_number")}
        required
        mono
        wide
        maxLength={40}
      />
      <TextField name={`${name}.drawer`} label={t("bill_drawer")} required maxLength={80} />
      <TextField name={`${name}.acceptor`} label={t("bill_acceptor")} required maxLength={80} />
      <DateFormField name={`${name}.issuedOn`} label={t("bill_issued_on")} required />
      <DateFormField name={`${name}.dueOn`} label={t("bill_due_on")} required />
    </div>
  );
}
