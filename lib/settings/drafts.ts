import "server-only";
import {
  getCompanyProfile,
  listBankAccounts,
  listClauseTemplates,
  listCouriers,
  listUnits,
} from "./queries";
import type { SaveBankAccountInput, SaveClauseTemplateInput, SaveCourierInput } from "./schema";

/** The word in an address that asks for an empty form. */
const NEW = "new";

/** What stands in the form of a bank account: empty for `new`, null when there is no such account. */
export async function bankAccountDraft(id: string): Promise<SaveBankAccountInput | null> {
  const accounts = await listBankAccounts();
  if (id !== NEW) return accounts.find((account) => account.id === id) ?? null;
  return {
    id: null,
    rowVersion: null,
    bankName: "",
    accountName: (await getCompanyProfile())?.name ?? "",
    accountNo: "",
    isDefault: accounts.length === 0,
    active: true,
  };
}

export async function courierDraft(id: string): Promise<SaveCourierInput | null> {
  if (id !== NEW) return (await listCouriers()).find((courier) => courier.id === id) ?? null;
  return {
    id: null,
    rowVersion: null,
    code: "",
    name: "",
    waybillPattern: "",
    isOrdinaryExpress: false,
    hotline: "",
    monthlyAccountNo: "",
    active: true,
  };
}

export type UnitDraft = {
  name: string;
  rowVersion: number | null;
  allowFraction: boolean;
  sortNo: string;
  active: boolean;
};

export async function unitDraft(name: string): Promise<UnitDraft | null> {
  const units = await listUnits();
  if (name !== NEW) {
    const unit = units.find((known) => known.name === name);
    return unit ? { ...unit, sortNo: String(unit.sortNo) } : null;
  }
  const last = Math.max(0, ...units.map(({ sortNo }) => sortNo));
  return {
    name: "",
    rowVersion: null,
    allowFraction: false,
    sortNo: String(Math.min(last + 10, 9999)),
    active: true,
  };
}

type ClauseDraft = Omit<SaveClauseTemplateInput, "clauseKey"> & {
  clauseKey?: SaveClauseTemplateInput["clauseKey"];
};

export async function clauseDraft(id: string): Promise<ClauseDraft | null> {
  if (id === NEW) {
    return { id: null, rowVersion: null, title: "", text: "", isDefault: false, active: true };
  }
  return (await listClauseTemplates()).find((clause) => clause.id === id) ?? null;
}
