"use client";
import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { type FieldProps, useField } from "./use-field";

type Props = FieldProps & { minDate?: string; maxDate?: string };

/** A business date; the value is `2026-11-23` or null. */
export function DateFormField(props: Props) {
  const { placeholder, readOnly, minDate, maxDate } = props;
  const t = useTranslations("common.refusals");
  const { field, input } = useField(props);
  // For the schema an empty text is no date; for a reader it is a field that was left out.
  const isLeftOut = input.error && props.required === true && !field.value;
  return (
    <DateField
      {...input}
      name={field.name}
      ref={field.ref}
      onBlur={field.onBlur}
      value={isCalendarDate(field.value ?? "") ? field.value : null}
      onChange={field.onChange}
      onMalformed={field.onChange}
      {...(isLeftOut ? { error: t("required") } : {})}
      {...(placeholder ? { placeholder } : {})}
      {...(readOnly ? { readOnly } : {})}
      {...(minDate ? { minDate } : {})}
      {...(maxDate ? { maxDate } : {})}
    />
  );
}
