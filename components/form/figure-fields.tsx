"use client";
import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import styles from "./form.module.css";
import { type FieldProps, useField } from "./use-field";

type FigureProps = FieldProps & {
  /** Inside the field, at its right end: 元, 件, 天. */
  unit?: string;
};

/**
 * Figures as they are typed, made plain: full-width digits, thousands commas, ¥ and blanks are what people paste.
 * They stay text from here to the database.
 */
export function plainFigure(typed: string): string {
  return typed.normalize("NFKC").replace(/[,\s¥元]/g, "");
}

/** An amount in yuan, kept as text. */
export function MoneyFormField(props: FieldProps) {
  const t = useTranslations("common.words");
  return <FigureField {...props} unit={t("unit_yuan")} />;
}

/** A quantity, kept as text, with the product's unit. */
export function QuantityFormField(props: FigureProps) {
  return <FigureField {...props} />;
}

/** Any decimal figure, kept as text. */
export function FigureField(props: FigureProps) {
  const { unit, placeholder, readOnly } = props;
  const { field, input } = useField(props);
  return (
    <TextInput
      {...input}
      {...field}
      value={field.value ?? ""}
      inputMode="decimal"
      autoComplete="off"
      onBlur={() => {
        const plain = plainFigure(String(field.value ?? ""));
        if (plain !== (field.value ?? "")) field.onChange(plain);
        field.onBlur();
      }}
      classNames={{ input: styles.figure ?? "" }}
      {...(placeholder ? { placeholder } : {})}
      {...(readOnly ? { readOnly } : {})}
      {...(unit ? { rightSection: <span className={styles.unit}>{unit}</span> } : {})}
    />
  );
}
