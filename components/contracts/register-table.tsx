import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import type { DataColumn, DataFilter } from "@/components/data-table/table-types";
import type { ListPage, ListState } from "@/lib/core/list-state";
import { BulkRegister } from "./bulk-register";
import styles from "./register-table.module.css";

type Props = {
  columns: readonly DataColumn[];
  filters: readonly DataFilter[];
  page: ListPage;
  state: ListState;
  mayRegister: boolean;
};

/** The contract register (F04) in the order of its numbers; voided rows keep their place, struck through. */
export async function RegisterTable({ columns, filters, page, state, mayRegister }: Props) {
  const t = await getTranslations("contracts.register");
  return (
    <div className={styles.register}>
      <DataTable
        caption={t("title")}
        columns={columns}
        filters={filters}
        page={page}
        state={state}
        searchHint={t("search_hint")}
        rowHref="/contracts/{id}"
        exportName="register"
        selectable={mayRegister}
        bulkActions={<BulkRegister />}
        empty={{ title: t("empty_title"), text: t("empty_text") }}
      />
    </div>
  );
}
