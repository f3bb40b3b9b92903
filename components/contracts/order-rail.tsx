"use client";
import { useTranslations } from "next-intl";
import { cellText, type GridRow } from "@/components/line-grid/grid-types";
import { DateText } from "@/components/ui/date-text";
import { InlineNotice } from "@/components/ui/inline-notice";
import { UnitPriceText } from "@/components/ui/money-text";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { formatQuantity } from "@/lib/i18n/format";
import { CreditBar } from "./credit-bar";
import { PRODUCT } from "./goods-lines";
import type { OrderFacts } from "./order-facts";
import styles from "./order-rail.module.css";
import { ReviewHint } from "./review-hint";
import { HoldButton, OthersHolds } from "./stock-holds";
import type { HintState } from "./use-order-hints";

type Props = {
  facts: OrderFacts;
  hint: HintState;
  focusedRow: GridRow | null;
  form: "FORMAL" | "VERBAL";
  /** The saved draft; null before the first save. */
  contractId: string | null;
};

/** What stands beside the order while it is typed; it follows the row with the focus and never stops anybody. */
export function OrderRail({ facts, hint, focusedRow, form, contractId }: Props) {
  const t = useTranslations("contracts.order");
  const { hints, status } = hint;
  return (
    <aside className="stack" aria-label={t("rail")} aria-busy={status === "loading"}>
      <SectionCard title={t("credit")} clause="R1.3.1-e">
        {hints ? (
          <CreditBar credit={hints.credit} />
        ) : (
          <p className={styles.quiet}>
            {status === "failed" ? t("hints_failed") : t("credit_waits")}
          </p>
        )}
      </SectionCard>
      <SectionCard title={t("stock")} clause="R1.1.2-a">
        <StockHint focusedRow={focusedRow} hint={hint} />
        {contractId && hints ? <HoldButton contractId={contractId} holds={hints.holds} /> : null}
      </SectionCard>
      <ClassHint facts={facts} />
      <ReviewHint lines={facts.short} offers={hints?.reviews ?? null} />
      <FormHint facts={facts} form={form} />
    </aside>
  );
}

function StockHint({ focusedRow, hint }: Pick<Props, "focusedRow" | "hint">) {
  const t = useTranslations("contracts.order");
  const product = focusedRow?.picked[PRODUCT];
  const stock = product && hint.hints?.stock[product.id];
  if (!product || !focusedRow) return <p className={styles.quiet}>{t("stock_waits")}</p>;
  const unit = cellText(focusedRow, "baseUnit") || cellText(focusedRow, "unit");
  const prices = hint.pricesOf === product.id ? (hint.hints?.prices ?? []) : [];
  return (
    <>
      <p className={styles.product}>{product.label}</p>
      {stock ? (
        <dl className={styles.figures}>
          <div>
            <dt>{t("free")}</dt>
            <dd>
              <QuantityText quantity={stock.freeToPromise} unit={unit} bold />
            </dd>
          </div>
          <div>
            <dt>{t("on_hand")}</dt>
            <dd>
              <QuantityText quantity={stock.onHand} unit={unit} />
            </dd>
          </div>
          <div>
            <dt>{t("reserved")}</dt>
            <dd>
              <QuantityText quantity={stock.reserved} unit={unit} />
            </dd>
          </div>
        </dl>
      ) : null}
      <OthersHolds holds={hint.hints?.holds[product.id] ?? []} unit={unit} />
      <h3 className={styles.sub}>{t("last_prices")}</h3>
      {prices.length === 0 ? (
        <p className={styles.quiet}>{t("no_prices")}</p>
      ) : (
        <ul className={styles.prices}>
          {prices.map((price) => (
            <li key={`${price.contractNo} ${price.unitPrice} ${price.quantity}`}>
              <UnitPriceText price={price.unitPrice} />
              <span>× {formatQuantity(price.quantity, price.unit)}</span>
              <span className={styles.meta}>
                <DateText date={price.on} /> <span className="mono">{price.contractNo}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function ClassHint({ facts }: { facts: OrderFacts }) {
  const t = useTranslations("contracts.order");
  const { contractClass, short } = facts;
  return (
    <SectionCard title={t("class")} clause={contractClass === "C" ? "R1.1.3-C1" : "R1.1.3-A"}>
      {contractClass === null ? (
        <p className={styles.quiet}>{t("class_waits")}</p>
      ) : (
        <div aria-live="polite">
          <p className={styles.class} data-class={contractClass}>
            {t("class_is", { class: contractClass })}
          </p>
          <ul className={styles.short}>
            {short.map(({ lineNo, productName, missing, unit, isNew }) => (
              <li key={lineNo}>
                {t(isNew ? "line_new" : "line_short", {
                  line: lineNo,
                  product: productName,
                  missing: formatQuantity(missing),
                  unit,
                })}
              </li>
            ))}
          </ul>
        </div>
      )}
    </SectionCard>
  );
}

function FormHint({ facts, form }: Pick<Props, "facts" | "form">) {
  const t = useTranslations("contracts");
  const { recommended, because, grounds } = facts;
  const reasons = because.map((reason) => t(`form_reasons.${reason}`));
  const held = grounds.map((ground) => t(`verbal_reasons.${ground}`));
  const sentence = t("order.form_recommended", { form: t(`form.${recommended}`) });
  return (
    <SectionCard
      title={t("order.form_title")}
      clause={recommended === "FORMAL" ? "R1.1.2-F" : "R1.1.2-V"}
    >
      {form === "VERBAL" && recommended === "FORMAL" ? (
        <InlineNotice tone="warn">
          {sentence} {t("order.form_deviates")}
        </InlineNotice>
      ) : (
        <p className={styles.sentence}>{sentence}</p>
      )}
      <ul className={styles.short}>
        {reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p className={styles.quiet}>
        {held.length > 0
          ? t("order.grounds", { grounds: held.join(t("order.comma")) })
          : t("order.no_grounds")}
      </p>
    </SectionCard>
  );
}
