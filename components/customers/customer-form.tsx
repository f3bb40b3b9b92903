"use client";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import type { Choice } from "@/components/form/choice-fields";
import { TextAreaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveCustomerAction } from "@/lib/customers/actions";
import { type CustomerFormValues, saveCustomerInput } from "@/lib/customers/schema";
import { AddressRows } from "./address-rows";
import { BasicFields, ClassificationFields } from "./basic-fields";
import { ContactRows } from "./contact-rows";
import { InvoicingFields } from "./invoicing-fields";
import { UsageFields } from "./usage-fields";

type Props = {
  values: CustomerFormValues;
  owners: readonly Choice[];
  /** Salespeople look after what they open; the field is then left out. */
  mayChooseOwner: boolean;
};

/** A customer's file, new or changed: all groups of F23 but the terms, which only F20 changes. */
export function CustomerForm({ values, owners, mayChooseOwner }: Props) {
  const t = useTranslations("customers");
  const tc = useTranslations("common.actions");
  const router = useRouter();
  const action = useActionForm({
    schema: saveCustomerInput,
    action: saveCustomerAction,
    defaultValues: values,
    onDone: ({ id }) => router.push(`/customers/${id}`),
  });
  return (
    <ActionForm {...action}>
      <SectionCard title={t("sections.basics")}>
        <BasicFields customerId={values.id} />
      </SectionCard>
      <SectionCard title={t("sections.classification")}>
        <ClassificationFields owners={owners} mayChooseOwner={mayChooseOwner} />
      </SectionCard>
      <ContactRows />
      <AddressRows />
      <SectionCard title={t("sections.invoicing")}>
        <InvoicingFields />
      </SectionCard>
      <SectionCard title={t("sections.usage")}>
        <UsageFields />
      </SectionCard>
      <SectionCard title={t("sections.remark")}>
        <TextAreaField name="remark" label={t("fields.remark")} maxLength={1000} />
      </SectionCard>
      <StickyActionBar note={t("terms_elsewhere")}>
        <Button variant="default" onClick={() => router.back()}>
          {tc("cancel")}
        </Button>
        <SubmitButton hotkey="Ctrl+Enter">{tc("save")}</SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}
