import { type DecimalText, formatQuantity, formatRate, isNegativeText } from "@/lib/i18n/format";
import styles from "./figures.module.css";

type Props = { quantity: DecimalText | null | undefined; unit?: string; bold?: boolean };

/** A quantity with its unit, without trailing zeros. */
export function QuantityText({ quantity, unit, bold = false }: Props) {
  if (quantity === null || quantity === undefined) return <span className={styles.absent}>—</span>;
  return (
    <span
      className={styles.figure}
      data-bold={bold || undefined}
      data-alarm={isNegativeText(quantity) || undefined}
    >
      {formatQuantity(quantity)}
      {unit ? <span className={styles.unit}> {unit}</span> : null}
    </span>
  );
}

/** A rate such as 0.13 as `13%`. */
export function RateText({ rate }: { rate: DecimalText }) {
  return <span className={styles.figure}>{formatRate(rate)}</span>;
}
