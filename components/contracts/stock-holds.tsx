"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/form/action-button";
import { DateText } from "@/components/ui/date-text";
import { endHoldAction, holdStockAction } from "@/lib/contracts/actions";
import { formatQuantity } from "@/lib/i18n/format";
import type { StockHoldView } from "@/lib/stock/stock-hold";
import styles from "./order-rail.module.css";

/** What other drafts would like to keep of the product: seen, not binding (Q28). */
export function OthersHolds({ holds, unit }: { holds: readonly StockHoldView[]; unit: string }) {
  const t = useTranslations("contracts.order.hold");
  const others = holds.filter(({ own }) => !own);
  if (others.length === 0) return null;
  return (
    <ul className={styles.short}>
      {others.map(({ contractId, quantity, by, until }) => (
        <li key={contractId}>
          {t("by_other", { quantity: formatQuantity(quantity, unit), by, until })}
        </li>
      ))}
    </ul>
  );
}

type Props = { contractId: string; holds: Readonly<Record<string, readonly StockHoldView[]>> };

/** Keeps the draft's goods softly for three days, or lets go of them. */
export function HoldButton({ contractId, holds }: Props) {
  const t = useTranslations("contracts.order.hold");
  const known = Object.values(holds)
    .flat()
    .find(({ own }) => own);
  const [changed, setChanged] = useState<{ until: string | null } | null>(null);
  const until = changed ? changed.until : (known?.until ?? null);
  return (
    <div className={styles.hold}>
      {until ? (
        <>
          <span>
            {t("held_until")} <DateText date={until} near />
          </span>
          <ActionButton
            action={endHoldAction}
            input={{ contractId }}
            label={t("end")}
            size="compact-sm"
            doneMessage={t("ended")}
            onDone={() => setChanged({ until: null })}
          />
        </>
      ) : (
        <ActionButton
          action={holdStockAction}
          input={{ contractId }}
          label={t("start")}
          size="compact-sm"
          doneMessage={t("started")}
          onDone={(held) => setChanged({ until: held.until })}
        />
      )}
      <p className={styles.quiet}>{t("hint")}</p>
    </div>
  );
}
