import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import type { ListPage, ListState } from "@/lib/core/list-state";
import type { ListColumn } from "@/lib/server/list-spec";
import {
  followUpColumns,
  followUpFilters,
  logColumns,
  logFilters,
  packingColumns,
  packingFilters,
  waybillColumns,
  waybillFilters,
} from "./registers";

type Props = { columns: readonly ListColumn[]; page: ListPage; state: ListState };

/** The packing lists (F11). */
export async function PackingRegister({ columns, page, state }: Props) {
  const t = await getTranslations();
  return (
    <DataTable
      caption={t("dispatch.packing_title")}
      columns={packingColumns(columns, t)}
      filters={packingFilters(t)}
      page={page}
      state={state}
      searchHint={t("dispatch.search.packing")}
      rowHref="/shipping/packing/{id}"
      exportName="packing"
      empty={{
        title: t("dispatch.empty.packing_title"),
        text: t("dispatch.empty.packing_text"),
      }}
    />
  );
}

/** The waybills (F12). */
export async function WaybillRegister({ columns, page, state }: Props) {
  const t = await getTranslations();
  return (
    <DataTable
      caption={t("dispatch.waybills_title")}
      columns={waybillColumns(columns, t)}
      filters={waybillFilters(t)}
      page={page}
      state={state}
      searchHint={t("dispatch.search.waybills")}
      rowHref="/shipping/waybills/{id}"
      exportName="waybills"
      empty={{
        title: t("dispatch.empty.waybills_title"),
        text: t("dispatch.empty.waybills_text"),
      }}
    />
  );
}

/** The shipping log (F13, R1.2.3-a). */
export async function ShippingLog({ columns, page, state }: Props) {
  const t = await getTranslations();
  return (
    <DataTable
      caption={t("dispatch.log_title")}
      columns={logColumns(columns, t)}
      filters={logFilters(t)}
      page={page}
      state={state}
      searchHint={t("dispatch.search.log")}
      rowHref="/shipping/follow-ups/{id}"
      exportName="shipping-log"
      empty={{ title: t("dispatch.empty.log_title"), text: t("dispatch.empty.log_text") }}
    />
  );
}

/** Customers to be asked whether the goods have arrived, due first (R1.2.3-c). */
export async function FollowUps({ columns, page, state }: Props) {
  const t = await getTranslations();
  return (
    <DataTable
      caption={t("dispatch.follow_ups_title")}
      columns={followUpColumns(columns, t)}
      filters={followUpFilters(t)}
      page={page}
      state={state}
      searchHint={t("dispatch.search.log")}
      rowHref="/shipping/follow-ups/{logEntryId}"
      exportName="follow-ups"
      empty={{
        title: t("dispatch.empty.follow_ups_title"),
        text: t("dispatch.empty.follow_ups_text"),
      }}
    />
  );
}
