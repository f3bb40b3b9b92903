"use client";
import { useTranslations } from "next-intl";
import { TypeAhead, type TypeAheadProps } from "./type-ahead";

type Props = Omit<TypeAheadProps, "url" | "create"> & {
  /** Opens the way to a new customer with the typed text in it. */
  onCreate?: (name: string) => void;
};

/** The customer of a document, found by code, name, pinyin, or the last digits of a phone number. */
export function CustomerPicker({ onCreate, label, ...rest }: Props) {
  const t = useTranslations("grid.search");
  return (
    <TypeAhead
      url="/api/search/customers"
      label={label ?? (rest.ariaLabel ? undefined : t("customer"))}
      placeholder={t("placeholder")}
      {...(onCreate
        ? { create: { label: (name) => t("create_customer", { name }), onCreate } }
        : {})}
      {...rest}
    />
  );
}
