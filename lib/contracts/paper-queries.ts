import "server-only";
import { type Actor, seesPrices } from "@/lib/auth/permissions";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money, splitByWeights } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { splitTax, UnitPrice } from "@/lib/core/unit-price";
import type { PaperMark, PrintablePaper } from "@/lib/pdf/paper-frame";
import { latestSignature } from "@/lib/pdf/paper-signature";
import { db } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import type { ContractStatus } from "@/lib/server/generated/enums";
import { listSignatures } from "@/lib/server/signatures";
import type { ClauseKey } from "@/lib/settings/clause-keys";
import { getCompanyProfile, listBankAccounts } from "@/lib/settings/queries";
import { CHANGE_PAGE_TITLE, type ChangePage, changePageBlocks } from "./change-page";
import { changePageOf } from "./change-page-query";
import type { ContractPaperLine, PaperConsignee } from "./contract-paper";
import {
  formalContractDocument,
  type PaperInstalment,
  type PaperParty,
} from "./formal-contract-pdf";
import {
  CHANNEL_WORDS,
  DELIVERY_WORDS,
  FREIGHT_PAYER_WORDS,
  INVOICE_WORDS,
  instalmentWords,
  termWords,
  verbalReasonWords,
} from "./paper-words";
import { isContractVisible } from "./queries";
import { verbalOrderDocument } from "./verbal-order-pdf";

const included = {
  lines: { orderBy: { lineNo: "asc" } },
  instalments: { orderBy: { sortNo: "asc" } },
} as const satisfies Prisma.ContractInclude;

type ContractRow = Prisma.ContractGetPayload<{ include: typeof included }>;

/** The paper of a contract in either form (F02, F03); null when there is none within the actor's reach. */
export async function findContractPaper(actor: Actor, id: string): Promise<PrintablePaper | null> {
  const contract = await db.contract.findFirst({
    where: { id, deletedAt: null },
    include: included,
  });
  if (!contract || !seesPrices(actor)) return null;
  if (!(await isContractVisible(actor, id))) return null;
  const change = await changeInForce(contract);
  const paper = await (contract.form === "VERBAL"
    ? verbalPaper(contract, change?.id)
    : formalPaper(contract, change?.id));
  const page = change && (await changePageOf(change, contract));
  return page ? withChangePage(paper, page) : paper;
}

/** The change under which the contract stands now; its signatures are the contract's. */
async function changeInForce({ id, revision }: ContractRow) {
  if (revision === 1) return null;
  return db.contractRevision.findFirst({
    where: { contractId: id, revision, status: { in: ["EFFECTIVE", "SUPERSEDED"] } },
  });
}

/** A changed contract carries the comparison with the version before it. */
function withChangePage(paper: PrintablePaper, page: ChangePage): PrintablePaper {
  return {
    ...paper,
    draw: (frame) => {
      const document = paper.draw(frame);
      const copy = { name: CHANGE_PAGE_TITLE, blocks: changePageBlocks(page) };
      return { ...document, copies: [...document.copies, copy] };
    },
  };
}

/** A numbered contract was approved, whatever was decided about it afterwards: the mark tells that it is void. */
function approvalOf(
  { contractNo }: ContractRow,
  signatures: Awaited<ReturnType<typeof listSignatures>>,
) {
  const valid =
    contractNo === null ? signatures : signatures.filter(({ decision }) => decision === "AGREE");
  return latestSignature(valid, "APPROVED");
}

async function verbalPaper(contract: ContractRow, changeId?: string): Promise<PrintablePaper> {
  const signatures = await listSignatures(changeId ?? contract.id);
  const { readBackAt } = contract;
  return {
    number: contract.docNo ?? contract.contractNo,
    mark: contractMark(contract.status),
    draw: (frame) =>
      verbalOrderDocument({
        ...contract,
        frame,
        channel: CHANNEL_WORDS[contract.channel],
        lines: contract.lines.map(paperLine),
        totalAmount: Money.of(contract.totalAmount).toString(),
        taxRate: contract.taxRate.toString(),
        invoiceType: INVOICE_WORDS[contract.invoiceType],
        deliveryMethod: DELIVERY_WORDS[contract.deliveryMethod],
        freightPayer: FREIGHT_PAYER_WORDS[contract.freightPayer],
        consignee: consigneeOf(contract.consignee),
        paymentTerm: termWords(contract.paymentTerm, contract.dueDays),
        readBack: readBackAt && { name: contract.readBackByName, at: readBackAt },
        verbalReason: verbalReasonWords(contract.verbalReason, contract.formReason),
        preparedBy: latestSignature(signatures, "PREPARED"),
        checkedBy: latestSignature(signatures, "CHECKED"),
        approvedBy: approvalOf(contract, signatures),
      }),
  };
}

