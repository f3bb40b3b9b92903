import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import { approveTermChange } from "@/lib/credit/approve-term-change";
import { checkTermChange } from "@/lib/credit/check-term-change";
import { saveTermChange } from "@/lib/credit/save-term-change";
import { submitTermChange } from "@/lib/credit/submit-term-change";
import { confirmStart } from "@/lib/customers/confirm-start";
import { newCustomerValues } from "@/lib/customers/form-values";
import { saveCustomer } from "@/lib/customers/save-customer";
import { saveCustomerInput } from "@/lib/customers/schema";
import { db } from "@/lib/server/db";
import { CUSTOMERS, type DemoCustomer } from "./customer-data";
import { newKey } from "./keys";
import type { Staff } from "./people";

export type KnownCustomer = DemoCustomer & { id: string };

/** Files for all customers, with tenure confirmed and terms granted where the story has them. */
export async function openCustomerFiles(
  staff: Staff,
  today: CalendarDate,
): Promise<KnownCustomer[]> {
  const known: KnownCustomer[] = [];
  for (const [index, customer] of CUSTOMERS.entries()) {
    const { id } = await saveCustomer(
      await staff.who("clerk"),
      fileOf(customer, index, staff),
      newKey(),
    );
    known.push({ ...customer, id });
    if (customer.yearsBefore !== null)
      await confirmTenure(staff, id, addDays(today, -365 * customer.yearsBefore - 40));
    if (customer.mode !== "PREPAID") await grant(staff, id, customer);
  }
  return known;
}

function fileOf(customer: DemoCustomer, index: number, staff: Staff) {
  const {
    name,
    shortName,
    province,
    city,
    district,
    street,
    contact,
    mobile,
    taxId,
    industry,
    category,
  } = customer;
  return saveCustomerInput.parse({
    ...newCustomerValues(name, customer.ownedBySales ? staff.id("sales") : null),
    shortName,
    taxIdType: taxId === "" ? "NONE" : "USCC",
    taxId,
    defaultInvoiceType: taxId === "" ? "ORDINARY" : "SPECIAL",
    category,
    isKey: category === "KEY",
    industry,
    businessAddress: `${province}${city === "市辖区" ? "" : city}${district}${street}`,
    phone: mobile,
    invoiceTitle: name,
    bankName: `中国工商银行${city === "市辖区" ? province : city}支行`,
    bankAccountNo: `6222${String(index + 10).padStart(3, "0")}0200112233${String(index).padStart(2, "0")}`,
    productUsage: customer.usage,
    contacts: [
      {
        id: null,
        name: contact,
        department: "采购部",
        title: "采购",
        mobile,
        landline: "",
        email: "",
        wechatOrQq: "",
        kind: "PURCHASING",
        isDefault: true,
      },
    ],
    addresses: [
      {
        id: null,
        company: name,
        contactPerson: contact,
        mobile,
        landline: "",
        province,
        city,
        district,
        town: "",
        detail: street,
        postalCode: "",
        isDefault: true,
      },
    ],
  });
}

async function confirmTenure(staff: Staff, id: string, startOn: CalendarDate): Promise<void> {
  const { rowVersion } = await db.customer.findUniqueOrThrow({
    where: { id },
    select: { rowVersion: true },
  });
  const input = { id, rowVersion, startOn, evidence: "纸质合同登记与往来账" };
  await confirmStart(await staff.who("chief"), input, newKey());
}

/** Credit terms go the whole way: clerk, chief, director (R1.3.1-a). */
async function grant(staff: Staff, customerId: string, customer: DemoCustomer): Promise<void> {
  const form = {
    id: null,
    rowVersion: null,
    customerId,
    kind: "GRANT" as const,
    afterMode: customer.mode,
    afterLimit: customer.limit,
    afterQuarterMonth: "FIRST_MONTH_AFTER" as const,
    afterAccumulatedFrom: customer.mode === "ACCUMULATED" ? "8000.00" : "",
    reason: "多年往来,付款及时",
  };
  const { id } = await saveTermChange(await staff.who("clerk2"), form, newKey());
  const seen = async () => {
    const { rowVersion } = await db.termChange.findUniqueOrThrow({
      where: { id },
      select: { rowVersion: true },
    });
    return { id, rowVersion };
  };
  await submitTermChange(await staff.who("clerk2"), await seen(), newKey());
  await checkTermChange(await staff.who("chief"), { ...(await seen()), comment: "" }, newKey());
  await approveTermChange(
    await staff.who("director"),
    { ...(await seen()), comment: "同意" },
    newKey(),
  );
}
