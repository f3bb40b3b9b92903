import type { Actor } from "@/lib/auth/permissions";
import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import { db } from "@/lib/server/db";
import type { ContractStatus, SignStep, SlipStatus } from "@/lib/server/generated/enums";
import { newId } from "@/lib/server/ids";

/**
 * A shipment with all its papers as plain rows: what is printed does not depend on how it came about.
 * Everything belongs to one customer, whose owner may be given.
 */

const DAY = toDbDate(calendarDate("2026-11-23"));
const NOON = new Date("2026-11-23T04:00:00Z");
const CONSIGNEE = {
  company: "沈阳北方透平机械有限公司",
  contactPerson: "欧阳䶮",
  phone: "13840012345",
  address: "辽宁省沈阳市开发大路 16 号",
  postalCode: "110142",
};
const GOODS = { productName: "硬质合金立铣刀", spec: "φ10×22×72-4F", unit: "支" };

let count = 0;

type Options = {
  ownerId?: string | null;
  form?: "VERBAL" | "FORMAL";
  contractStatus?: ContractStatus;
  slipStatus?: SlipStatus;
};

export async function createShipment(clerk: Actor, options: Options = {}) {
  count += 1;
  const customer = await createPrintedCustomer(clerk, options.ownerId ?? null);
  const contract = await createPrintedContract(clerk, customer, options);
  const notice = await createPrintedNotice(clerk, contract);
  const slip = await createPrintedSlip(clerk, contract, notice, options.slipStatus ?? "APPROVED");
  const packingList = await createPrintedPackingList(clerk, contract, slip);
  const waybill = await createPrintedWaybill(clerk, packingList.id);
  const logEntry = await createPrintedLogEntry(clerk, contract, slip);
  return { customer, contract, notice, slip, packingList, waybill, logEntry };
}

type Customer = { id: string; name: string };
type Contract = { id: string; contractNo: string; lineId: string; customer: Customer };
type Row = { id: string; docNo: string };

async function createPrintedCustomer(clerk: Actor, ownerId: string | null): Promise<Customer> {
  const name = `沈阳北方透平机械有限公司 ${count}`;
  const data = { customerCode: `P${count}`, name, nameKey: name, category: "GENERAL" as const };
  return db.customer.create({
    data: { id: newId(), ...data, ownerId, createdById: clerk.id },
    select: { id: true, name: true },
  });
}

async function createPrintedContract(
  clerk: Actor,
  customer: Customer,
  { form = "VERBAL", contractStatus = "EXECUTING" }: Options,
): Promise<Contract> {
  const id = newId();
  const lineId = newId();
  const contractNo = `LG2026-${count.toFixed(0).padStart(3, "0")}`;
  const numbered = !["DRAFT", "PENDING_CHIEF", "PENDING_DIRECTOR", "CANCELLED"].includes(
    contractStatus,
  );
  await db.contract.create({
    data: {
      id,
      form,
      status: contractStatus,
      contractClass: "A",
      docNo: form === "VERBAL" ? `DH2026-${count.toFixed(0).padStart(4, "0")}` : null,
      ...(numbered ? { contractNo, year: 2026, seq: count, effectiveOn: DAY } : {}),
      customerId: customer.id,
      customerName: customer.name,
      buyer: { name: customer.name, legalRep: "刘镕" },
      intakeId: newId(),
      channel: "PHONE",
      orderedAt: NOON,
      ordererName: "慕容喆",
      consignee: CONSIGNEE,
      totalAmount: "865.00",
      paymentTerm: "MONTHLY",
      readBackConfirmed: true,
      readBackByName: "慕容喆",
      readBackAt: NOON,
      verbalReason: "REPEAT",
      clauses: { qualityClause: "按图纸和国家标准。", disputeClause: "协商解决。" },
      draftedById: clerk.id,
      draftedByName: clerk.name,
      drafterIds: [clerk.id],
      handlerId: clerk.id,
      createdAt: NOON,
      updatedAt: NOON,
      lines: {
        create: {
          id: lineId,
          lineNo: 1,
          ...GOODS,
          quantity: "10",
          unitPrice: "86.5",
          amount: "865.00",
          deliveryOn: DAY,
          supplyType: "STOCK",
          qtyFromStock: "10",
        },
      },
      ...(form === "FORMAL"
        ? {
            instalments: {
              create: [
                { sortNo: 1, kind: "PREPAYMENT", name: "预付款", percent: "30" },
                { sortNo: 2, kind: "BALANCE", name: "余款", percent: "70" },
              ],
            },
          }
        : {}),
    },
  });
  await createPrintedSignature("contract", id, "PREPARED", clerk.name);
  return { id, contractNo, lineId, customer };
}

export async function createPrintedSignature(
  subjectType: string,
  subjectId: string,
  step: SignStep,
  name: string,
  change: {
    decision?: "AGREE" | "RETURN" | "REJECT";
    voidedAt?: Date;
    onBehalfOfName?: string;
  } = {},
) {
  const hash = { revision: 1, contentHash: "0".repeat(64) };
  await db.signature.create({
    data: {
      id: newId(),
      subjectType,
      subjectId,
      step,
      decision: "AGREE",
      signedById: newId(),
      signedByName: name,
      signedAt: NOON,
      ...hash,
      ...change,
    },
  });
}