async function formalPaper(contract: ContractRow, changeId?: string): Promise<PrintablePaper> {
  const [signatures, supplier] = await Promise.all([
    listSignatures(changeId ?? contract.id),
    supplierParty(),
  ]);
  const taxes = contract.lines.map(({ amount }) => splitTax(Money.of(amount), contract.taxRate));
  return {
    number: contract.contractNo,
    mark: contractMark(contract.status),
    draw: (frame) =>
      formalContractDocument({
        ...contract,
        frame,
        supplier,
        buyer: buyerParty(contract),
        signOn: contract.signDate && fromDbDate(contract.signDate),
        validFrom: contract.validFrom && fromDbDate(contract.validFrom),
        validTo: contract.validTo && fromDbDate(contract.validTo),
        lines: contract.lines.map(paperLine),
        totalAmount: Money.of(contract.totalAmount).toString(),
        netTotal: Money.sum(taxes.map(({ net }) => net)).toString(),
        taxTotal: Money.sum(taxes.map(({ tax }) => tax)).toString(),
        taxRate: contract.taxRate.toString(),
        invoiceType: INVOICE_WORDS[contract.invoiceType],
        clauses: contract.clauses as Partial<Record<ClauseKey, string>>,
        instalments: planOf(contract),
        preparedBy: latestSignature(signatures, "PREPARED"),
        checkedBy: latestSignature(signatures, "CHECKED"),
        approvedBy: approvalOf(contract, signatures),
      }),
  };
}

function contractMark(status: ContractStatus): PaperMark | null {
  if (status === "VOIDED" || status === "CANCELLED") return "VOIDED";
  const isPending =
    status === "DRAFT" || status === "PENDING_CHIEF" || status === "PENDING_DIRECTOR";
  return isPending ? "UNAPPROVED" : null;
}

function paperLine(line: ContractRow["lines"][number]): ContractPaperLine {
  const { packQuantity, packUnit } = line;
  return {
    ...line,
    isCharge: line.lineKind !== "GOODS",
    quantity: Quantity.of(line.quantity).toString(),
    packs:
      packQuantity && packUnit
        ? { quantity: Quantity.of(packQuantity).toString(), unit: packUnit }
        : null,
    unitPrice: UnitPrice.of(line.unitPrice).toString(),
    netUnitPrice: line.typedNetPrice && UnitPrice.of(line.typedNetPrice).toString(),
    amount: Money.of(line.amount).toString(),
    deliveryOn: line.deliveryOn && fromDbDate(line.deliveryOn),
    qtyFromStock: Quantity.of(line.qtyFromStock).toString(),
    qtyToProduce: Quantity.of(line.qtyToProduce).toString(),
    remark: line.lineRemark,
  };
}

/** The payment plan; the amounts add up to the total, whatever the percentages. */
function planOf({ instalments, totalAmount }: ContractRow): PaperInstalment[] {
  if (instalments.length === 0) return [];
  const amounts = splitByWeights(
    Money.of(totalAmount),
    instalments.map(({ percent }) => percent),
  );
  return instalments.map((step, index) => ({
    name: step.name,
    percent: Quantity.of(step.percent).toString(),
    amount: (amounts[index] ?? Money.zero).toString(),
    due: instalmentWords(step.kind, step.dueDays),
  }));
}

/** Our own block: the profile and the account on which we want the money. */
async function supplierParty(): Promise<PaperParty> {
  const [company, [account]] = await Promise.all([
    getCompanyProfile(),
    listBankAccounts(db, { activeOnly: true }),
  ]);
  const {
    name = "",
    address = "",
    legalRep = "",
    agent = "",
    phone = "",
    fax = "",
  } = company ?? {};
  return {
    name,
    address,
    legalRep,
    agent,
    phone,
    fax,
    taxId: company?.uscc ?? "",
    bankName: account?.bankName ?? "",
    bankAccountNo: account?.accountNo ?? "",
    postalCode: company?.postalCode ?? "",
  };
}

function buyerParty(contract: ContractRow): PaperParty {
  const text = jsonTexts(contract.buyer);
  return {
    name: text("name") || contract.customerName,
    address: text("address"),
    legalRep: text("legalRep"),
    agent: text("agent"),
    phone: text("phone"),
    fax: text("fax"),
    taxId: text("taxId"),
    bankName: text("bankName"),
    bankAccountNo: text("bankAccountNo"),
    postalCode: text("postalCode"),
  };
}

/** The consignee block as a document keeps it. */
export function consigneeOf(json: Prisma.JsonValue): PaperConsignee {
  const text = jsonTexts(json);
  return {
    company: text("company"),
    contactPerson: text("contactPerson"),
    phone: text("phone"),
    address: text("address"),
    postalCode: text("postalCode"),
  };
}

/** Reads texts out of a snapshot; what is missing or no text is blank. */
function jsonTexts(json: Prisma.JsonValue): (key: string) => string {
  const record = json !== null && typeof json === "object" && !Array.isArray(json) ? json : {};
  return (key) => {
    const value = record[key];
    return typeof value === "string" ? value : "";
  };
}
