"use client";
import { useTranslations } from "next-intl";
import { SelectField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { INVOICE_TYPES } from "@/lib/customers/schema";

/** What an invoice to this customer needs. */
export function InvoicingFields() {
  const t = useTranslations("customers");
  return (
    <div className="form-grid">
      <SelectField
        name="defaultInvoiceType"
        label={t("fields.invoice_type")}
        description={t("hints.invoice_type")}
        required
        options={INVOICE_TYPES.map((type) => ({ value: type, label: t(`invoice_type.${type}`) }))}
      />
      <TextField
        name="invoiceTitle"
        label={t("fields.invoice_title")}
        description={t("hints.invoice_title")}
        maxLength={80}
      />
      <TextField
        name="invoiceAddressPhone"
        label={t("fields.invoice_address_phone")}
        maxLength={200}
        wide
      />
      <TextField name="bankName" label={t("fields.bank_name")} maxLength={80} />
      <TextField name="bankAccountNo" label={t("fields.bank_account_no")} maxLength={40} mono />
      <TextField
        name="invoiceMailAddress"
        label={t("fields.invoice_mail_address")}
        maxLength={200}
        wide
      />
    </div>
  );
}
