import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { MoneyText, UnitPriceText } from "@/components/ui/money-text";
import { QuantityText } from "@/components/ui/quantity-text";
import { StateBadge } from "@/components/ui/state-badge";
import type { ListRow } from "@/lib/core/list-state";
import { type DataColumn, rowAddress } from "./table-types";

/** One value as people read it, by the kind of its column. */
export function DataCell({ column, row }: { column: DataColumn; row: ListRow }) {
  const t = useTranslations("grid.table");
  const value = row[column.key] ?? null;
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (value === null || value === "") return null;
  const text = String(value);
  switch (column.kind) {
    case "money":
      return <MoneyText amount={text} debt={column.debt ?? false} />;
    case "price":
      return <UnitPriceText price={text} />;
    case "quantity": {
      const unit = column.unitKey ? row[column.unitKey] : null;
      return <QuantityText quantity={text} {...(unit ? { unit: String(unit) } : {})} />;
    }
    case "date":
      return <DateText date={text} near={column.near ?? false} />;
    case "instant":
      return <DateTimeText at={text} />;
    case "state": {
      const state = column.states?.[text];
      return state ? <StateBadge tone={state.tone} label={state.label} /> : text;
    }
    case "link":
      return column.href ? (
        <Link href={rowAddress(column.href, row) as Route} className="mono">
          {text}
        </Link>
      ) : (
        <span className="mono">{text}</span>
      );
    case "code":
      return <span className="mono">{text}</span>;
    default:
      return column.labels?.[text] ?? text;
  }
}
