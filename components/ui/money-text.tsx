import { useTranslations } from "next-intl";
import { type DecimalText, formatMoney, formatUnitPrice, isNegativeText } from "@/lib/i18n/format";
import styles from "./figures.module.css";

type MoneyProps = {
  /** Yuan, as exact text. */
  amount: DecimalText | null | undefined;
  /** ¥ belongs to heads and totals, not to rows. */
  symbol?: boolean;
  bold?: boolean;
  /** A debt: red, with the word 欠, without a sign. */
  debt?: boolean;
};

/** An amount in yuan with two decimals; negative ones are red and carry their minus. */
export function MoneyText({ amount, symbol = false, bold = false, debt = false }: MoneyProps) {
  const t = useTranslations("common.words");
  if (amount === null || amount === undefined) return <Absent />;
  const text = formatMoney(amount, { symbol });
  return (
    <span
      className={styles.figure}
      data-bold={bold || undefined}
      data-alarm={debt || isNegativeText(amount) || undefined}
    >
      {debt ? `${t("owed")} ${text}` : text}
    </span>
  );
}

/** A unit price in yuan with two to four decimals. */
export function UnitPriceText({ price }: { price: DecimalText | null | undefined }) {
  if (price === null || price === undefined) return <Absent />;
  return <span className={styles.figure}>{formatUnitPrice(price)}</span>;
}

function Absent() {
  return <span className={styles.absent}>—</span>;
}
