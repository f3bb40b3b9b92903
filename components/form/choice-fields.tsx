"use client";
import { Checkbox, MultiSelect, Radio, Select, Stack } from "@mantine/core";
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
      value={field.value ?? null}
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

/** Any of several; the value is an array. */
export function MultiSelectField(props: SelectFieldProps) {
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

/** A few choices that are best all seen at once. */
export function RadioField(props: FieldProps & { options: readonly Choice[] }) {
  const { options } = props;
  const { field, input } = useField(props);
  const { ref, ...group } = field;
  // The attribute would land on a plain element around the group; the asterisk says it too.
  const { "aria-required": _, ...rest } = input;
  return (
    <Radio.Group {...rest} {...group} value={field.value ?? ""}>
      <Stack gap={8} mt={4}>
        {options.map(({ value, label, disabled }, index) => (
          <Radio
            key={value}
            value={value}
            label={label}
            disabled={disabled === true}
            {...(index === 0 ? { ref } : {})}
          />
        ))}
      </Stack>
    </Radio.Group>
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
