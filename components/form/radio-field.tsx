"use client";
import { Radio, Stack } from "@mantine/core";
import type { Choice } from "./choice-fields";
import { type FieldProps, useField } from "./use-field";

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
