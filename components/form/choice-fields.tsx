"use client";
import { Checkbox, Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FieldProps, useField } from "./use-field";

export type Choice = { value: string; label: string; disabled?: boolean };

/** From this many on, a list can be searched by typing. */
const SEARCHABLE_FROM = 8;

type SelectFieldProps = FieldProps & {
  options: readonly Choice[];
  onPicked?: (value: string | null) => void;
};

/** One of several; an optional one can be cleared. */
export function SelectField(props: SelectFieldProps) {
  const { options, placeholder, readOnly, required, onPicked } = props;
  const t = useTranslations("common");
  const { field, input } = useField(props);
  return (
    <Select
      {...input}
      {...field}
      value={field.value || null}
      onChange={(value) => {
        field.onChange(value);
        onPicked?.(value);
      }}
      data={[...options]}
      placeholder={placeholder ?? t("actions.select")}
      searchable={options.length >= SEARCHABLE_FROM}
      nothingFoundMessage={t("empty.no_result_title")}
      allowDeselect={!required}
      clearable={!required}
      clearButtonProps={{ "aria-label": t("actions.clear") }}
      {...(readOnly ? { readOnly } : {})}
    />
  );
}

/** Yes or no. */
export function CheckboxField(props: FieldProps) {
  const { field, input } = useField(props);
  const { withAsterisk: _, "aria-required": __, ...rest } = input;
  const { value, ...control } = field;
  return (
    <Checkbox
      {...rest}
      {...control}
      checked={value === true}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
    />
  );
}
