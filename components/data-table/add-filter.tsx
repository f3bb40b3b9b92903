"use client";
import { Button, Checkbox, Menu, Popover, TextInput } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { useNow, useTranslations } from "next-intl";
import { useState } from "react";
import { CustomerPicker } from "@/components/type-ahead/customer-picker";
import { DateField } from "@/components/ui/date-field";
import {
  addMonths,
  type CalendarDate,
  calendarDate,
  endOfMonth,
  startOfMonth,
} from "@/lib/core/calendar-date";
import { formatDayOfInstant } from "@/lib/i18n/format";
import styles from "./data-table.module.css";
import type { DataFilter } from "./table-types";
import type { ListNavigation } from "./use-list-navigation";

type Props = { navigation: ListNavigation; filters: readonly DataFilter[] };

/** A button that offers the filters, and the small form of the one that was chosen. */
export function AddFilter({ navigation, filters }: Props) {
  const t = useTranslations("grid.table");
  const [open, setOpen] = useState<DataFilter | null>(null);
  const choose = (filter: DataFilter) => {
    if (filter.kind === "flag") navigation.filter(filter.key, ["true"]);
    else setOpen(filter);
  };
  return (
    <Popover
      opened={open !== null}
      onChange={(isOpen) => (isOpen ? undefined : setOpen(null))}
      position="bottom-start"
      width={300}
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <span>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button
                variant="default"
                size="compact-sm"
                leftSection={<IconFilter size={14} aria-hidden="true" />}
              >
                {t("add_filter")}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {filters.map((filter) => (
                <Menu.Item key={filter.key} onClick={() => choose(filter)}>
                  {filter.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={open?.label}>
        {open ? (
          <FilterForm
            key={open.key}
            filter={open}
            values={navigation.state.filters[open.key] ?? []}
            onApply={(values) => {
              navigation.filter(open.key, values);
              setOpen(null);
            }}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

type FormProps = {
  filter: DataFilter;
  values: readonly string[];
  onApply: (values: readonly string[]) => void;
};

function FilterForm({ filter, values, onApply }: FormProps) {
  const t = useTranslations("grid.table");
  const [draft, setDraft] = useState(values);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onApply(draft);
      }}
    >
      <FilterInput filter={filter} draft={draft} onDraft={setDraft} onApply={onApply} />
      {filter.kind === "customers" ? null : (
        <Button type="submit" size="compact-sm">
          {t("apply")}
        </Button>
      )}
    </form>
  );
}

type InputProps = Pick<FormProps, "filter" | "onApply"> & {
  draft: readonly string[];
  onDraft: (values: readonly string[]) => void;
};

function FilterInput({ filter, draft, onDraft, onApply }: InputProps) {
  switch (filter.kind) {
    case "dates":
      return <DateRange draft={draft} onDraft={onDraft} onApply={onApply} />;
    case "customers":
      return (
        <CustomerPicker
          label={filter.label}
          value={null}
          autoFocus
          onChange={(item) => (item ? onApply([...draft, item.id]) : undefined)}
        />
      );
    case "enum":
      return (
        <Checkbox.Group label={filter.label} value={[...draft]} onChange={onDraft}>
          <div className={styles.options}>
            {(filter.options ?? []).map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} size="sm" />
            ))}
          </div>
        </Checkbox.Group>
      );
    default:
      return (
        <TextInput
          label={filter.label}
          value={draft[0] ?? ""}
          maxLength={40}
          autoFocus
          onChange={(event) => onDraft([event.currentTarget.value])}
        />
      );
  }
}

function DateRange({ draft, onDraft, onApply }: Omit<InputProps, "filter">) {
  const t = useTranslations("grid.table");
  const today = calendarDate(formatDayOfInstant(useNow()));
  const [from = "", to = ""] = draft;
  return (
    <>
      <div className={styles.presets}>
        {Object.entries(presetRanges(today)).map(([name, range]) => (
          <Button key={name} variant="default" size="compact-xs" onClick={() => onApply(range)}>
            {t(name as PresetName)}
          </Button>
        ))}
      </div>
      <DateField
        label={t("from")}
        value={from || null}
        onChange={(date) => onDraft([date ?? "", to])}
      />
      <DateField
        label={t("to")}
        value={to || null}
        onChange={(date) => onDraft([from, date ?? ""])}
      />
    </>
  );
}

type PresetName = "today" | "this_month" | "last_month" | "this_year";

function presetRanges(today: CalendarDate): Record<PresetName, readonly [string, string]> {
  const lastMonth = addMonths(startOfMonth(today), -1);
  const year = today.slice(0, 4);
  return {
    today: [today, today],
    this_month: [startOfMonth(today), endOfMonth(today)],
    last_month: [lastMonth, endOfMonth(lastMonth)],
    this_year: [`${year}-01-01`, `${year}-12-31`],
  };
}
