import {
  contractColumns,
  contractFilters,
  registerColumns,
  registerFilters,
} from "@/components/contracts/registers";
import {
  followUpColumns,
  followUpFilters,
  logColumns,
  logFilters,
  packingColumns,
  packingFilters,
  waybillColumns,
  waybillFilters,
} from "@/components/dispatch/registers";
import { intakeRegisterColumns, intakeRegisterFilters } from "@/components/intake/registers";
import { peopleColumns, peopleFilters } from "@/components/people/people-register";
import {
  preparationColumns,
  preparationFilters,
  reservationColumns,
  reservationFilters,
} from "@/components/preparation/registers";
import {
  lineColumns,
  lineFilters,
  receiptColumns as productionReceiptColumns,
  receiptFilters as productionReceiptFilters,
  taskColumns,
  taskFilters,
} from "@/components/production/registers";
import {
  ledgerColumns,
  ledgerFilters,
  receiptColumns,
  receiptFilters,
} from "@/components/receivables/registers";
import { reviewColumns, reviewFilters } from "@/components/reviews/registers";
import { dueColumns, dueFilters } from "@/components/shipping/due-register";
import { noticeColumns, noticeFilters } from "@/components/shipping/notice-register";
import { slipColumns, slipFilters } from "@/components/shipping/slip-register";
import {
  inboundColumns,
  inboundFilters,
  stockColumns,
  stockFilters,
} from "@/components/stock/registers";
import { walkInColumns, walkInFilters } from "@/components/walkin/registers";
import { type Actor, seesPrices } from "@/lib/auth/permissions";
import { contractList } from "@/lib/contracts/contract-list";
import { contractListScope, contractScope } from "@/lib/contracts/contract-scope";
import { registerList } from "@/lib/contracts/register-list";
import type { ListRow } from "@/lib/core/list-state";
import {
  logScope,
  packingRegister,
  packingScope,
  waybillRegister,
  waybillScope,
} from "@/lib/dispatch/dispatch-lists";
import { followUpList, followUpScope } from "@/lib/dispatch/follow-up-list";
import { SHIPPED_LINE_COLUMNS, shippedLines } from "@/lib/dispatch/shipping-log-lines";
import { shippingLogRegister } from "@/lib/dispatch/shipping-log-list";
import type { AnyTranslator } from "@/lib/i18n/refusal-text";
import { intakeList, intakeScope } from "@/lib/intake/queries";
import { peopleList, peopleScope } from "@/lib/people/people-list";
import { preparationList } from "@/lib/preparation/preparation-list";
import { reservationList, reservationScope } from "@/lib/preparation/reservation-list";
import { lineList } from "@/lib/production/line-list";
import { receiptList as productionReceiptList, RECEIPT_SCOPE } from "@/lib/production/receipt-list";
import { productionScope } from "@/lib/production/scope";
import { taskList } from "@/lib/production/task-list";
import { ledgerList, ledgerScope } from "@/lib/receivables/ledger-list";
import { receiptList } from "@/lib/receivables/receipt-list";
import { reviewList, reviewScope } from "@/lib/reviews/review-list";
import { clock } from "@/lib/server/clock";
import { EVERY_ROW } from "@/lib/server/list-sql";
import { dueList, dueScope } from "@/lib/shipping/due-list";
import { noticeList } from "@/lib/shipping/notice-list";
import { shippingScope } from "@/lib/shipping/scope";
import { slipList } from "@/lib/shipping/slip-list";
import { inboundList } from "@/lib/stock/inbound-list";
import { stockList, stockScope } from "@/lib/stock/stock-list";
import { walkInList, walkInScope } from "@/lib/walkin/walk-in-list";
import type { SubRows } from "@/lib/xlsx/register-workbook";
import { AUDIT_EXPORT } from "./audit-export";
import type { ExportableRegister } from "./export-register";
import { MASTER_REGISTERS } from "./master-registers";

/** Contracts whose goods are yet to be made are shown as 待生产, as on their pages. */
function withShownStatus(row: ListRow): ListRow {
  return row.awaitsProduction === true ? { ...row, status: "TO_PRODUCE" } : row;
}

/** F13 lists every product of a shipment in a row of its own; the page has them in one cell. */
function shippedLineRows(actor: Actor, t: AnyTranslator): SubRows {
  const words = t as unknown as (key: string) => string;
  const columns = SHIPPED_LINE_COLUMNS.filter(({ kind }) => kind !== "money" || seesPrices(actor));
  return {
    columns: columns.map(({ header, ...column }) => ({ ...column, header: words(header) })),
    of: (entries) => shippedLines(actor, entries),
  };
}

