import {
  ledgerColumns,
  ledgerFilters,
  receiptColumns,
  receiptFilters,
} from "@/components/receivables/registers";
import {
  inboundColumns,
  inboundFilters,
  stockColumns,
  stockFilters,
} from "@/components/stock/registers";
import { ledgerList, ledgerScope } from "@/lib/receivables/ledger-list";
import { receiptList } from "@/lib/receivables/receipt-list";
import { clock } from "@/lib/server/clock";
import { Prisma } from "@/lib/server/db";
import { inboundList } from "@/lib/stock/inbound-list";
import { stockList, stockScope } from "@/lib/stock/stock-list";
import type { ExportableRegister } from "./export-register";

const everything = () => Prisma.sql`true`;

/** Every register with an export button, by the name in its address. */
export const EXPORTABLE: Readonly<Record<string, ExportableRegister>> = {
  stock: {
    permission: "stock:read",
    spec: () => stockList,
    scope: stockScope,
    columns: stockColumns,
    filters: stockFilters,
    title: "stock.title",
  },
  inbound: {
    permission: "stock:read",
    spec: () => inboundList,
    scope: everything,
    columns: inboundColumns,
    filters: inboundFilters,
    title: "stock.inbound.title",
  },
  receipts: {
    permission: "receipt:read",
    spec: () => receiptList,
    scope: everything,
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
