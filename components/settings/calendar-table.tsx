import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { setCalendarDaysAction } from "@/lib/settings/actions";
import type { CalendarDayRow } from "@/lib/settings/working-days";

type Props = { days: readonly CalendarDayRow[]; mayEdit: boolean };

/** The days that differ from Monday to Friday, who said so and when. */
export function CalendarTable({ days, mayEdit }: Props) {
  const t = useTranslations("settings.calendar");
  return (
    <PlainTable
      caption={t("exceptions")}
      empty={t("empty")}
      head={[t("day"), t("kind"), t("name"), t("by"), ...(mayEdit ? [""] : [])]}
      rows={days.map((row) => ({
        id: row.day,
        cells: [
          <DateText key="day" date={row.day} />,
          t(row.isWorkday ? "worked" : "rest"),
          row.name,
          <span key="by">
            {row.changedByName} <DateTimeText at={row.changedAt} />
          </span>,
          ...(mayEdit
            ? [
                <ActionButton
                  key="plain"
                  action={setCalendarDaysAction}
                  input={{ fromOn: row.day, toOn: row.day, kind: "PLAIN", name: "" }}
                  label={t("make_plain")}
                  size="compact-sm"
                />,
              ]
            : []),
        ],
      }))}
    />
  );
}
