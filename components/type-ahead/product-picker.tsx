"use client";
import { useTranslations } from "next-intl";
import { TypeAhead, type TypeAheadProps } from "./type-ahead";

type Props = Omit<TypeAheadProps, "url" | "create" | "params"> & {
  /** Products that this customer has bought come first. */
  customerId?: string | null;
  onCreate?: (name: string) => void;
};

export const PRODUCT_SEARCH_URL = "/api/search/products";

/** A product, found by code, name, spec, drawing number or pinyin. */
export function ProductPicker({ customerId, onCreate, label, ...rest }: Props) {
  const t = useTranslations("grid.search");
  return (
    <TypeAhead
      url={PRODUCT_SEARCH_URL}
      label={label ?? (rest.ariaLabel ? undefined : t("product"))}
      placeholder={t("product_placeholder")}
      {...(customerId ? { params: { customerId } } : {})}
      {...(onCreate
        ? { create: { label: (name) => t("create_product", { name }), onCreate } }
        : {})}
      {...rest}
    />
  );
}
