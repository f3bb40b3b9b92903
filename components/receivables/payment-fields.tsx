"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useController, useFormContext, useWatch } from "react-hook-form";
import { type Choice, SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { MoneyFormField } from "@/components/form/figure-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { CustomerPicker } from "@/components/type-ahead/customer-picker";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import { InlineNotice } from "@/components/ui/inline-notice";
import { amountInWords } from "@/lib/core/amount-in-words";
import { Money } from "@/lib/core/money";
import { isBill, PAYMENT_CHANNELS, type PaymentChannel } from "@/lib/receivables/labels";

export type AccountChoice = Choice;

/** Who paid, how much, how, when, and to which account of ours. */
export function PaymentFields({
  accounts,
  today,
}: {
  accounts: readonly AccountChoice[];
  today: string;
}) {
  const t = useTranslations("receivables");
  const { setValue, getValues } = useFormContext();
  const setBill = (channel: string | null) => {
    const blank = { number: "", drawer: "", acceptor: "", issuedOn: today, dueOn: "" };
    const needed = channel !== null && isBill(channel as PaymentChannel);
    if (!needed) setValue("receipt.bill", null);
    else if (!getValues("receipt.bill")) setValue("receipt.bill", blank);
  };
  return (
    <div className="form-grid">
      <CustomerField />
      <TextField
        name="receipt.payerName"
        label={t("form.payer")}
        description={t("form.payer_hint")}
        required
        maxLength={80}
      />
      <SelectField
        name="receipt.channel"
        label={t("form.channel")}
        required
        onPicked={setBill}
        options={PAYMENT_CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
      />
      <AmountField />
      <DateFormField name="receipt.paidOn" label={t("form.paid_on")} required maxDate={today} />
      {accounts.length === 0 ? (
        <InlineNotice tone="warn">{t("form.no_account")}</InlineNotice>
      ) : (
        <SelectField
          name="receipt.bankAccountId"
          label={t("form.account")}
          required
          options={accounts}
        />
      )}
      <TextField name="receipt.bankRef" label={t("form.bank_ref")} mono maxLength={60} />
      <TextAreaField
        name="receipt.remark"
        label={t("form.remark")}
        wide
        rows={2}
        maxLength={1000}
      />
    </div>
  );
}

function AmountField() {
  const t = useTranslations("receivables.form");
  const amount = Money.parse(String(useWatch({ name: "receipt.amount" }) ?? ""));
  const words = amount?.isPositive() ? t("in_words", { words: amountInWords(amount) }) : undefined;
  return <MoneyFormField name="receipt.amount" label={t("amount")} required description={words} />;
}

/** The payer is the customer unless somebody types another name. */
function CustomerField() {
  const t = useTranslations("receivables.form");
  const { field, fieldState } = useController({ name: "receipt.customerId" });
  const { setValue, getValues, formState } = useFormContext();
  const { ofFieldError } = useRefusalText();
  const [picked, setPicked] = useState<Suggestion | null>(null);
  const choose = (customer: Suggestion | null) => {
    const payer = String(getValues("receipt.payerName") ?? "");
    if (payer === "" || payer === picked?.label) {
      setValue("receipt.payerName", customer?.label ?? "", {
        shouldDirty: true,
        shouldValidate: formState.isSubmitted,
      });
    }
    setPicked(customer);
    setValue("receipt.allocations", []);
    field.onChange(customer?.id ?? "");
  };
  return (
    <CustomerPicker
      label={t("customer")}
      name={field.name}
      inputRef={field.ref}
      value={picked}
      onChange={choose}
      error={ofFieldError(fieldState.error)}
      required
      autoFocus
    />
  );
}
