/** Completeness of a shipping notice and its deviations from the contract (R1.2.1-c, F09). */
import { parsePhone } from "@/lib/core/contact-data";
import type { FieldIssue } from "@/lib/core/domain-error";
import {
  type ConsigneeSource,
  type DeliveryMethod,
  type FreightPayer,
  type FreightSettlement,
  needsCourier,
} from "./labels";

export type Consignee = {
  company: string;
  contactPerson: string;
  phone: string;
  address: string;
  postalCode: string;
};

export type NoticeHead = {
  requiredShipOn: string;
  lateReason: string;
  consigneeSource: ConsigneeSource;
  consignee: Consignee;
  consigneeReason: string;
  deliveryMethod: DeliveryMethod;
  methodReason: string;
  courierId: string | null;
  freightPayer: FreightPayer;
  freightSettlement: FreightSettlement;
  packingRequirement: string;
};

/** What the contract says, to compare with. */
export type ContractTerms = {
  deliveryMethod: DeliveryMethod;
  freightPayer: FreightPayer;
  /** Earliest date of the lines on the notice. */
  dueOn: string;
  hasFreightLine: boolean;
};

export type Deviation = "LATE" | "TYPED_CONSIGNEE" | "METHOD" | "FREIGHT_PAYER";

/** Where the notice departs from the contract; each is highlighted, the first three with a reason. */
export function deviationsOf(head: NoticeHead, contract: ContractTerms): Deviation[] {
  const found: [Deviation, boolean][] = [
    ["LATE", head.requiredShipOn > contract.dueOn],
    ["TYPED_CONSIGNEE", head.consigneeSource === "TYPED"],
    ["METHOD", head.deliveryMethod !== contract.deliveryMethod],
    ["FREIGHT_PAYER", head.freightPayer !== contract.freightPayer],
  ];
  return found.filter(([, holds]) => holds).map(([name]) => name);
}

const REASON_FIELDS: Partial<Record<Deviation, "lateReason" | "consigneeReason" | "methodReason">> =
  {
    LATE: "lateReason",
    TYPED_CONSIGNEE: "consigneeReason",
    METHOD: "methodReason",
    FREIGHT_PAYER: "methodReason",
  };

/** What must be put right before the notice may be issued; drafts may have gaps. */
export function noticeIssues(
  head: NoticeHead,
  contract: ContractTerms,
  today: string,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const required = (path: string, value: string | null) => {
    if (value === null || value.trim() === "") issues.push({ path, code: "common.required" });
  };
  required("consignee.company", head.consignee.company);
  required("consignee.contactPerson", head.consignee.contactPerson);
  required("consignee.address", head.consignee.address);
  required("consignee.phone", head.consignee.phone);
  if (head.consignee.phone.trim() !== "" && !hasPhone(head.consignee.phone)) {
    issues.push({ path: "consignee.phone", code: "shipping.phone_malformed" });
  }
  required("packingRequirement", head.packingRequirement);
  if (needsCourier(head.deliveryMethod)) required("courierId", head.courierId);
  if (head.requiredShipOn < today)
    issues.push({ path: "requiredShipOn", code: "shipping.date_in_past" });
  for (const deviation of deviationsOf(head, contract)) {
    const field = REASON_FIELDS[deviation];
    if (field && head[field].trim() === "") {
      issues.push({ path: field, code: `shipping.reason_${deviation.toLowerCase()}` });
    }
  }
  const settlementFault = freightFault(head, contract.hasFreightLine);
  if (settlementFault) issues.push({ path: "freightSettlement", code: settlementFault });
  return issues;
}

/** Conventions 4.10: the customer pays on collection or through a freight line; we never send freight collect. */
function freightFault(
  { freightPayer, freightSettlement }: NoticeHead,
  hasFreightLine: boolean,
): string | null {
  if (freightPayer === "CUSTOMER" && freightSettlement !== "COLLECT" && !hasFreightLine) {
    return "shipping.freight_must_collect";
  }
  if (freightPayer === "SUPPLIER" && freightSettlement === "COLLECT")
    return "shipping.freight_not_collect";
  return null;
}

/** A consignee may have a mobile and a landline in one field. */
function hasPhone(text: string): boolean {
  return (
    parsePhone(text) !== null ||
    text.split(/[\s,，;；、/]+/).some((part) => parsePhone(part) !== null)
  );
}

export const EMPTY_CONSIGNEE: Consignee = {
  company: "",
  contactPerson: "",
  phone: "",
  address: "",
  postalCode: "",
};
