"use client";
import "dayjs/locale/zh-cn";
import { Calendar } from "@mantine/dates";
import { useLocale, useTranslations } from "next-intl";

type Props = {
  value: string | null;
  month: string | null;
  minDate?: string | undefined;
  maxDate?: string | undefined;
  onPick: (date: string) => void;
  onMonth: (month: string) => void;
};

/** The month under a date field. */
export function CalendarPanel(props: Props) {
  const { value, month, minDate, maxDate, onPick, onMonth } = props;
  const t = useTranslations("common.dates");
  const isChinese = useLocale() === "zh";

  return (
    <Calendar
      __staticSelector="DateInput"
      __preventFocus
      size="sm"
      {...(month ? { date: month } : {})}
      onDateChange={onMonth}
      {...(minDate ? { minDate } : {})}
      {...(maxDate ? { maxDate } : {})}
      getDayProps={(day) => ({ selected: day === value, onClick: () => onPick(day) })}
      getMonthControlProps={(date) => ({ selected: value?.slice(0, 7) === date.slice(0, 7) })}
      getYearControlProps={(date) => ({ selected: value?.slice(0, 4) === date.slice(0, 4) })}
      locale={isChinese ? "zh-cn" : "en"}
      firstDayOfWeek={1}
      monthLabelFormat={isChinese ? "YYYY年M月" : "MMM YYYY"}
      hideOutsideDates
      previousLabel={t("previous_month")}
      nextLabel={t("next_month")}
    />
  );
}
