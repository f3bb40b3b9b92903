"use client";
import { TextInput } from "@mantine/core";
import { type FieldProps, useField } from "./use-field";

/** A moment on the factory's clock, `2026-11-23T14:31`. */
export function DateTimeFormField(props: FieldProps) {
  const { field, input } = useField(props);
  return <TextInput {...input} {...field} type="datetime-local" value={field.value ?? ""} />;
}
