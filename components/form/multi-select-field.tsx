"use client";
import { MultiSelect } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { Choice } from "./choice-fields";
import { type FieldProps, useField } from "./use-field";

/** Any of several; the value is an array. */
export function MultiSelectField(props: FieldProps & { options: readonly Choice[] }) {
  const { options, placeholder } = props;
  const t = useTranslations("common");
  const { field, input } = useField(props);
  return (
    <MultiSelect
      {...input}
      {...field}
      value={field.value ?? []}
      data={[...options]}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("actions.clear") }}
      nothingFoundMessage={t("empty.no_result_title")}
      {...(placeholder ? { placeholder } : {})}
    />
  );
}
