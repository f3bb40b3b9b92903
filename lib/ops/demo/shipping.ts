import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { boxPacking } from "@/lib/dispatch/box-packing";
import { handOver, notifyCourier } from "@/lib/dispatch/hand-over";
import { tickLine } from "@/lib/dispatch/save-packing";
import { startPacking } from "@/lib/dispatch/start-packing";
import { createWaybill, saveWaybill } from "@/lib/dispatch/write-waybill";
import { clock } from "@/lib/server/clock";
import { db, type Prisma } from "@/lib/server/db";
import { approveSlip } from "@/lib/shipping/approve-slip";
import { issueNotice } from "@/lib/shipping/issue-notice";
import { issueSlip } from "@/lib/shipping/issue-slip";
import { saveNotice } from "@/lib/shipping/save-notice";
import { saveNoticeInput } from "@/lib/shipping/schema";
import { signSlip } from "@/lib/shipping/sign-slip";
import { saveSlip, startSlip } from "@/lib/shipping/start-slip";
import { submitSlip } from "@/lib/shipping/submit-slip";
import { newKey } from "./keys";
import type { Staff, Username } from "./people";
import { prepareStock } from "./preparation-acts";

const EXCEPTION = "老客户生产急用,欠款本月底前结清";

type Ready = { qtyFromStock: Prisma.Decimal; producedQty: Prisma.Decimal };

/** From stock, and what the workshop has delivered since. */
function readyOf({ qtyFromStock, producedQty }: Ready): Prisma.Decimal {
  return qtyFromStock.plus(producedQty);
}

/** The notice for what can be shipped of a contract; null when nothing can. `share` of each line, 1 for all. */
export async function writeNotice(
  staff: Staff,
  clerk: Username,
  contractId: string,
  share = 1,
): Promise<string | null> {
  if (!(await prepareStock(staff, clerk, contractId))) return null;
  const contract = await db.contract.findUniqueOrThrow({
    where: { id: contractId },
    include: { lines: { orderBy: { lineNo: "asc" } } },
  });
  const open = contract.lines.filter(
    (line) => line.lineKind === "GOODS" && readyOf(line).greaterThan(line.noticedQty),
  );
  if (open.length === 0) return null;
  const courier = await db.courier.findFirstOrThrow({
    where: { code: "ZTO" },
    select: { id: true },
  });
  const today = clock.today();
  const isLate =
    contract.deliveryFrom !== null && contract.deliveryFrom.toISOString().slice(0, 10) < today;
  const input = saveNoticeInput.parse({
    contractId,
    noticeId: null,
    rowVersion: null,
    requiredShipOn: today,
    lateReason: isLate ? "货款到账后安排" : "",
    consigneeSource: "CONTRACT",
    addressId: null,
    consignee: { company: "", contactPerson: "", phone: "", address: "", postalCode: "" },
    consigneeReason: "",
    deliveryMethod: contract.deliveryMethod,
    methodReason: "",
    courierId: courier.id,
    freightPayer: contract.freightPayer,
    freightSettlement: "PREPAID_MONTHLY",
    packingRequirement: contract.packingRequirement,
    enclosedDocs: ["CERTIFICATE", "PACKING_LIST"],
    invoiceWithGoods: false,
    remark: "",
    quantities: Object.fromEntries(
      open.map((line) => {
        const rest = Quantity.of(readyOf(line).minus(line.noticedQty));
        const part =
          share === 1
            ? rest
            : Quantity.of(Math.max(1, Math.floor(Number(rest.toString()) * share)));
        return [line.id, part.toString()];
      }),
    ),
    charges: {},
  });
  const { noticeId } = await saveNotice(await staff.who(clerk), input, newKey());
  return noticeId;
}

/** Issued as far as the gates let it: true when goods may leave. */
export async function sendNotice(
  staff: Staff,
  clerk: Username,
  noticeId: string,
): Promise<boolean> {
  const { outcome } = await issueNotice(
    await staff.who(clerk),
    await noticeRef(noticeId),
    newKey(),
  );
  return outcome === "ISSUED";
}

async function noticeRef(id: string) {
  const { rowVersion } = await db.shippingNotice.findUniqueOrThrow({
    where: { id },
    select: { rowVersion: true },
  });
  return { noticeId: id, rowVersion };
}

async function slipRef(id: string) {
  const { rowVersion } = await db.outboundSlip.findUniqueOrThrow({
    where: { id },
    select: { rowVersion: true },
  });
  return { slipId: id, rowVersion };
}

/** The slip is started and stays a draft. */
export async function draftSlip(staff: Staff, clerk: Username, noticeId: string): Promise<string> {
  const { slipId } = await startSlip(await staff.who(clerk), await noticeRef(noticeId), newKey());
  return slipId;
}

/** The slip is filled and submitted; with a reason when the customer breaks the conditions (R1.3.1-e). */
export async function writeSlip(staff: Staff, clerk: Username, noticeId: string): Promise<string> {
  const slipId = await draftSlip(staff, clerk, noticeId);
  try {
    await submitSlip(await staff.who(clerk), await slipRef(slipId), newKey());
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await explain(staff, clerk, slipId);
    await submitSlip(await staff.who(clerk), await slipRef(slipId), newKey());
  }
  return slipId;
}

