"use client";
import dynamic from "next/dynamic";
import { memo, type Ref } from "react";
import { FormProvider, type UseFormReturn, useWatch } from "react-hook-form";
import { FieldLabelsProvider } from "@/components/form/field-labels";
import type { CustomerFile, OrderHead } from "@/lib/contracts/order-values";
import { AgreementSection } from "./agreement-section";
import { CustomerSection } from "./customer-section";
import type { ClauseText } from "./formal-section";
import { FileScope } from "./from-file";
import { ProductionSection } from "./production-section";
import { RemarkSection } from "./remark-section";
import { TermsSection } from "./terms-section";

// Most orders are verbal: clauses and payment plan come only with a formal contract.
const FormalSection = dynamic(() =>
  import("./formal-section").then((module) => module.FormalSection),
);

type Shared = { form: UseFormReturn<OrderHead>; customer: CustomerFile | null };

type CustomerProps = Shared & {
  onCustomer: (file: CustomerFile | null) => void;
  pickerRef: Ref<HTMLInputElement>;
  onCopyFreely: (() => void) | null;
};

/** The header above the lines. Stands still while lines are typed: each key belongs to the grid alone. */
export const CustomerBlock = memo(function CustomerBlock({
  form,
  customer,
  ...rest
}: CustomerProps) {
  const mustTellUsage = customer !== null && customer.tier === "NEW" && !customer.hasUsage;
  return (
    <FormProvider {...form}>
      <FieldLabelsProvider>
        <FileScope file={customer}>
          <CustomerSection customer={customer} mustTellUsage={mustTellUsage} {...rest} />
        </FileScope>
      </FieldLabelsProvider>
    </FormProvider>
  );
});

type TermsProps = Shared & {
  isLooserTerm: boolean;
  grounds: string;
  recommended: "FORMAL" | "VERBAL";
  templates: readonly ClauseText[];
  total: string;
  isShort: boolean;
};

/** The header below the lines: terms, agreement, and what only one of the forms has. */
export const TermsBlock = memo(function TermsBlock({ form, customer, ...rest }: TermsProps) {
  const kind = useWatch({ control: form.control, name: "form" });
  const { isLooserTerm, grounds, recommended, templates, total, isShort } = rest;
  return (
    <FormProvider {...form}>
      <FieldLabelsProvider>
        <FileScope file={customer}>
          <AgreementSection grounds={grounds} recommended={recommended} />
          <TermsSection customer={customer} isLooserTerm={isLooserTerm} />
          {kind === "FORMAL" ? <FormalSection templates={templates} total={total} /> : null}
          {isShort ? <ProductionSection /> : null}
          <RemarkSection />
        </FileScope>
      </FieldLabelsProvider>
    </FormProvider>
  );
});
