"use client";
import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { Quantity } from "@/lib/core/quantity";
import type { PackingLineRow } from "@/lib/dispatch/queries";
import { CellBoxNo, CellFigure } from "./cell-fields";
import styles from "./dispatch.module.css";
import type { PackingValues } from "./packing-values";

type Line = PackingValues["lines"][number];

/** Shown at once; the rest follows when these are mended. */
const SHOWN_DIFFERENCES = 5;

/** Which line goes into which box; a line over several boxes has a quantity for each. */
export function BoxLines({ lines }: { lines: readonly PackingLineRow[] }) {
  const t = useTranslations("dispatch.boxes");
  const { control, getValues, setValue } = useFormContext<PackingValues>();
  const { fields, insert, remove } = useFieldArray({ control, name: "lines" });
  const now = useWatch<PackingValues, "lines">({ name: "lines" });
  const boxCount = useWatch<PackingValues, "boxes">({ name: "boxes" }).length;
  const boxes = Array.from({ length: boxCount }, (_, index) => ({
    value: String(index + 1),
    label: t("choice", { box: index + 1 }),
  }));
  const sources = new Map(lines.map((line) => [line.slipLineId, line]));

  const split = (index: number, line: Line) =>
    insert(
      index + 1,
      { ...line, boxNo: Math.min(boxCount, line.boxNo + 1), packedQty: "" },
      { shouldFocus: false },
    );
  const mergeBack = (index: number, line: Line) => {
    const current = getValues("lines");
    const home = current.findIndex(
      ({ slipLineId }, i) => i !== index && slipLineId === line.slipLineId,
    );
    const sum = Quantity.sum([
      Quantity.parse(current[home]?.packedQty ?? "") ?? Quantity.zero,
      Quantity.parse(current[index]?.packedQty ?? "") ?? Quantity.zero,
    ]);
    setValue(`lines.${home}.packedQty`, sum.toString(), { shouldDirty: true });
    remove(index);
  };

  const rows = fields.map((field, index) => {
    const line = now[index] ?? field;
    const source = sources.get(line.slipLineId);
    const isSplit = now.filter(({ slipLineId }) => slipLineId === line.slipLineId).length > 1;
    const row = index + 1;
    const of = (name: string) => t("of_line", { row, field: name });
    return {
      id: field.id,
      cells: [
        `${row}. ${[source?.productName, source?.spec].filter(Boolean).join(" ")}`,
        <QuantityText
          key="issued"
          quantity={source?.issuedQty ?? null}
          {...(source ? { unit: source.unit } : {})}
        />,
        isSplit ? (
          <CellFigure key="packed" name={`lines.${index}.packedQty`} label={of(t("packed"))} />
        ) : (
          <QuantityText
            key="packed"
            quantity={line.packedQty}
            {...(source ? { unit: source.unit } : {})}
          />
        ),
        boxCount > 1 ? (
          <CellBoxNo
            key="box"
            name={`lines.${index}.boxNo`}
            label={of(t("box_no"))}
            options={boxes}
          />
        ) : (
          t("choice", { box: 1 })
        ),
        <span key="act" className={styles.row}>
          {boxCount > 1 ? (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t("split_row", { row })}
              onClick={() => split(index, line)}
            >
              {t("split")}
            </Button>
          ) : null}
          {isSplit ? (
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t("merge_row", { row })}
              onClick={() => mergeBack(index, line)}
            >
              {t("merge")}
            </Button>
          ) : null}
        </span>,
      ],
    };
  });

  return (
    <div>
      <PlainTable
        caption={t("lines_caption")}
        head={[t("product"), t("issued"), t("packed"), t("box_no"), t("actions")]}
        rows={rows}
      />
      {differences(now, sources)
        .slice(0, SHOWN_DIFFERENCES)
        .map((difference) => (
          <InlineNotice key={difference.id} tone="warn">
            {t("differs", difference)}
          </InlineNotice>
        ))}
    </div>
  );
}

/** Slip lines whose boxes do not hold what was issued. */
function differences(now: readonly Line[], sources: ReadonlyMap<string, PackingLineRow>) {
  return [...sources.values()].flatMap(({ slipLineId, productName, issuedQty }) => {
    const packed = Quantity.sum(
      now
        .filter((line) => line.slipLineId === slipLineId)
        .map(({ packedQty }) => Quantity.parse(packedQty) ?? Quantity.zero),
    );
    if (packed.equals(Quantity.of(issuedQty))) return [];
    return [{ id: slipLineId, product: productName, packed: packed.toString(), issued: issuedQty }];
  });
}
