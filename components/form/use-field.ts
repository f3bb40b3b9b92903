"use client";
import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import { useNamedField } from "./field-labels";
import { useRefusalText } from "./use-refusal-text";

/** What every field of a form takes. */
export type FieldProps = {
  /** Path in the form: `address.city`, `lines.2.quantity`. */
  name: string;
  label: string;
  required?: boolean;
  /** Help under the field. */
  description?: ReactNode;
  placeholder?: string;
  disabled?: boolean;
  readOnly?: boolean;
  /** Takes the whole width of the form grid. */
  wide?: boolean;
  autoFocus?: boolean;
};

/** Connects a Mantine input to the form: value, error sentence, label, required mark. */
export function useField({
  name,
  label,
  required,
  description,
  disabled,
  wide,
  autoFocus,
}: FieldProps) {
  const { field, fieldState } = useController({ name });
  const { ofFieldError } = useRefusalText();
  useNamedField(name, label);
  const input = {
    label,
    withAsterisk: required === true,
    "aria-required": required === true,
    error: ofFieldError(fieldState.error),
    ...(description ? { description } : {}),
    ...(disabled ? { disabled } : {}),
    ...(wide ? { className: "span-all" } : {}),
    ...(autoFocus ? { "data-autofocus": true, autoFocus: true } : {}),
  };
  return { field, input };
}
