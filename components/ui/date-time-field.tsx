"use client";
import { TextInput, type TextInputProps } from "@mantine/core";
import { IconClock } from "@tabler/icons-react";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { calendarDate } from "@/lib/core/calendar-date";
import { formatDayOfInstant } from "@/lib/i18n/format";
import { parseTypedDateTime } from "@/lib/i18n/typed-date";

type Props = Omit<TextInputProps, "value" | "defaultValue" | "onChange"> & {
  /** `2026-11-23T14:31` on the factory's clock, or empty. */
  value: string;
  onChange: (moment: string) => void;
};

/** A moment that can be typed the short way: 14:31, 1123 9:05. What is no moment stays visible and is named as such. */
export function DateTimeField({ value, onChange, onBlur, error, ...rest }: Props) {
  const t = useTranslations("common");
  const today = calendarDate(formatDayOfInstant(useNow()));
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string) => parseTypedDateTime(text, today) ?? "";
  // A value from elsewhere (a customer picked, a form reset) goes before what was typed here.
  const shown = typed !== null && read(typed) === value ? typed : value.replace("T", " ");
  const isMalformed = shown.trim() !== "" && read(shown) === "";
  return (
    <TextInput
      value={shown}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        onChange(read(currentTarget.value));
      }}
      onBlur={(event) => {
        if (!isMalformed) setTyped(null);
        onBlur?.(event);
      }}
      placeholder={t("dates.moment_placeholder")}
      leftSection={<IconClock size={16} stroke={1.5} aria-hidden="true" />}
      autoComplete="off"
      error={isMalformed ? t("refusals.moment_malformed") : error}
      {...rest}
    />
  );
}
