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
import { saveProductAction } from "@/lib/products/actions";
import type { ReservedRights } from "@/lib/products/policy";
import { type ProductFormValues, saveProductInput } from "@/lib/products/schema";
import { IdentityFields } from "./identity-fields";
import { PackRows } from "./pack-rows";
import { ReservedFields } from "./reserved-fields";
import { SupplyFields } from "./supply-fields";

type Props = {
  values: ProductFormValues;
  units: readonly Choice[];
  specialists: readonly Choice[];
  rights: ReservedRights;
};

/** A product, new or changed; what this person may not decide is shown but locked. */
export function ProductForm({ values, units, specialists, rights }: Props) {
  const t = useTranslations("products");
  const tc = useTranslations("common.actions");
  const router = useRouter();
  const action = useActionForm({
    schema: saveProductInput,
    action: saveProductAction,
    defaultValues: values,
    onDone: ({ id }) => router.push(`/products/${id}`),
  });
  return (
    <ActionForm {...action}>
      <SectionCard title={t("sections.identity")}>
        <IdentityFields units={units} isNew={values.id === null} rights={rights} />
      </SectionCard>
      <PackRows units={units} />
      <SectionCard title={t("sections.decided")}>
        <ReservedFields rights={rights} specialists={specialists} wasStandard={values.isStandard} />
      </SectionCard>
      <SectionCard title={t("sections.supply")}>
        <SupplyFields />
      </SectionCard>
      <SectionCard title={t("sections.remark")}>
        <TextAreaField name="remark" label={t("fields.remark")} maxLength={500} />
      </SectionCard>
      <StickyActionBar>
        <Button variant="default" onClick={() => router.back()}>
          {tc("cancel")}
        </Button>
        <SubmitButton hotkey="Ctrl+Enter">{tc("save")}</SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}
