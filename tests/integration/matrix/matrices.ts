import { CHANGES } from "./cells/changes";
import { CONTRACTS } from "./cells/contracts";
import { CREDIT } from "./cells/credit";
import { CUSTOMERS } from "./cells/customers";
import { DISPATCH } from "./cells/dispatch";
import { ENDS } from "./cells/ends";
import { INTAKES } from "./cells/intake";
import { PEOPLE } from "./cells/people";
import { PREPARATIONS } from "./cells/preparation";
import { PRODUCTIONS } from "./cells/production";
import { PRODUCTS } from "./cells/products";
import { RECEIVABLES } from "./cells/receivables";
import { REVIEWS } from "./cells/reviews";
import { SHIPPING } from "./cells/shipping";
import { STOCK } from "./cells/stock";
import { WALK_INS } from "./cells/walk-in";
import type { DocumentMatrix } from "./harness";

/**
 * Every document with every server action that changes it. To add a document:
 *
 * 1. `cells/<domain>.ts`: a `DocumentMatrix`. `make` brings a fresh document into each status with the actions or
 *    factories of the domain; `acts` names each server action, what its form sends (`input`), which cells are open
 *    (`cells`: status → who, and where it stands afterwards), and the code that everybody else hears who holds the
 *    permission (`refusal`). A save that leaves the status as it is says `again: true`.
 * 2. A line here, and `<domain>.test.ts` beside this file, a copy of `stock.test.ts` with the other name.
 * 3. A life cycle of the document: `lifecycles/<domain>.ts` and a line in `lifecycles.test.ts`.
 *
 * completeness.test.ts fails for an action of doors-list.ts that is neither here nor in `WITHOUT_STATES`, and for a
 * status without a way to it.
 */
export const MATRICES: Readonly<Record<string, readonly DocumentMatrix[]>> = {
  changes: CHANGES,
  contracts: CONTRACTS,
  credit: CREDIT,
  customers: CUSTOMERS,
  dispatch: DISPATCH,
  ends: ENDS,
  intake: INTAKES,
  people: PEOPLE,
  preparation: PREPARATIONS,
  production: PRODUCTIONS,
  products: PRODUCTS,
  receivables: RECEIVABLES,
  reviews: REVIEWS,
  shipping: SHIPPING,
  stock: STOCK,
  "walk-in": WALK_INS,
};

/** Actions that no status of anything forbids; roles are tried on them at the door (doors/actions.test.ts). */
export const WITHOUT_STATES: Readonly<Record<string, string>> = {
  createPersonAction: "makes an account",
  assignDutyAction: "makes an assignment",
  issueDelegationAction: "makes a delegation",
  changeOwnPasswordAction: "everybody, for the own account only",
  enterReceiptAction: "makes a receipt",
  enterConfirmedReceiptAction: "makes a receipt",
  writeCommentAction: "a comment may be written whatever the status",
  changeSettingAction: "settings have no status",
  saveCompanyAction: "the company has no status",
  removeCompanyImageAction: "the company has no status",
  setUpCompanyAction: "once only, tried in tests/integration/settings",
  saveBankAccountAction: "base data have no status",
  saveCourierAction: "base data have no status",
  saveUnitAction: "base data have no status",
  setCalendarDaysAction: "the calendar has no status",
  saveClauseTemplateAction: "base data have no status",
};
