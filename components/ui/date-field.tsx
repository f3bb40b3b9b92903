"use client";
import "dayjs/locale/zh-cn";
import { DateInput, type DateInputProps } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { useLocale, useNow, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { calendarDate } from "@/lib/core/calendar-date";
import { formatDayOfInstant } from "@/lib/i18n/format";
import { parseTypedDate } from "@/lib/i18n/typed-date";

type Props = Omit<
  DateInputProps,
  "value" | "defaultValue" | "onChange" | "dateParser" | "valueFormat" | "locale" | "fixOnBlur"
> & {
  /** `2026-11-23`, or null when there is none (yet). */
  value: string | null;
  onChange: (date: string | null) => void;
};

/** A date that can be typed the short way: 1123, 明天, +7. What is no date stays visible and is named as such. */
export function DateField({ value, onChange, error, placeholder, ...rest }: Props) {
  const t = useTranslations("common");
  const locale = useLocale();
  const today = calendarDate(formatDayOfInstant(useNow()));
  const [malformed, setMalformed] = useState(false);

  const change = (date: string | null) => {
    setMalformed(false);
    onChange(date);
  };
  const noticeMalformed = (text: string) => {
    const isBad = text.trim() !== "" && parseTypedDate(text, today) === null;
    setMalformed(isBad);
    if (isBad) onChange(null);
  };
  const shownError: ReactNode = malformed ? t("refusals.date_malformed") : error;

  return (
    <DateInput
      value={value}
      onChange={change}
      dateParser={(text) => parseTypedDate(text, today)}
      onInput={(event) => noticeMalformed(event.currentTarget.value)}
      fixOnBlur={!malformed}
      valueFormat="YYYY-MM-DD"
      locale={locale === "zh" ? "zh-cn" : "en"}
      firstDayOfWeek={1}
      monthLabelFormat={locale === "zh" ? "YYYY年M月" : "MMM YYYY"}
      allowDeselect
      hideOutsideDates
      placeholder={placeholder ?? t("dates.placeholder")}
      leftSection={<IconCalendar size={16} stroke={1.5} aria-hidden="true" />}
      previousLabel={t("dates.previous_month")}
      nextLabel={t("dates.next_month")}
      inputMode="text"
      error={shownError}
      {...rest}
    />
  );
}
