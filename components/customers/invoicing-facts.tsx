import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { SectionCard } from "@/components/ui/section-card";
import type { CustomerView } from "@/lib/customers/queries";

/** What an invoice needs, and what the customer uses our products for. */
export function InvoicingFacts({ customer }: { customer: CustomerView }) {
  const t = useTranslations("customers");
  return (
    <SectionCard title={t("sections.invoicing")}>
      <DescriptionList
        items={[
          {
            label: t("fields.invoice_type"),
            value: t(`invoice_type.${customer.defaultInvoiceType}`),
          },
          { label: t("fields.invoice_title"), value: customer.invoiceTitle },
          { label: t("fields.tax_id"), value: customer.taxId },
          { label: t("fields.bank_name"), value: customer.bankName },
          { label: t("fields.bank_account_no"), value: customer.bankAccountNo },
          {
            label: t("fields.invoice_address_phone"),
            value: customer.invoiceAddressPhone,
            wide: true,
          },
          {
            label: t("fields.invoice_mail_address"),
            value: customer.invoiceMailAddress,
            wide: true,
          },
        ]}
      />
    </SectionCard>
  );
}

export function UsageFacts({ customer }: { customer: CustomerView }) {
  const t = useTranslations("customers");
  return (
    <SectionCard title={t("sections.usage")}>
      <DescriptionList
        items={[
          { label: t("fields.product_usage"), value: customer.productUsage, wide: true },
          { label: t("fields.first_qty"), value: customer.firstQty },
          { label: t("fields.future_qty"), value: customer.futureQty },
          { label: t("fields.previous_use"), value: customer.previousUse, wide: true },
          { label: t("fields.competitors"), value: customer.competitors, wide: true },
        ]}
      />
    </SectionCard>
  );
}
