"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { CustomerPicker } from "@/components/type-ahead/customer-picker";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { mergeCustomersAction } from "@/lib/credit/actions";
import { mergeCustomersInput } from "@/lib/customers/schema";

type Props = { duplicateId: string; rowVersion: number; name: string };

/** The section chief makes this file a pointer to another one of the same customer. */
export function MergeForm({ duplicateId, rowVersion, name }: Props) {
  const t = useTranslations("customers");
  const router = useRouter();
  const { ofFieldError } = useRefusalText();
  const [survivor, setSurvivor] = useState<Suggestion | null>(null);
  const action = useActionForm({
    schema: mergeCustomersInput,
    action: mergeCustomersAction,
    defaultValues: { duplicateId, rowVersion, survivorId: "", reason: "" },
    successMessage: t("merge.done"),
    onDone: ({ survivorId }) => router.push(`/customers/${survivorId}`),
  });
  return (
    <SectionCard title={t("merge.title")}>
      <ActionForm {...action} label={t("merge.title")}>
        <p>{t("merge.intro", { name })}</p>
        <div className="form-grid">
          <CustomerPicker
            label={t("merge.survivor")}
            required
            value={survivor}
            onChange={(item) => {
              setSurvivor(item);
              action.form.setValue("survivorId", item?.id ?? "", {
                shouldDirty: true,
                shouldValidate: item !== null,
              });
            }}
            error={ofFieldError(action.form.formState.errors.survivorId)}
          />
          <TextField name="reason" label={t("merge.reason")} required maxLength={200} />
        </div>
        <div>
          <SubmitButton variant="outline" color="red">
            {t("merge.confirm")}
          </SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
