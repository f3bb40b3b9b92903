"use client";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { type Choice, SelectField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import type { ReservedRights } from "@/lib/products/policy";
import {
  DEFAULT_UNITS,
  PRODUCT_CATEGORIES,
  type ProductCategory,
  type ProductFormValues,
} from "@/lib/products/schema";

type Props = { units: readonly Choice[]; isNew: boolean; rights: ReservedRights };

/** What the product is: together these fields name it once. */
export function IdentityFields({ units, isNew, rights }: Props) {
  const t = useTranslations("products");
  const { setValue, getFieldState } = useFormContext<ProductFormValues>();
  const followCategory = (category: ProductCategory) => {
    if (!isNew) return;
    const unit = DEFAULT_UNITS[category];
    const isKnown = units.some(({ value }) => value === unit);
    if (unit && isKnown && !getFieldState("unit").isTouched) setValue("unit", unit);
    // A tool stays one until the chief says otherwise (R2.2.3); others may not choose.
    if (!rights.tool || !getFieldState("isTool").isTouched) setValue("isTool", category === "TOOL");
  };
  return (
    <div className="form-grid">
      <TextField name="name" label={t("fields.name")} required maxLength={80} autoFocus={isNew} />
      <SelectField
        name="category"
        label={t("fields.category")}
        required
        options={PRODUCT_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
        onPicked={(value) => {
          const category = PRODUCT_CATEGORIES.find((name) => name === value);
          if (category) followCategory(category);
        }}
      />
      <TextField
        name="spec"
        label={t("fields.spec")}
        description={t("hints.spec")}
        required
        maxLength={120}
      />
      <SelectField name="unit" label={t("fields.unit")} required options={units} />
      <TextField
        name="drawingNo"
        label={t("fields.drawing_no")}
        description={t("hints.drawing_no")}
        maxLength={60}
        mono
      />
      <TextField name="drawingRev" label={t("fields.drawing_rev")} maxLength={20} mono />
      <TextField
        name="material"
        label={t("fields.material")}
        placeholder={t("examples.material")}
        maxLength={40}
      />
      <TextField
        name="coating"
        label={t("fields.coating")}
        placeholder={t("examples.coating")}
        maxLength={40}
      />
      <TextField
        name="accuracyGrade"
        label={t("fields.accuracy_grade")}
        placeholder={t("examples.accuracy_grade")}
        maxLength={40}
      />
      <TextField
        name="shank"
        label={t("fields.shank")}
        placeholder={t("examples.shank")}
        maxLength={40}
      />
      <TextField name="brand" label={t("fields.brand")} maxLength={40} />
      <TextField name="qualityStandard" label={t("fields.quality_standard")} maxLength={80} />
    </div>
  );
}