/** Every register with an export button, by the name in its address. */
export const EXPORTABLE: Readonly<Record<string, ExportableRegister>> = {
  ...MASTER_REGISTERS,
  audit: AUDIT_EXPORT,
  people: {
    permission: "person:manage",
    spec: () => peopleList(clock.now()),
    scope: peopleScope,
    columns: peopleColumns,
    filters: peopleFilters,
    title: "people.title",
  },
  intake: {
    permission: "intake:read",
    spec: () => intakeList,
    scope: intakeScope,
    columns: intakeRegisterColumns,
    filters: intakeRegisterFilters,
    title: "intake.title",
  },
  reviews: {
    permission: "review:read",
    spec: () => reviewList(clock.today()),
    scope: reviewScope,
    columns: reviewColumns,
    filters: reviewFilters,
    title: "reviews.title",
  },
  contracts: {
    permission: "contract:read",
    spec: () => contractList,
    scope: contractListScope,
    columns: contractColumns,
    filters: contractFilters,
    title: "contracts.list.title",
    shown: withShownStatus,
  },
  register: {
    permission: "register:read",
    spec: () => registerList,
    scope: contractScope,
    columns: registerColumns,
    filters: registerFilters,
    title: "contracts.register.title",
    shown: withShownStatus,
  },
  preparation: {
    permission: "preparation:read",
    spec: () => preparationList,
    scope: () => EVERY_ROW,
    columns: preparationColumns,
    filters: preparationFilters,
    title: "preparation.title",
  },
  reservations: {
    permission: "stock:read",
    spec: () => reservationList,
    scope: reservationScope,
    columns: reservationColumns,
    filters: reservationFilters,
    title: "preparation.reservations.title",
  },
  tasks: {
    permission: "production:read",
    spec: () => taskList,
    scope: productionScope,
    columns: taskColumns,
    filters: taskFilters,
    title: "production.notices.title",
  },
  "task-lines": {
    permission: "production:read",
    spec: () => lineList,
    scope: productionScope,
    columns: lineColumns,
    filters: lineFilters,
    title: "production.register.title",
  },
  "production-receipts": {
    permission: "stock:read",
    spec: () => productionReceiptList,
    scope: () => RECEIPT_SCOPE,
    columns: productionReceiptColumns,
    filters: productionReceiptFilters,
    title: "production.receipts.title",
  },
  "shipping-due": {
    permission: "notice:read",
    spec: () => dueList,
    scope: dueScope,
    columns: dueColumns,
    filters: dueFilters,
    title: "shipping.due.title",
  },
  notices: {
    permission: "notice:read",
    spec: () => noticeList,
    scope: shippingScope,
    columns: noticeColumns,
    filters: noticeFilters,
    title: "shipping.notices.title",
  },
  slips: {
    permission: "slip:read",
    spec: () => slipList,
    scope: shippingScope,
    columns: slipColumns,
    filters: slipFilters,
    title: "shipping.slips.title",
  },
  "walk-in": {
    permission: "walkin:read",
    spec: () => walkInList(clock.today()),
    scope: walkInScope,
    columns: walkInColumns,
    filters: walkInFilters,
    title: "walkin.title",
  },
  packing: {
    permission: "packing:read",
    spec: () => packingRegister,
    scope: packingScope,
    columns: packingColumns,
    filters: packingFilters,
    title: "dispatch.packing_title",
  },
  waybills: {
    permission: "packing:read",
    spec: () => waybillRegister,
    scope: waybillScope,
    columns: waybillColumns,
    filters: waybillFilters,
    title: "dispatch.waybills_title",
  },
  "shipping-log": {
    permission: "shipping_log:read",
    spec: () => shippingLogRegister,
    scope: logScope,
    columns: logColumns,
    filters: logFilters,
    title: "dispatch.log_title",
    subRows: shippedLineRows,
  },
  "follow-ups": {
    permission: "receipt_confirmation:read",
    spec: () => followUpList(clock.today()),
    scope: followUpScope,
    columns: followUpColumns,
    filters: followUpFilters,
    title: "dispatch.follow_ups_title",
  },
  stock: {
    permission: "stock:read",
    spec: () => stockList(clock.today()),
    scope: stockScope,
    columns: stockColumns,
    filters: stockFilters,
    title: "stock.title",
  },
  inbound: {
    permission: "stock:read",
    spec: () => inboundList,
    scope: () => EVERY_ROW,
    columns: inboundColumns,
    filters: inboundFilters,
    title: "stock.inbound.title",
  },
  receipts: {
    permission: "receipt:read",
    spec: () => receiptList,
    scope: () => EVERY_ROW,
    columns: receiptColumns,
    filters: receiptFilters,
    title: "receivables.receipts.title",
  },
  ledger: {
    permission: "ledger:read",
    spec: () => ledgerList(clock.today()),
    scope: ledgerScope,
    columns: ledgerColumns,
    filters: ledgerFilters,
    title: "receivables.ledger.title",
  },
};
