"use client";
import { useField } from "@/components/form/use-field";
import { DateTimeField } from "@/components/ui/date-time-field";

type Props = { name: string; label: string };

const MINUTES = "2026-11-23T10:00".length;
const SHANGHAI = ":00+08:00";

/** A moment on the factory's clock, whatever the reader's computer is set to; the value is ISO with its offset. */
export function ContactedAtField({ name, label }: Props) {
  const { field, input } = useField({ name, label, required: true });
  return (
    <DateTimeField
      {...input}
      {...field}
      value={String(field.value ?? "").slice(0, MINUTES)}
      onChange={(moment) => field.onChange(moment === "" ? "" : `${moment}${SHANGHAI}`)}
    />
  );
}
