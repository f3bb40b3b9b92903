"use client";
import { NumberInput, Select, TextInput } from "@mantine/core";
import { plainFigure } from "@/components/form/figure-fields";
import { useField } from "@/components/form/use-field";
import styles from "./dispatch.module.css";

type Props = {
  name: string;
  /** Read out; the column's head shows it to the eye. */
  label: string;
};

/** A decimal figure in a table's cell, kept as text. */
export function CellFigure({ name, label }: Props) {
  const { field, input } = useField({ name, label });
  return (
    <TextInput
      {...field}
      value={field.value ?? ""}
      onBlur={() => {
        const plain = plainFigure(String(field.value ?? ""));
        if (plain !== (field.value ?? "")) field.onChange(plain);
        field.onBlur();
      }}
      aria-label={label}
      error={input.error}
      inputMode="decimal"
      autoComplete="off"
      className={styles.cell ?? ""}
    />
  );
}

/** A whole number or nothing, in a table's cell. */
export function CellInteger({ name, label, max }: Props & { max: number }) {
  const { field, input } = useField({ name, label });
  return (
    <NumberInput
      {...field}
      value={field.value ?? ""}
      onChange={(value) => field.onChange(typeof value === "number" ? value : null)}
      aria-label={label}
      error={input.error}
      min={1}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      className={styles.cell ?? ""}
    />
  );
}

type ChoiceProps = Props & {
  options: readonly { value: string; label: string }[];
};

/** One of a few, in a table's cell. */
export function CellChoice({ name, label, options }: ChoiceProps) {
  const { field, input } = useField({ name, label });
  return (
    <Select
      {...field}
      value={field.value ?? null}
      data={[...options]}
      allowDeselect={false}
      aria-label={label}
      error={input.error}
      className={styles.cell ?? ""}
    />
  );
}

/** A box by its number: the value is the number, not its text. */
export function CellBoxNo({ name, label, options }: ChoiceProps) {
  const { field, input } = useField({ name, label });
  return (
    <Select
      {...field}
      value={String(field.value ?? "")}
      onChange={(value) => field.onChange(Number.parseInt(value ?? "1", 10))}
      data={[...options]}
      allowDeselect={false}
      aria-label={label}
      error={input.error}
      className={styles.cell ?? ""}
    />
  );
}

/** A whole number with its label above, in a form. */
export function IntegerField({ name, label, max }: Props & { max: number }) {
  const { field, input } = useField({ name, label, required: true });
  return (
    <NumberInput
      {...input}
      {...field}
      value={field.value ?? ""}
      onChange={(value) => field.onChange(typeof value === "number" ? value : null)}
      min={1}
      max={max}
      allowDecimal={false}
      allowNegative={false}
    />
  );
}
