"use client";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { LineGrid } from "@/components/line-grid/line-grid";
import type { LineGridModel } from "@/components/line-grid/use-line-grid";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import { amountInWords } from "@/lib/core/amount-in-words";
import type { Money } from "@/lib/core/money";
import styles from "./order-entry.module.css";

type Props = {
  goods: LineGridModel;
  charges: LineGridModel;
  total: Money;
  onSubmit: () => void;
};

const MAX_LINES = 200;

/** Goods, then charges and discounts, then what it all comes to, in figures and in words. */
export function OrderLines({ goods, charges, total, onSubmit }: Props) {
  const t = useTranslations("contracts.order");
  const [isOpen, setOpen] = useState(charges.lines.length > 0);
  const box = useRef<HTMLDivElement>(null);
  const open = () => {
    flushSync(() => setOpen(true));
    box.current?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
  };
  const withCharges = isOpen || charges.lines.length > 0;
  return (
    <SectionCard title={t("goods")} clause="R1.1.1-b" flush>
      <LineGrid grid={goods} label={t("goods")} maxRows={MAX_LINES} onSubmit={onSubmit} />
      {withCharges ? (
        <div className={styles.charges} ref={box}>
          <h3 className={styles.sub}>{t("charges")}</h3>
          <LineGrid grid={charges} label={t("charges")} maxRows={20} onSubmit={onSubmit} />
        </div>
      ) : (
        <div className={styles.addCharges}>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden="true" />}
            onClick={open}
          >
            {t("add_charges")}
          </Button>
        </div>
      )}
      <output className={styles.total}>
        <span>
          {t("total")} <MoneyText amount={total} symbol bold />
        </span>
        <span className={styles.words}>
          {t("in_words")} {wordsOf(total)}
        </span>
      </output>
    </SectionCard>
  );
}

function wordsOf(total: Money): string {
  try {
    return amountInWords(total);
  } catch {
    return "—";
  }
}
