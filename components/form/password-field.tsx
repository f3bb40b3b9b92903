"use client";
import { PasswordBox } from "@/components/ui/password-box";
import { type FieldProps, useField } from "./use-field";

/** A password, which can be shown while it is typed. */
export function PasswordField(props: FieldProps & { autoComplete?: string }) {
  const { field, input } = useField(props);
  return (
    <PasswordBox
      {...input}
      {...field}
      value={field.value ?? ""}
      autoComplete={props.autoComplete ?? "current-password"}
    />
  );
}
