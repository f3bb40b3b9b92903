"use client";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { CustomerPicker } from "@/components/type-ahead/customer-picker";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveTermChangeAction } from "@/lib/credit/actions";
import { type SaveTermChangeInput, saveTermChangeInput } from "@/lib/credit/schema";
import { ProposalFields } from "./proposal-fields";

type Props = {
  values: SaveTermChangeInput;
  customer: Suggestion | null;
  /** A numbered document keeps its customer. */
  isCustomerFixed: boolean;
};

/** A proposal to change a customer's settlement terms, new or still a draft (F20). */
export function TermForm({ values, customer, isCustomerFixed }: Props) {
  const t = useTranslations("credit");
  const tc = useTranslations("common.actions");
  const router = useRouter();
  const { ofFieldError } = useRefusalText();
  const [picked, setPicked] = useState(customer);
  const action = useActionForm({
    schema: saveTermChangeInput,
    action: saveTermChangeAction,
    defaultValues: values,
    onDone: ({ id }) => router.push(`/terms/${id}`),
  });
  return (
    <ActionForm {...action}>
      <SectionCard title={t("sections.proposal")} clause="R1.3.1-a">
        <div className="stack">
          <div className="form-grid">
            <CustomerPicker
              label={t("fields.customer")}
              required
              value={picked}
              disabled={isCustomerFixed}
              autoFocus={picked === null}
              onChange={(item) => {
                setPicked(item);
                action.form.setValue("customerId", item?.id ?? "", {
                  shouldDirty: true,
                  shouldValidate: item !== null,
                });
              }}
              error={ofFieldError(action.form.formState.errors.customerId)}
            />
            <ProposalFields />
            <TextAreaField
              name="reason"
              label={t("fields.reason")}
              description={t("hints.reason")}
              required
              maxLength={500}
              wide
            />
          </div>
        </div>
      </SectionCard>
      <StickyActionBar note={t("effective_note")}>
        <Button variant="default" onClick={() => router.back()}>
          {tc("cancel")}
        </Button>
        <SubmitButton hotkey="Ctrl+Enter">{t("actions.save_draft")}</SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}