async function explain(staff: Staff, clerk: Username, slipId: string): Promise<void> {
  const lines = await db.slipLine.findMany({ where: { slipId, lineKind: "GOODS" } });
  const quantities = Object.fromEntries(
    lines.flatMap(({ noticeLineId, requestedQty }) =>
      noticeLineId ? [[noticeLineId, requestedQty.toFixed(3)]] : [],
    ),
  );
  const input = { ...(await slipRef(slipId)), quantities, exceptionReason: EXCEPTION, remark: "" };
  await saveSlip(await staff.who(clerk), input, newKey());
}

/** The department head signs; true when the director has to sign too. */
export async function signAsHead(staff: Staff, slipId: string): Promise<boolean> {
  const { outcome } = await signSlip(
    await staff.who("chief"),
    { ...(await slipRef(slipId)), comment: "" },
    newKey(),
  );
  return outcome === "PENDING_DIRECTOR";
}

/** The director lets this one shipment go, for the figures on the screen. */
export async function letGo(staff: Staff, slipId: string): Promise<void> {
  const { creditSnapshot, rowVersion } = await db.outboundSlip.findUniqueOrThrow({
    where: { id: slipId },
  });
  const shown = creditSnapshot as { exposureAfter: string; violations: string[] };
  const input = {
    slipId,
    rowVersion,
    shownExposure: shown.exposureAfter,
    shownViolations: shown.violations,
    comment: "同意本次发货,请催款",
  };
  await approveSlip(await staff.who("director"), input, newKey());
}

/** The keeper issues everything; back to the director when the debt has grown meanwhile. */
export async function issueGoods(staff: Staff, slipId: string): Promise<void> {
  const values = async () => {
    const lines = await db.slipLine.findMany({ where: { slipId, lineKind: "GOODS" } });
    const quantities = Object.fromEntries(
      lines.map(({ id, requestedQty }) => [id, requestedQty.toFixed(3)]),
    );
    return { ...(await slipRef(slipId)), quantities, shortReason: "" };
  };
  const { outcome } = await issueSlip(await staff.who("keeper"), await values(), newKey());
  if (outcome === "ISSUED") return;
  await letGo(staff, slipId);
  await issueSlip(await staff.who("keeper"), await values(), newKey());
}

/** Ticked line by line and boxed; answers the packing list. */
export async function pack(staff: Staff, slipId: string, boxed: boolean): Promise<string> {
  const keeper = await staff.who("keeper");
  const { id } = await startPacking(await staff.who("clerk"), { slipId }, newKey());
  const ref = async () => {
    const { rowVersion } = await db.packingList.findUniqueOrThrow({
      where: { id },
      select: { rowVersion: true },
    });
    return { packingListId: id, rowVersion };
  };
  const lines = await db.packingLine.findMany({
    where: { packingListId: id },
    select: { id: true },
  });
  for (const line of boxed ? lines : lines.slice(0, 1)) {
    await tickLine(keeper, { ...(await ref()), lineId: line.id, checked: true }, newKey());
  }
  if (!boxed) return id;
  const input = {
    ...(await ref()),
    checkedAgainstContract: true,
    checkedById: staff.id("keeper2"),
  };
  await boxPacking(keeper, input, newKey());
  return id;
}

/** Waybill, courier called; answers the waybill. */
export async function callCourier(
  staff: Staff,
  packingListId: string,
  weightKg: string,
): Promise<string> {
  const clerk = await staff.who("clerk");
  const { id } = await createWaybill(clerk, { packingListIds: [packingListId] }, newKey());
  const waybill = await db.waybill.findUniqueOrThrow({ where: { id } });
  const input = {
    waybillId: id,
    rowVersion: waybill.rowVersion,
    courierId: waybill.courierId,
    contents: "刀具",
    pieces: 1,
    weightKg,
    serviceLevel: "STANDARD" as const,
    freightSettlement: waybill.freightSettlement,
    freightAmount: "18.00",
    insuredValue: null,
    remark: "",
  };
  const { rowVersion } = await saveWaybill(clerk, input, newKey());
  await notifyCourier(
    clerk,
    { waybillId: id, rowVersion, courierContact: "小赵 13800001234" },
    newKey(),
  );
  return id;
}

let parcels = 0;

/** The courier takes the parcel: shipped. */
export async function giveToCourier(staff: Staff, waybillId: string): Promise<void> {
  parcels += 1;
  const { rowVersion } = await db.waybill.findUniqueOrThrow({
    where: { id: waybillId },
    select: { rowVersion: true },
  });
  const input = {
    waybillId,
    rowVersion,
    waybillNo: `7512${String(8_800_000_000 + parcels * 137)}`,
    pickedUpBy: "小赵",
    freightAmount: "18.00",
  };
  await handOver(await staff.who("clerk"), input, newKey());
}
