"use client";
import { Textarea, TextInput, type TextInputProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FieldProps, useField } from "./use-field";

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "tel" | "url";
  autoComplete?: string;
  maxLength?: number;
  rightSection?: TextInputProps["rightSection"];
  /** For numbers of documents and codes. */
  mono?: boolean;
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { placeholder, readOnly, type, autoComplete, maxLength, rightSection, mono } = props;
  const { field, input } = useField(props);
  return (
    <TextInput
      {...input}
      {...field}
      value={field.value ?? ""}
      {...(placeholder ? { placeholder } : {})}
      {...(readOnly ? { readOnly } : {})}
      {...(type ? { type } : {})}
      {...useTooLong(field.value, maxLength)}
      {...(rightSection ? { rightSection } : {})}
      {...(mono ? { classNames: { input: "mono" } } : {})}
      autoComplete={autoComplete ?? "off"}
    />
  );
}

/** Several lines of text; grows with its content. */
export function TextAreaField(props: FieldProps & { rows?: number; maxLength?: number }) {
  const { placeholder, readOnly, rows = 3, maxLength } = props;
  const { field, input } = useField(props);
  return (
    <Textarea
      {...input}
      {...field}
      value={field.value ?? ""}
      autosize
      minRows={rows}
      maxRows={12}
      {...(placeholder ? { placeholder } : {})}
      {...(readOnly ? { readOnly } : {})}
      {...useTooLong(field.value, maxLength)}
    />
  );
}

/** Nothing of a pasted text is cut off unseen: it stands there whole, with the sentence that it is too long. */
function useTooLong(value: unknown, max: number | undefined): { error?: string } {
  const t = useTranslations("common.refusals");
  const length = typeof value === "string" ? value.trim().length : 0;
  return max !== undefined && length > max ? { error: t("too_long_by", { max, length }) } : {};
}
