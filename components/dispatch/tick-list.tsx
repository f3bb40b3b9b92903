"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import { QuantityText } from "@/components/ui/quantity-text";
import type { PackingLineRow } from "@/lib/dispatch/queries";
import styles from "./dispatch.module.css";

type Props = {
  lines: readonly PackingLineRow[];
  boxCount: number;
  ticked: ReadonlySet<string>;
  /** Absent where nothing can be ticked any more. */
  onTick?: (lineId: string, checked: boolean) => void;
};

/** Contract, issued and packed beside each other, each line ticked against the goods in hand (R1.2.2-f). */
export function TickList({ lines, boxCount, ticked, onTick }: Props) {
  const t = useTranslations("dispatch.lines");
  const inputs = useRef<(HTMLInputElement | null)[]>([]);

  const goTo = (index: number) => inputs.current[index]?.focus();
  const tickAt = (index: number, checked: boolean) => {
    const line = lines[index];
    if (!line || !onTick) return;
    onTick(line.id, checked);
    if (!checked) return;
    const next = lines.findIndex(({ id }, i) => i > index && !ticked.has(id));
    if (next > 0) goTo(next);
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    goTo(index + step);
  };

  const done = lines.filter(({ id }) => ticked.has(id)).length;
  return (
    <>
      <div className={styles.scroller}>
        <table className={styles.ticks}>
          <caption className="visually-hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("ticked")}</th>
              <th scope="col">{t("product")}</th>
              <th scope="col">{t("spec")}</th>
              <th scope="col" className={styles.figure}>
                {t("contract")}
              </th>
              <th scope="col" className={styles.figure}>
                {t("issued")}
              </th>
              <th scope="col" className={styles.figure}>
                {t("packed")}
              </th>
              <th scope="col" className={styles.figure}>
                {t("box")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <tr key={line.id} data-ticked={ticked.has(line.id) || undefined}>
                <td className={styles.tickCell} data-label={t("ticked")}>
                  <input
                    type="checkbox"
                    className={styles.tick}
                    ref={(element) => {
                      inputs.current[index] = element;
                    }}
                    checked={ticked.has(line.id)}
                    disabled={!onTick}
                    aria-label={t("tick", { row: line.lineNo, product: line.productName })}
                    onChange={(event) => tickAt(index, event.currentTarget.checked)}
                    onKeyDown={(event) => onKey(event, index)}
                  />
                </td>
                <td data-label={t("product")}>
                  <span>
                    {line.lineNo}. {line.productName}
                  </span>
                </td>
                <td data-label={t("spec")}>
                  <span>{[line.spec, line.drawingNo].filter(Boolean).join(" / ") || "—"}</span>
                </td>
                <td className={styles.figure} data-label={t("contract")}>
                  <QuantityText quantity={line.contractQty} unit={line.unit} />
                </td>
                <td className={styles.figure} data-label={t("issued")}>
                  <QuantityText quantity={line.issuedQty} unit={line.unit} />
                </td>
                <td className={styles.figure} data-label={t("packed")}>
                  <QuantityText quantity={line.packedQty} unit={line.unit} bold />
                </td>
                <td className={styles.figure} data-label={t("box")}>
                  <span>{t("box_of", { box: line.boxNo, count: boxCount })}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.foot}>
        <span role="status">{t("progress", { done, total: lines.length })}</span>
        {onTick ? <span aria-hidden="true">{t("keys")}</span> : null}
      </p>
    </>
  );
}
