import { useTranslations } from "next-intl";
import { DataTable, type DataTableProps } from "@/components/data-table/data-table";
import styles from "./stock.module.css";

type Props = Pick<DataTableProps, "columns" | "page" | "state"> & {
  productId: string;
  filters: NonNullable<DataTableProps["filters"]>;
};

/** What came in and went out, with the balance after each (F28). */
export function MovementTable({ productId, ...props }: Props) {
  const t = useTranslations("stock.account");
  return (
    <>
      <h2 className={styles.heading}>{t("movements")}</h2>
      <DataTable
        caption={t("movements")}
        {...props}
        exportName={`stock/${productId}`}
        empty={{ text: t("no_movements") }}
      />
    </>
  );
}
