import { useTranslations } from "next-intl";
import type { CellInputProps } from "./cell-input-props";
import { cellText, type GridColumn, type GridRow, optionsOf } from "./grid-types";

type Props = { column: GridColumn; row: GridRow; props: CellInputProps };

/** A choice among a few; letters choose, arrows move between rows. */
export function SelectCell({ column, row, props }: Props) {
  const t = useTranslations("grid.lines");
  const value = cellText(row, column.key);
  const options = optionsOf(column, row);
  const isKnown = options.some((option) => option.value === value);
  return (
    <select {...props} value={value}>
      {isKnown ? null : <option value={value}>{value || t("empty_option")}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
