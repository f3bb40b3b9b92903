"use client";
import { Popover, TextInput, type TextInputProps } from "@mantine/core";
import { useDidUpdate } from "@mantine/hooks";
import { IconCalendar } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { useNow, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { calendarDate } from "@/lib/core/calendar-date";
import { formatDayOfInstant } from "@/lib/i18n/format";
import { parseTypedDate } from "@/lib/i18n/typed-date";
import { whenIdle } from "./when-idle";

// The field is on many pages, the month behind it is looked at on few: typing needs none of it.
const fetchCalendar = () => import("./calendar-panel");
const CalendarPanel = dynamic(() => fetchCalendar().then((module) => module.CalendarPanel), {
  ssr: false,
});

type Props = Omit<TextInputProps, "value" | "defaultValue" | "onChange"> & {
  /** `2026-11-23`, or null when there is none (yet). */
  value: string | null;
  onChange: (date: string | null) => void;
  minDate?: string;
  maxDate?: string;
  /** What was typed is no date. A form keeps the text, so that it is refused and not taken for nothing. */
  onMalformed?: (text: string) => void;
};

/**
 * A date that can be typed the short way: 1123, 明天, +7. What is no date stays visible and is named as such, and so
 * does a date outside the given days: nothing that was typed is put away without a word.
 */
export function DateField(props: Props) {
  const { value, onChange, error, placeholder, minDate, maxDate, name, onFocus, ...other } = props;
  const { onMalformed: _, ...rest } = other;
  const { onBlur, onClick, onKeyDown, ...input } = rest;
  const t = useTranslations("common");
  const [opened, setOpened] = useState(false);
  const typed = useTypedDate(props, opened);
  const [month, setMonth] = useShownMonth(value);
  useEffect(() => whenIdle(fetchCalendar), []);

  const pick = (date: string) => {
    typed.choose(date === value ? null : date);
    setOpened(false);
  };

  return (
    <>
      <TextInput
        value={typed.text}
        onChange={({ currentTarget }) => {
          setOpened(true);
          typed.type(currentTarget.value);
        }}
        onFocus={(event) => {
          onFocus?.(event);
          setOpened(true);
        }}
        onClick={(event) => {
          onClick?.(event);
          setOpened(true);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape") setOpened(false);
          onKeyDown?.(event);
        }}
        onBlur={(event) => {
          onBlur?.(event);
          setOpened(false);
          typed.leave();
        }}
        placeholder={placeholder ?? t("dates.placeholder")}
        leftSection={<IconCalendar size={16} stroke={1.5} aria-hidden="true" />}
        autoComplete="off"
        inputMode="text"
        error={typed.isMalformed ? t("refusals.date_malformed") : (outside(props, t) ?? error)}
        inputContainer={(children) => (
          <Popover
            opened={opened}
            onChange={setOpened}
            trapFocus={false}
            position="bottom-start"
            disabled={props.readOnly === true || props.disabled === true}
            withRoles={false}
          >
            <Popover.Target>{children}</Popover.Target>
            <Popover.Dropdown onMouseDown={(event) => event.preventDefault()}>
              <CalendarPanel
                onPick={pick}
                onMonth={setMonth}
                {...{ value, month, minDate, maxDate }}
              />
            </Popover.Dropdown>
          </Popover>
        )}
        {...input}
      />
      <input type="hidden" name={name} value={value ?? ""} />
    </>
  );
}

type Words = (
  key: "refusals.date_late" | "refusals.date_early",
  values: { date: string },
) => string;

/** The sentence for a date outside the days that are allowed; the server has the last word. */
function outside({ value, minDate, maxDate }: Props, t: Words): string | null {
  if (value && maxDate && value > maxDate) return t("refusals.date_late", { date: maxDate });
  if (value && minDate && value < minDate) return t("refusals.date_early", { date: minDate });
  return null;
}

/** The month that the calendar is open at: that of the date, until another is leafed to. */
function useShownMonth(value: string | null) {
  const [{ of, month }, setShown] = useState({ of: value, month: value });
  if (of !== value) setShown({ of: value, month: value ?? month });
  return [month, (next: string) => setShown({ of: value, month: next })] as const;
}

/** The text in the field beside the date that it means. */
function useTypedDate({ value, onChange, onMalformed }: Props, isChoosing: boolean) {
  const today = calendarDate(formatDayOfInstant(useNow()));
  const [text, setText] = useState(value ?? "");
  const [isMalformed, setMalformed] = useState(false);
  // A date from elsewhere (a form reset, the calendar) is written out; what is being typed stays as it is.
  useDidUpdate(() => {
    if (!isChoosing) setText(value ?? "");
  }, [value]);

  const choose = (date: string | null) => {
    setMalformed(false);
    onChange(date);
  };
  return {
    text,
    isMalformed,
    choose,
    type: (next: string) => {
      setText(next);
      const date = parseTypedDate(next, today);
      const isBad = next.trim() !== "" && date === null;
      setMalformed(isBad);
      if (isBad && onMalformed) onMalformed(next);
      else if (date) choose(date);
      else onChange(null);
    },
    leave: () => {
      if (!isMalformed) setText(value ?? "");
    },
  };
}
