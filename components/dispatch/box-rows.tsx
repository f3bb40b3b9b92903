"use client";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { PlainTable } from "@/components/ui/plain-table";
import { PACKAGE_TYPES } from "@/lib/dispatch/labels";
import { CellChoice, CellFigure, CellInteger } from "./cell-fields";
import styles from "./dispatch.module.css";
import type { PackingValues } from "./packing-values";

const MAX_BOXES = 99;
const MAX_CENTIMETRES = 1000;
const NEW_BOX: PackingValues["boxes"][number] = {
  packageType: "CARTON",
  lengthCm: null,
  widthCm: null,
  heightCm: null,
  netWeightKg: "",
  grossWeightKg: "",
};

/** The boxes: how they are made, how large, how heavy. The last one can be taken away again. */
export function BoxRows() {
  const t = useTranslations("dispatch.boxes");
  const tp = useTranslations("dispatch.package_types");
  const { control, getValues, setValue } = useFormContext<PackingValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "boxes" });
  const count = fields.length;
  const packages = PACKAGE_TYPES.map((value) => ({ value, label: tp(value) }));

  const removeLast = () => {
    getValues("lines").forEach(({ boxNo }, index) => {
      if (boxNo === count) setValue(`lines.${index}.boxNo`, count - 1, { shouldDirty: true });
    });
    remove(count - 1);
  };

  const rows = fields.map(({ id }, index) => {
    const of = (field: string) => t("of_box", { box: index + 1, field });
    const path = `boxes.${index}`;
    const side = (name: string, label: string) => (
      <CellInteger name={`${path}.${name}`} label={of(label)} max={MAX_CENTIMETRES} />
    );
    return {
      id,
      cells: [
        `${index + 1}/${count}`,
        <CellChoice
          key="package"
          name={`${path}.packageType`}
          label={of(t("package"))}
          options={packages}
        />,
        side("lengthCm", t("length")),
        side("widthCm", t("width")),
        side("heightCm", t("height")),
        <CellFigure key="net" name={`${path}.netWeightKg`} label={of(t("net"))} />,
        <CellFigure key="gross" name={`${path}.grossWeightKg`} label={of(t("gross"))} />,
      ],
    };
  });

  return (
    <div>
      <PlainTable
        caption={t("boxes_caption")}
        head={[
          t("box_no"),
          t("package"),
          t("length"),
          t("width"),
          t("height"),
          t("net"),
          t("gross"),
        ]}
        rows={rows}
      />
      <div className={styles.row}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          disabled={count >= MAX_BOXES}
          onClick={() => append({ ...NEW_BOX }, { shouldFocus: false })}
        >
          {t("add_box")}
        </Button>
        {count > 1 ? (
          <Button variant="subtle" size="compact-sm" onClick={removeLast}>
            {t("remove_box", { box: count })}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
