"use client";
import { TextInput } from "@mantine/core";
import { useField } from "@/components/form/use-field";

type Props = { name: string; label: string };

const MINUTES = "2026-11-23T10:00".length;
const SHANGHAI = ":00+08:00";

/** A moment on the factory's clock, whatever the reader's computer is set to; the value is ISO with its offset. */
export function ContactedAtField({ name, label }: Props) {
  const { field, input } = useField({ name, label, required: true });
  return (
    <TextInput
      {...input}
      {...field}
      type="datetime-local"
      value={String(field.value ?? "").slice(0, MINUTES)}
      onChange={({ currentTarget: { value } }) =>
        field.onChange(value === "" ? "" : `${value.slice(0, MINUTES)}${SHANGHAI}`)
      }
    />
  );
}
