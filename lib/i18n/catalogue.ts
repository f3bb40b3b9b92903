import type { MessageDomain } from "./domains";
import type { Locale } from "./locale";
import enAudit from "./messages/en/audit.json";
import enAuth from "./messages/en/auth.json";
import enChanges from "./messages/en/changes.json";
import enCommon from "./messages/en/common.json";
import enContracts from "./messages/en/contracts.json";
import enCredit from "./messages/en/credit.json";
import enCustomers from "./messages/en/customers.json";
import enDispatch from "./messages/en/dispatch.json";
import enErrors from "./messages/en/errors.json";
import enGrid from "./messages/en/grid.json";
import enHome from "./messages/en/home.json";
import enIntake from "./messages/en/intake.json";
import enNav from "./messages/en/nav.json";
import enPeople from "./messages/en/people.json";
import enPreparation from "./messages/en/preparation.json";
import enPrint from "./messages/en/print.json";
import enProduction from "./messages/en/production.json";
import enProducts from "./messages/en/products.json";
import enReceivables from "./messages/en/receivables.json";
import enReviews from "./messages/en/reviews.json";
import enRoles from "./messages/en/roles.json";
import enSettings from "./messages/en/settings.json";
import enShipping from "./messages/en/shipping.json";
import enStock from "./messages/en/stock.json";
import enWalkin from "./messages/en/walkin.json";
import zhAudit from "./messages/zh/audit.json";
import zhAuth from "./messages/zh/auth.json";
import zhChanges from "./messages/zh/changes.json";
import zhCommon from "./messages/zh/common.json";
import zhContracts from "./messages/zh/contracts.json";
import zhCredit from "./messages/zh/credit.json";
import zhCustomers from "./messages/zh/customers.json";
import zhDispatch from "./messages/zh/dispatch.json";
import zhErrors from "./messages/zh/errors.json";
import zhGrid from "./messages/zh/grid.json";
import zhHome from "./messages/zh/home.json";
import zhIntake from "./messages/zh/intake.json";
import zhNav from "./messages/zh/nav.json";
import zhPeople from "./messages/zh/people.json";
import zhPreparation from "./messages/zh/preparation.json";
import zhPrint from "./messages/zh/print.json";
import zhProduction from "./messages/zh/production.json";
import zhProducts from "./messages/zh/products.json";
import zhReceivables from "./messages/zh/receivables.json";
import zhReviews from "./messages/zh/reviews.json";
import zhRoles from "./messages/zh/roles.json";
import zhSettings from "./messages/zh/settings.json";
import zhShipping from "./messages/zh/shipping.json";
import zhStock from "./messages/zh/stock.json";
import zhWalkin from "./messages/zh/walkin.json";

const zh = {
  common: zhCommon,
  nav: zhNav,
  home: zhHome,
  roles: zhRoles,
  auth: zhAuth,
  people: zhPeople,
  settings: zhSettings,
  customers: zhCustomers,
  products: zhProducts,
  stock: zhStock,
  receivables: zhReceivables,
  credit: zhCredit,
  intake: zhIntake,
  reviews: zhReviews,
  contracts: zhContracts,
  changes: zhChanges,
  production: zhProduction,
  preparation: zhPreparation,
  shipping: zhShipping,
  dispatch: zhDispatch,
  walkin: zhWalkin,
  print: zhPrint,
  errors: zhErrors,
  grid: zhGrid,
  audit: zhAudit,
} satisfies Record<MessageDomain, object>;

const en = {
  common: enCommon,
  nav: enNav,
  home: enHome,
  roles: enRoles,
  auth: enAuth,
  people: enPeople,
  settings: enSettings,
  customers: enCustomers,
  products: enProducts,
  stock: enStock,
  receivables: enReceivables,
  credit: enCredit,
  intake: enIntake,
  reviews: enReviews,
  contracts: enContracts,
  changes: enChanges,
  production: enProduction,
  preparation: enPreparation,
  shipping: enShipping,
  dispatch: enDispatch,
  walkin: enWalkin,
  print: enPrint,
  errors: enErrors,
  grid: enGrid,
  audit: enAudit,
} satisfies Record<MessageDomain, object>;

/** The Chinese files are the reference: their keys are the type of every translation call. */
export type Messages = typeof zh;

/** All sentences of both languages. A test keeps the two key sets equal, so the widening below is safe. */
export const CATALOGUE: Readonly<Record<Locale, Messages>> = { zh, en: en as unknown as Messages };
