"use client";
import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { type Choice, SelectField } from "@/components/form/choice-fields";
import { QuantityFormField } from "@/components/form/figure-fields";
import { SectionCard } from "@/components/ui/section-card";
import type { ProductFormValues } from "@/lib/products/schema";
import styles from "./packs.module.css";

const MAX_PACKS = 8;

/** Packs in which the product is also ordered: 1 盒 = 10 片. */
export function PackRows({ units }: { units: readonly Choice[] }) {
  const t = useTranslations("products");
  const { control } = useFormContext<ProductFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "packs", keyName: "key" });
  const unit = useWatch({ control, name: "unit" });
  return (
    <SectionCard
      title={t("sections.packs")}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          disabled={fields.length >= MAX_PACKS}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => append({ unit: "", factor: "" })}
        >
          {t("actions.add_pack")}
        </Button>
      }
    >
      {fields.length === 0 ? <p className={styles.none}>{t("empty.packs")}</p> : null}
      {fields.map(({ key }, index) => (
        <div key={key} className={styles.row}>
          <SelectField
            name={`packs.${index}.unit`}
            label={t("fields.pack_unit")}
            required
            options={units}
          />
          <QuantityFormField
            name={`packs.${index}.factor`}
            label={t("fields.pack_factor")}
            required
            {...(unit ? { unit } : {})}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            mb={4}
            aria-label={t("row.remove_pack", { number: index + 1 })}
            onClick={() => remove(index)}
          >
            <IconTrash size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
    </SectionCard>
  );
}
