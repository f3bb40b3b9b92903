"use client";
import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { LineGridModel } from "@/components/line-grid/use-line-grid";
import { Hotkey } from "@/components/ui/hotkey";
import { InlineNotice } from "@/components/ui/inline-notice";
import type { OrderStart } from "@/lib/contracts/order-values";
import { formatDate, formatUnitPrice } from "@/lib/i18n/format";
import styles from "./order-entry.module.css";
import { type OutdatedPrice, outdatedPrices } from "./outdated-prices";
import type { HintState } from "./use-order-hints";

type Props = {
  copiedFrom: NonNullable<OrderStart["copiedFrom"]>;
  goods: LineGridModel;
  /** Where today's default prices come from. */
  hint: HintState;
  taxRate: string;
};

/** A copied order keeps its old prices; whoever took it over sees which are not today's, and may take those. */
export function CopiedPrices({ copiedFrom, goods, hint, taxRate }: Props) {
  const t = useTranslations("contracts.order");
  const { lines } = goods;
  const products = hint.hints?.products;
  const outdated = useMemo(
    () => (products ? outdatedPrices(lines, products, taxRate) : []),
    [lines, products, taxRate],
  );
  if (outdated.length === 0) return null;
  const { number, on } = copiedFrom;
  return (
    <InlineNotice tone="warn" title={t("copied_prices", { number, on: formatDate(on) })}>
      <ul className={styles.copied}>
        {outdated.map((line) => (
          <li key={line.rowId}>
            {t("copied_price", {
              line: line.lineNo,
              product: line.productName,
              copied: formatUnitPrice(line.copied),
              today: formatUnitPrice(line.today),
            })}{" "}
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t("take_price_of", { line: line.lineNo })}
              onClick={() => takePrices(goods, [line])}
            >
              {t("take_price")}
            </Button>
          </li>
        ))}
      </ul>
      <Button
        id="order-todays-prices"
        variant="default"
        size="compact-sm"
        rightSection={<Hotkey keys="Alt+T" />}
        onClick={() => takePrices(goods, outdated)}
      >
        {t("take_all_prices")}
      </Button>
    </InlineNotice>
  );
}

/** As if today's price had been typed into each line; what was being typed elsewhere is read first. */
function takePrices({ state, dispatch }: LineGridModel, lines: readonly OutdatedPrice[]): void {
  if (state.unread) dispatch({ type: "leave", at: state.unread });
  for (const { rowId, today } of lines) {
    const at = { rowId, key: "unitPrice" };
    dispatch({ type: "type", at, text: formatUnitPrice(today).replaceAll(",", "") });
    dispatch({ type: "leave", at });
  }
}
