"use client";
import { DateTimeField } from "@/components/ui/date-time-field";
import { type FieldProps, useField } from "./use-field";

/** A moment on the factory's clock, whatever the reader's computer is set to: `2026-11-23T14:31`. */
export function DateTimeFormField(props: FieldProps) {
  const { field, input } = useField(props);
  return <DateTimeField {...input} {...field} value={field.value ?? ""} />;
}
