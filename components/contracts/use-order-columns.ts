"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CHARGE_KINDS } from "@/lib/contracts/labels";
import { chargeColumns, goodsColumns } from "./order-columns";

type Options = {
  taxRate: string;
  customerId: string;
  units: readonly string[];
  mayCreateProduct: boolean;
};

/** The columns of both grids; they change only with the tax rate and the customer. */
export function useOrderColumns({ taxRate, customerId, units, mayCreateProduct }: Options) {
  const t = useTranslations("contracts.columns");
  const tk = useTranslations("contracts.charge_kinds");
  const ts = useTranslations("grid.search");
  const goods = useMemo(
    () =>
      goodsColumns({
        t,
        taxRate,
        customerId,
        units,
        createProduct: mayCreateProduct
          ? {
              label: (name) => ts("create_product", { name }),
              onCreate: (name) =>
                window.open(`/products/new?name=${encodeURIComponent(name)}`, "_blank", "noopener"),
            }
          : null,
      }),
    [t, ts, taxRate, customerId, units, mayCreateProduct],
  );
  const charges = useMemo(
    () =>
      chargeColumns({
        t,
        kindLabels: Object.fromEntries(CHARGE_KINDS.map((kind) => [kind, tk(kind)])),
      }),
    [t, tk],
  );
  return { goods, charges };
}
