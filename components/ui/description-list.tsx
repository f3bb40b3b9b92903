import type { ReactNode } from "react";
import styles from "./description-list.module.css";

export type DescriptionItem = {
  label: string;
  value: ReactNode;
  /** Takes the whole width: long texts, addresses. */
  wide?: boolean;
};

/** Facts of a document as label and value, in as many columns as fit. */
export function DescriptionList({ items }: { items: readonly DescriptionItem[] }) {
  return (
    <dl className={styles.list}>
      {items.map(({ label, value, wide }) => (
        <div key={label} className={styles.item} data-wide={wide || undefined}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.value}>{isBlank(value) ? "—" : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function isBlank(value: ReactNode): boolean {
  return value === null || value === undefined || value === "" || value === false;
}
