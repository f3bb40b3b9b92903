"use client";
import { useTranslations } from "next-intl";
import { InlineNotice } from "@/components/ui/inline-notice";
import type { FrozenRow } from "@/lib/changes/change-start";
import { formatQuantity } from "@/lib/i18n/format";
import styles from "./changes.module.css";

/** What can no longer be changed, line by line, said before anybody types (Q38). */
export function FrozenLines({ rows }: { rows: readonly FrozenRow[] }) {
  const t = useTranslations("changes.entry");
  if (rows.length === 0) return null;
  return (
    <InlineNotice tone="info" title={t("frozen")}>
      <ul className={styles.rows}>
        {rows.map(({ id, lineNo, product, floor, unit, goodsFixed, priceFixed }) => (
          <li key={id}>
            {[
              t("frozen_line", { line: lineNo, product, floor: formatQuantity(floor), unit }),
              ...(goodsFixed ? [t("goods_fixed")] : []),
              ...(priceFixed ? [t("price_fixed")] : []),
            ].join("；")}
          </li>
        ))}
      </ul>
    </InlineNotice>
  );
}
