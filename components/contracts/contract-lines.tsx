import { getTranslations } from "next-intl/server";
import { DateText } from "@/components/ui/date-text";
import { MoneyText, UnitPriceText } from "@/components/ui/money-text";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { ContractLineView } from "@/lib/contracts/queries";
import { amountInWords } from "@/lib/core/amount-in-words";
import { formatQuantity, formatUnitPrice } from "@/lib/i18n/format";
import styles from "./contract.module.css";

type Props = { lines: readonly ContractLineView[]; totalAmount: string; totalQty: string };

/** The goods as the contract has them, each with where it comes from and how far it has got. */
export async function ContractLines({ lines, totalAmount, totalQty }: Props) {
  const t = await getTranslations("contracts");
  const head = [
    t("columns.product"),
    t("columns.quantity"),
    t("columns.price"),
    t("columns.amount"),
    t("columns.delivery"),
    t("lines.supply"),
    t("lines.progress"),
  ];
  return (
    <SectionCard title={t("lines.title")} flush>
      <div className={styles.scroller}>
        <table className={styles.lines}>
          <caption className="visually-hidden">{t("lines.title")}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">{t("lines.number")}</span>
              </th>
              {head.map((label) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.id} line={line} head={head} t={t} />
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles.total}>
        <span>
          {t("total_qty")} <QuantityText quantity={totalQty} bold />
        </span>
        <span>
          {t("order.total")} <MoneyText amount={totalAmount} symbol bold />
        </span>
        <span className={styles.words}>
          {t("order.in_words")} {amountInWords(totalAmount)}
        </span>
      </div>
    </SectionCard>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"contracts">>>;
type RowProps = { line: ContractLineView; head: readonly string[]; t: Words };

function LineRow({ line, head, t }: RowProps) {
  const isGoods = line.lineKind === "GOODS";
  return (
    <tr data-uncovered={line.uncovered || undefined}>
      <th scope="row">{line.lineNo}</th>
      <td data-label={head[0]} data-wide>
        <span className={styles.product}>{line.productName}</span>
        {isGoods ? null : <span className={styles.meta}> {t(`line_kinds.${line.lineKind}`)}</span>}
        <span className={styles.meta}>
          {[line.productCode, line.spec, line.drawingNo, line.material, line.coating, line.brand]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {line.lineRemark ? <span className={styles.meta}>{line.lineRemark}</span> : null}
      </td>
      <td data-label={head[1]} className={styles.figure}>
        {isGoods ? (
          <>
            <QuantityText quantity={line.quantity} unit={line.unit} />
            {line.packUnit && line.packQuantity ? (
              <span className={styles.meta}>
                {formatQuantity(line.packQuantity, line.packUnit)}
              </span>
            ) : null}
          </>
        ) : (
          "—"
        )}
      </td>
      <td data-label={head[2]} className={styles.figure}>
        {isGoods ? <UnitPriceText price={line.unitPrice} /> : "—"}
        {line.typedNetPrice ? (
          <span className={styles.meta}>
            {t("lines.net", { price: formatUnitPrice(line.typedNetPrice) })}
          </span>
        ) : null}
      </td>
      <td data-label={head[3]} className={styles.figure}>
        <MoneyText amount={line.amount} />
      </td>
      <td data-label={head[4]}>
        <DateText date={line.deliveryOn} near />
      </td>
      <td data-label={head[5]}>{isGoods ? <Supply line={line} t={t} /> : "—"}</td>
      <td data-label={head[6]}>
        {isGoods ? (
          <span className={styles.meta}>
            {t("lines.noticed", { quantity: formatQuantity(line.noticedQty) })}{" "}
            {t("lines.delivered", { quantity: formatQuantity(line.deliveredQty) })}{" "}
            {line.closedQty === "0"
              ? null
              : t("lines.closed", { quantity: formatQuantity(line.closedQty) })}
          </span>
        ) : (
          "—"
        )}
      </td>
    </tr>
  );
}

function Supply({ line, t }: Pick<RowProps, "line" | "t">) {
  if (line.supplyType === null) return <span className={styles.meta}>{t("lines.not_split")}</span>;
  return (
    <>
      <span data-supply={line.supplyType} className={styles.supply}>
        {t(`supply.${line.supplyType}`)}
      </span>
      {line.supplyType === "PRODUCE" ? (
        <span className={styles.meta}>
          {t("lines.split", {
            stock: formatQuantity(line.qtyFromStock),
            produce: formatQuantity(line.qtyToProduce),
          })}
        </span>
      ) : null}
      {line.uncovered ? <span className={styles.alarm}>{t("lines.uncovered")}</span> : null}
    </>
  );
}
