"use client";
import { Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { CheckboxField, SelectField } from "@/components/form/choice-fields";
import { FigureField } from "@/components/form/figure-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { SectionCard } from "@/components/ui/section-card";
import {
  DELIVERY_METHODS,
  FREIGHT_PAYERS,
  INVOICE_TYPES,
  PAYMENT_CHANNELS,
  PAYMENT_TERMS,
  TAX_RATES,
} from "@/lib/contracts/labels";
import type { CustomerFile, OrderHead } from "@/lib/contracts/order-values";
import { formatRate } from "@/lib/i18n/format";
import { FromFile } from "./from-file";

type Props = { customer: CustomerFile | null; isLooserTerm: boolean };

/** How it is paid and how it travels; almost all of it stands in the customer's file. */
export function TermsSection({ customer, isLooserTerm }: Props) {
  const t = useTranslations("contracts.order");
  const tl = useTranslations("contracts");
  const tw = useTranslations("common.words");
  const reason = useWatch<OrderHead, "looserTermReason">({ name: "looserTermReason" });
  return (
    <SectionCard title={t("terms")} clause="R1.1.1-c">
      <div className="form-grid">
        <FromFile name="paymentTerm">
          <SelectField
            name="paymentTerm"
            label={tl("payment_term")}
            required
            options={PAYMENT_TERMS.map((value) => ({ value, label: tl(`payment_terms.${value}`) }))}
          />
        </FromFile>
        <FigureField name="dueDays" label={t("due_days")} unit={tw("unit_day")} />
        <SelectField
          name="paymentChannel"
          label={t("payment_channel")}
          required
          options={PAYMENT_CHANNELS.map((value) => ({
            value,
            label: tl(`payment_channels.${value}`),
          }))}
        />
        <FromFile name="invoiceType">
          <SelectField
            name="invoiceType"
            label={t("invoice_type")}
            required
            options={INVOICE_TYPES.map((value) => ({ value, label: tl(`invoice_types.${value}`) }))}
          />
        </FromFile>
        <SelectField
          name="taxRate"
          label={t("tax_rate")}
          required
          options={TAX_RATES.map((value) => ({ value, label: formatRate(value) }))}
        />
        <SelectField
          name="deliveryMethod"
          label={t("delivery_method")}
          required
          options={DELIVERY_METHODS.map((value) => ({
            value,
            label: tl(`delivery_methods.${value}`),
          }))}
        />
        <SelectField
          name="freightPayer"
          label={t("freight_payer")}
          required
          options={FREIGHT_PAYERS.map((value) => ({ value, label: tl(`freight_payers.${value}`) }))}
        />
        {isLooserTerm || reason !== "" ? (
          <TextField
            name="looserTermReason"
            label={t("looser_reason")}
            description={t("looser_hint")}
            required
            wide
            maxLength={200}
          />
        ) : null}
        <ConsigneeFields addresses={customer?.addresses ?? []} />
        <TextField name="packingRequirement" label={t("packing")} maxLength={200} />
        <TextAreaField
          name="technicalRequirement"
          label={t("technical")}
          rows={1}
          maxLength={1000}
        />
        <CheckboxField name="partialAllowed" label={t("partial_allowed")} />
      </div>
    </SectionCard>
  );
}

const CONSIGNEE_FIELDS = [
  ["company", 80],
  ["contactPerson", 40],
  ["phone", 40],
  ["address", 300],
  ["postalCode", 6],
] as const;

function ConsigneeFields({ addresses }: { addresses: CustomerFile["addresses"] }) {
  const t = useTranslations("contracts.order");
  const { setValue } = useFormContext<OrderHead>();
  const take = (id: string | null) => {
    const address = addresses.find((candidate) => candidate.id === id);
    if (!address) return;
    for (const [field] of CONSIGNEE_FIELDS) {
      setValue(`consignee.${field}`, address[field], { shouldDirty: true });
    }
  };
  return (
    <>
      {addresses.length > 1 ? (
        <Select
          className="span-all"
          label={t("other_address")}
          placeholder={t("other_address_placeholder")}
          data={addresses.map(({ id, company, address, contactPerson }) => ({
            value: id,
            label: `${company} ${contactPerson} ${address}`,
          }))}
          value={null}
          onChange={take}
        />
      ) : null}
      {CONSIGNEE_FIELDS.map(([field, maxLength]) => (
        <FromFile key={field} name={`consignee.${field}`}>
          <TextField
            name={`consignee.${field}`}
            label={t(`consignee.${field}`)}
            required={field !== "postalCode"}
            maxLength={maxLength}
          />
        </FromFile>
      ))}
    </>
  );
}
