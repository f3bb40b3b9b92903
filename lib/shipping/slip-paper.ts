import type { PaperFrame, PaperSignature } from "@/lib/pdf/paper-frame";
import type { ShippingPaperLine } from "./shipping-paper";

export type SlipPaperLine = ShippingPaperLine & {
  requestedQty: string;
  /** Null until the keeper has issued. */
  issuedQty: string | null;
  unitPrice: string;
  amount: string;
  binCode: string;
  batchNo: string;
};

/** What the credit check found when it last ran (rules 5.4); amounts as exact text. */
export type SlipPaperCredit = {
  exposureBefore: string;
  /** What this slip adds; nothing when it is paid in advance. */
  thisAmount: string;
  exposureAfter: string;
  /** Null where the customer has no limit. */
  limit: string | null;
  overdueAmount: string;
  oldestDueOn: string | null;
  /** Each violation in words; empty when there is none. */
  violations: readonly string[];
  /** What the director let the exposure grow to, when an exception was approved. */
  approvedExposure: string | null;
};

/** What an outbound slip (F10) shows; a red slip carries negative rows. Enumerations arrive as words. */
export type SlipPaper = {
  frame: PaperFrame;
  slipOn: string;
  outboundType: string;
  noticeNo: string;
  contractNo: string;
  customerName: string;
  consigneeCompany: string;
  warehouse: string;
  lines: readonly SlipPaperLine[];
  totalAmount: string;
  paymentTerm: string;
  tier: string;
  tenureText: string;
  credit: SlipPaperCredit | null;
  exceptionReason: string;
  shortReason: string;
  /** The reader may see prices at all (rules 5.9). */
  showsPrices: boolean;
  /** Setting keeperSeesPrices: prices on the warehouse copy too (Q39). */
  keeperSeesPrices: boolean;
  /** Number of the slip that a red slip takes back. */
  redOf: { number: string; reason: string } | null;
  preparedByName: string;
  preparedAt: Date;
  deptHead: PaperSignature | null;
  director: PaperSignature | null;
  directorIsNeeded: boolean;
  issuedByName: string | null;
  issuedAt: Date | null;
  /** Who took the goods, with papers and car, when somebody came for them. */
  receiver: { name: string; idNo: string; vehicleNo: string; at: Date | null } | null;
  remark: string;
};
