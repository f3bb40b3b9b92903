"use client";
import { useTranslations } from "next-intl";
import { DateFormField } from "@/components/form/date-form-field";
import { TextField } from "@/components/form/text-field";
import styles from "./production.module.css";

/** What production is asked for in one row besides its quantity: date, technical and packing requirements (F06). */
export function useAskedCells() {
  const t = useTranslations("production");
  return {
    heads: [t("columns.required_on"), t("fields.technical"), t("fields.packing")],
    cells: (index: number, { productName }: { productName: string }) => [
      <div key="required" className={styles.date}>
        <DateFormField
          name={`lines.${index}.requiredOn`}
          label={`${t("columns.required_on")} ${productName}`}
          required
        />
      </div>,
      <div key="technical" className={styles.text}>
        <TextField
          name={`lines.${index}.technicalRequirement`}
          label={`${t("fields.technical")} ${productName}`}
          maxLength={500}
        />
      </div>,
      <div key="packing" className={styles.text}>
        <TextField
          name={`lines.${index}.packingRequirement`}
          label={`${t("fields.packing")} ${productName}`}
          maxLength={200}
        />
      </div>,
    ],
  };
}
