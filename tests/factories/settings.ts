import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { ensureReferenceData } from "@/lib/settings/reference-data";
import type { SaveCompanyInput } from "@/lib/settings/schema";

/** What an administrator would type about the factory. */
export function companyInput(changes: Partial<SaveCompanyInput> = {}): SaveCompanyInput {
  return {
    name: "兴达精密工具有限公司",
    uscc: "91350100M000100Y43",
    address: "辽宁省大连市甘井子区工具路 18 号",
    legalRep: "周建国",
    agent: "",
    phone: "0411-84567890",
    fax: "",
    postalCode: "116000",
    signPlace: "大连",
    defaultTaxRate: "0.13",
    rowVersion: null,
    ...changes,
  };
}

/** The company profile, a bank account, units, couriers, clause texts and the default bin. */
export async function createCompany(): Promise<void> {
  const { rowVersion: _, ...profile } = companyInput();
  await db.companyProfile.createMany({ data: [{ id: 1, ...profile }], skipDuplicates: true });
  await db.bankAccount.createMany({
    data: [
      {
        id: newId(),
        bankName: "中国工商银行大连甘井子支行",
        accountName: profile.name,
        accountNo: "3400200109000012345",
        isDefault: true,
      },
    ],
    skipDuplicates: true,
  });
  await transact(ensureReferenceData);
}
