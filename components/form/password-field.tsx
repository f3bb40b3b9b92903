"use client";
import { PasswordInput } from "@mantine/core";
import { type FieldProps, useField } from "./use-field";

/** A password, which can be shown while it is typed. */
export function PasswordField(props: FieldProps & { autoComplete?: string }) {
  const { field, input } = useField(props);
  return (
    <PasswordInput
      {...input}
      {...field}
      value={field.value ?? ""}
      autoComplete={props.autoComplete ?? "current-password"}
    />
  );
}
