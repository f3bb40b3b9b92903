import "server-only";
import { type CustomerFile, fileValues, type OrderHead } from "@/lib/contracts/order-values";
import type { ContractDetail } from "@/lib/contracts/queries";
import { dateInShanghai } from "@/lib/core/calendar-date";
import { formatDateTime } from "@/lib/i18n/format";
import { NO_FEEDBACK, typedFeedback } from "@/lib/intake/feedback";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { currentSettings, getCompanyProfile, listClauseTemplates } from "@/lib/settings/queries";

const ORIGINAL_COUNT = "2";

/** The header of a new order: our own defaults, today's date, the clause texts of the templates. */
export async function blankHead(form: "FORMAL" | "VERBAL"): Promise<OrderHead> {
  const [company, settings, templates] = await Promise.all([
    getCompanyProfile(),
    currentSettings(db),
    listClauseTemplates(undefined, { activeOnly: true }),
  ]);
  const defaults = templates.filter(({ isDefault }) => isDefault);
  const today = clock.today();
  return {
    form,
    customerId: "",
    intakeId: null,
    channel: "PHONE",
    orderedAt: localTime(clock.now()),
    ordererName: "",
    ordererTitle: "",
    ordererPhone: "",
    customerPoNo: "",
    usage: "",
    agreedPrice: false,
    agreedDelivery: false,
    agreedPayment: false,
    agreedWith: "",
    agreedOn: today,
    taxRate: taxRateOf(company?.defaultTaxRate ?? "0.13"),
    invoiceType: "SPECIAL",
    deliveryMethod: "EXPRESS",
    freightPayer: "SUPPLIER",
    partialAllowed: true,
    packingRequirement: "",
    technicalRequirement: "",
    consignee: { company: "", contactPerson: "", phone: "", address: "", postalCode: "" },
    paymentTerm: "PREPAID",
    dueDays: "",
    paymentChannel: "BANK_TRANSFER",
    looserTermReason: "",
    formReason: "",
    verbalReason: "",
    readBackConfirmed: false,
    readBackByName: "",
    signPlace: company?.signPlace ?? "",
    signDate: form === "FORMAL" ? today : "",
    validFrom: "",
    validTo: "",
    warrantyMonths: "",
    objectionDays: String(settings.objectionDays),
    originalCount: ORIGINAL_COUNT,
    clauses: Object.fromEntries(defaults.map(({ clauseKey, text }) => [clauseKey, text])),
    instalments: [],
    productionFeedback: NO_FEEDBACK,
    remark: "",
  };
}

/** The header with what the customer's file answers. */
export function withFile(head: OrderHead, file: CustomerFile): OrderHead {
  const values = fileValues(file);
  return {
    ...head,
    customerId: file.id,
    ordererName: values.ordererName ?? "",
    ordererTitle: values.ordererTitle ?? "",
    ordererPhone: values.ordererPhone ?? "",
    agreedWith: values.agreedWith ?? "",
    paymentTerm: file.settlementMode,
    invoiceType: file.invoiceType,
    consignee: file.consignee ?? head.consignee,
  };
}

/** The header of a stored contract as the order screen holds it. */
export function headOf(contract: ContractDetail): OrderHead {
  const { consignee } = contract;
  const number = (value: number | null) => (value === null ? "" : String(value));
  return {
    form: contract.form,
    customerId: contract.customerId,
    intakeId: contract.intakeId,
    channel: contract.channel,
    orderedAt: localTime(contract.orderedAt),
    ordererName: contract.ordererName,
    ordererTitle: contract.ordererTitle,
    ordererPhone: contract.ordererPhone,
    customerPoNo: contract.customerPoNo,
    usage: contract.usage,
    agreedPrice: contract.agreedPrice,
    agreedDelivery: contract.agreedDelivery,
    agreedPayment: contract.agreedPayment,
    agreedWith: contract.agreedWith,
    agreedOn: contract.agreedOn ?? "",
    taxRate: taxRateOf(contract.taxRate),
    invoiceType: contract.invoiceType,
    deliveryMethod: contract.deliveryMethod,
    freightPayer: contract.freightPayer,
    partialAllowed: contract.partialAllowed,
    packingRequirement: contract.packingRequirement,
    technicalRequirement: contract.technicalRequirement,
    consignee: {
      company: consignee.company ?? "",
      contactPerson: consignee.contactPerson ?? "",
      phone: consignee.phone ?? "",
      address: consignee.address ?? "",
      postalCode: consignee.postalCode ?? "",
    },
    paymentTerm: contract.paymentTerm,
    dueDays: number(contract.dueDays),
    paymentChannel: contract.paymentChannel,
    looserTermReason: contract.looserTermReason,
    formReason: contract.formReason,
    verbalReason: contract.verbalReason as OrderHead["verbalReason"],
    readBackConfirmed: contract.readBackConfirmed,
    readBackByName: contract.readBackByName,
    signPlace: contract.signPlace,
    signDate: contract.signDate ?? "",
    validFrom: contract.validFrom ?? "",
    validTo: contract.validTo ?? "",
    warrantyMonths: number(contract.warrantyMonths),
    objectionDays: number(contract.objectionDays),
    originalCount: number(contract.originalCount),
    clauses: contract.clauses as OrderHead["clauses"],
    instalments: contract.instalments.map(({ kind, name, percent, dueDays }) => ({
      kind: kind as OrderHead["instalments"][number]["kind"],
      name,
      percent: percent.replace(/\.?0+$/, ""),
      dueDays: number(dueDays),
    })),
    productionFeedback: typedFeedback(contract.productionFeedback),
    remark: contract.remark,
  };
}

function taxRateOf(text: string): OrderHead["taxRate"] {
  const plain = text.replace(/\.?0+$/, "") || "0";
  const known = ["0.13", "0.09", "0.06", "0.03", "0.01", "0"] as const;
  return known.find((rate) => rate === plain) ?? "0.13";
}

/** An instant as the factory's clock shows it, for a date and time field. */
export function localTime(at: Date): string {
  return `${dateInShanghai(at)}T${formatDateTime(at).slice(11, 16)}`;
}