async function createPrintedNotice(clerk: Actor, contract: Contract): Promise<Row> {
  const docNo = `FH2026-${count.toFixed(0).padStart(4, "0")}`;
  const { id } = await db.shippingNotice.create({
    data: {
      id: newId(),
      docNo,
      status: "ISSUED",
      noticeOn: DAY,
      contractId: contract.id,
      contractNo: contract.contractNo,
      contractClass: "A",
      customerId: contract.customer.id,
      customerName: contract.customer.name,
      requiredShipOn: DAY,
      contractDueOn: DAY,
      consignee: CONSIGNEE,
      deliveryMethod: "EXPRESS",
      freightPayer: "CUSTOMER",
      freightSettlement: "COLLECT",
      enclosedDocs: ["CERTIFICATE"],
      paymentTerm: "MONTHLY",
      totalAmount: "865.00",
      lateReason: "客户要求推迟",
      preparedById: clerk.id,
      preparedByName: clerk.name,
      createdAt: NOON,
      issuedById: clerk.id,
      issuedByName: clerk.name,
      issuedAt: NOON,
      lines: {
        create: {
          lineNo: 1,
          contractLineId: contract.lineId,
          lineKind: "GOODS",
          ...GOODS,
          contractQty: "10",
          shippedBefore: "0",
          quantity: "10",
          unitPrice: "86.5",
          amount: "865.00",
        },
      },
    },
  });
  return { id, docNo };
}

async function createPrintedSlip(
  clerk: Actor,
  contract: Contract,
  notice: Row,
  status: SlipStatus,
): Promise<Row> {
  const docNo = `CK2026-${count.toFixed(0).padStart(4, "0")}`;
  const { id } = await db.outboundSlip.create({
    data: {
      id: newId(),
      docNo,
      status,
      slipOn: DAY,
      noticeId: notice.id,
      contractId: contract.id,
      contractNo: contract.contractNo,
      customerId: contract.customer.id,
      customerName: contract.customer.name,
      deliveryMethod: "EXPRESS",
      paymentTerm: "MONTHLY",
      isCreditSlip: true,
      totalAmount: "865.00",
      tier: "MID",
      tenureText: "2 年",
      creditSnapshot: {
        exposureBefore: "14800.00",
        thisAmount: "865.00",
        exposureAfter: "15665.00",
        limit: "15000.00",
        overdueAmount: "0.00",
        oldestDueOn: null,
        violations: ["V3_LIMIT"],
      },
      exceptionReason: "客户停机待料",
      preparedById: clerk.id,
      preparedByName: clerk.name,
      deptHeadById: newId(),
      createdAt: NOON,
      lines: {
        create: {
          lineNo: 1,
          contractLineId: contract.lineId,
          lineKind: "GOODS",
          ...GOODS,
          requestedQty: "10",
          unitPrice: "86.5",
          amount: "865.00",
          binCode: "A-03-2",
        },
      },
    },
  });
  await createPrintedSignature("outbound_slip", id, "DEPT_HEAD", "赵立新");
  return { id, docNo };
}

async function createPrintedPackingList(clerk: Actor, contract: Contract, slip: Row): Promise<Row> {
  const docNo = `ZX2026-${count.toFixed(0).padStart(4, "0")}`;
  const { id } = await db.packingList.create({
    data: {
      id: newId(),
      docNo,
      status: "BOXED",
      packedOn: DAY,
      slipId: slip.id,
      slipNo: slip.docNo,
      contractId: contract.id,
      contractNo: contract.contractNo,
      customerId: contract.customer.id,
      customerName: contract.customer.name,
      consignee: CONSIGNEE,
      enclosedDocs: ["CERTIFICATE"],
      checkedAgainstContract: true,
      preparedById: clerk.id,
      preparedByName: clerk.name,
      packedByName: "马喆",
      boxedAt: NOON,
      createdAt: NOON,
      boxes: { create: { boxNo: 1, grossWeightKg: "2.5" } },
      lines: {
        create: {
          lineNo: 1,
          slipLineId: newId(),
          ...GOODS,
          contractQty: "10",
          packedQty: "10",
          checkedAt: NOON,
        },
      },
    },
  });
  return { id, docNo };
}

async function createPrintedWaybill(clerk: Actor, packingListId: string): Promise<Row> {
  const docNo = `YD2026-${count.toFixed(0).padStart(4, "0")}`;
  const { id } = await db.waybill.create({
    data: {
      id: newId(),
      docNo,
      status: "HANDED_OVER",
      courierId: newId(),
      courierName: "中通快递",
      waybillNo: "75312345678901",
      recipient: CONSIGNEE,
      freightSettlement: "COLLECT",
      courierNotifiedAt: NOON,
      courierNotifiedByName: clerk.name,
      handedOverAt: NOON,
      handedOverByName: "马喆",
      createdById: clerk.id,
      createdByName: clerk.name,
      createdAt: NOON,
      packingLists: { create: { packingListId } },
    },
  });
  return { id, docNo };
}

async function createPrintedLogEntry(clerk: Actor, contract: Contract, slip: Row) {
  return db.shippingLogEntry.create({
    data: {
      id: newId(),
      year: 2026,
      seq: count,
      shippedOn: DAY,
      shippedAt: NOON,
      contractId: contract.id,
      contractNo: contract.contractNo,
      contractClass: "A",
      customerId: contract.customer.id,
      customerName: contract.customer.name,
      slipId: slip.id,
      slipNo: slip.docNo,
      deliveryMethod: "EXPRESS",
      carrier: "中通快递",
      waybillNo: "75312345678901",
      amount: "865.00",
      productSummary: "硬质合金立铣刀",
      totalQty: "10",
      consignee: CONSIGNEE,
      handlerName: clerk.name,
      confirmations: {
        create: {
          contactedAt: NOON,
          channel: "PHONE",
          contactName: "欧阳䶮",
          contactPhone: "13840012345",
          result: "RECEIVED_OK",
          receivedOn: DAY,
          receivedByName: "张师傅",
          recordedById: clerk.id,
          recordedByName: clerk.name,
          recordedAt: NOON,
        },
      },
    },
    select: { id: true, confirmations: { select: { id: true } } },
  });
}
