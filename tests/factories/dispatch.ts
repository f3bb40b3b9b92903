import { boxPacking } from "@/lib/dispatch/box-packing";
import { handOver, notifyCourier } from "@/lib/dispatch/hand-over";
import { savePacking, tickLine } from "@/lib/dispatch/save-packing";
import {
  type ConfirmDeliveryInput,
  confirmDeliveryInput,
  type SavePackingInput,
} from "@/lib/dispatch/schema";
import { startPacking } from "@/lib/dispatch/start-packing";
import { createWaybill, saveWaybill } from "@/lib/dispatch/write-waybill";
import { db } from "@/lib/server/db";
import { DEFAULT_COURIERS } from "@/lib/settings/default-couriers";
import type { SaveNoticeValues } from "@/lib/shipping/schema";
import { aKey } from "./people";
import {
  aDraftNotice,
  aPostedSlip,
  aShippableContract,
  type Shippable,
  type ShippingTeam,
  tryToIssue,
} from "./shipping";

type Method = SaveNoticeValues["deliveryMethod"];

/** The courier of these tests, there once for all of them. */
export async function theCourier(): Promise<string> {
  const [row] = DEFAULT_COURIERS.filter(({ code }) => code === "SF");
  if (!row) throw new Error("There is no SF among the couriers");
  await db.courier.createMany({ data: [row], skipDuplicates: true });
  const { id } = await db.courier.findUniqueOrThrow({ where: { code: row.code } });
  return id;
}

/** An issued slip of its own small contract, to leave in the given way. */
export async function anIssuedSlip(
  team: ShippingTeam,
  options: { contract?: Shippable; quantities?: readonly string[]; method?: Method } = {},
): Promise<string> {
  const { method = "EXPRESS" } = options;
  const contract = options.contract ?? (await aShippableContract(team));
  const needsCourier = method === "EXPRESS" || method === "LOGISTICS";
  const noticeId = await aDraftNotice(team, contract, options.quantities, {
    deliveryMethod: method,
    methodReason: method === "EXPRESS" ? "" : "客户要求",
    courierId: needsCourier ? await theCourier() : null,
  });
  const { outcome, failing } = await tryToIssue(team, noticeId);
  if (outcome !== "ISSUED") throw new Error(`The notice is ${outcome}: ${failing.join()}`);
  return aPostedSlip(team, noticeId);
}

export async function aPackingDraft(team: ShippingTeam, slipId: string): Promise<string> {
  const { id } = await startPacking(team.clerk, { slipId }, aKey());
  return id;
}

export function seenPacking(id: string) {
  return db.packingList.findUniqueOrThrow({
    where: { id },
    include: { boxes: { orderBy: { boxNo: "asc" } }, lines: { orderBy: { lineNo: "asc" } } },
  });
}

export async function packingRef(id: string) {
  const { rowVersion } = await seenPacking(id);
  return { packingListId: id, rowVersion };
}

/** One box with everything in it, as the form sends it, with changes. */
export async function packingValues(
  id: string,
  changes: Partial<SavePackingInput> = {},
): Promise<SavePackingInput> {
  const { lines } = await seenPacking(id);
  const box = { lengthCm: 40, widthCm: 30, heightCm: 20, netWeightKg: "3", grossWeightKg: "3.5" };
  return {
    ...(await packingRef(id)),
    boxes: [{ packageType: "CARTON", ...box }],
    lines: lines.map(({ slipLineId, boxNo, packedQty }) => ({
      slipLineId,
      boxNo,
      packedQty: packedQty.toFixed(3),
    })),
    enclosedDocs: ["CERTIFICATE"],
    remark: "",
    ...changes,
  };
}

export async function divide(team: ShippingTeam, id: string, changes: Partial<SavePackingInput>) {
  return savePacking(team.clerk, await packingValues(id, changes), aKey());
}

/** Every line compared with the goods. */
export async function tickAll(team: ShippingTeam, id: string): Promise<void> {
  const { lines } = await seenPacking(id);
  for (const line of lines) {
    const input = { ...(await packingRef(id)), lineId: line.id, checked: true };
    await tickLine(team.keeper, input, aKey());
  }
}

export async function boxValues(team: ShippingTeam, id: string) {
  return {
    ...(await packingRef(id)),
    checkedAgainstContract: true,
    checkedById: team.keeper.id,
  };
}

/** Checked and boxed: the clerk packs, the keeper checks. */
export async function aBoxedList(team: ShippingTeam, slipId: string): Promise<string> {
  const id = await aPackingDraft(team, slipId);
  await tickAll(team, id);
  await boxPacking(team.clerk, await boxValues(team, id), aKey());
  return id;
}

export function seenWaybill(id: string) {
  return db.waybill.findUniqueOrThrow({ where: { id }, include: { packingLists: true } });
}

export async function waybillRef(id: string) {
  const { rowVersion } = await seenWaybill(id);
  return { waybillId: id, rowVersion };
}

export async function aWaybill(
  team: ShippingTeam,
  packingListIds: readonly string[],
): Promise<string> {
  const { id } = await createWaybill(team.clerk, { packingListIds: [...packingListIds] }, aKey());
  return id;
}

/** Filled as far as the courier asks for. */
export async function aWeighedWaybill(
  team: ShippingTeam,
  packingListIds: readonly string[],
): Promise<string> {
  const id = await aWaybill(team, packingListIds);
  const { courierId, contents, pieces, freightSettlement } = await seenWaybill(id);
  await saveWaybill(
    team.clerk,
    {
      ...(await waybillRef(id)),
      ...{ courierId, contents, pieces, freightSettlement },
      weightKg: "3.5",
      serviceLevel: "STANDARD",
      freightAmount: null,
      insuredValue: null,
      remark: "",
    },
    aKey(),
  );
  return id;
}

export async function aNotifiedWaybill(
  team: ShippingTeam,
  packingListIds: readonly string[],
): Promise<string> {
  const id = await aWeighedWaybill(team, packingListIds);
  const input = { ...(await waybillRef(id)), courierContact: "小张 13800000000" };
  await notifyCourier(team.clerk, input, aKey());
  return id;
}

export async function handOverValues(id: string, waybillNo = "SF1234567890123") {
  return { ...(await waybillRef(id)), waybillNo, pickedUpBy: "小张", freightAmount: null };
}

export type Shipped = { slipId: string; packingListId: string; waybillId: string; logId: string };

/** Goods that have left with a courier, and their row in the shipping log. */
export async function aShipment(
  team: ShippingTeam,
  options: Parameters<typeof anIssuedSlip>[1] = {},
): Promise<Shipped> {
  return handedOver(team, await anIssuedSlip(team, options));
}

/** The goods of an issued slip, boxed and given to the courier. */
export async function handedOver(team: ShippingTeam, slipId: string): Promise<Shipped> {
  const packingListId = await aBoxedList(team, slipId);
  const waybillId = await aNotifiedWaybill(team, [packingListId]);
  await handOver(team.clerk, await handOverValues(waybillId), aKey());
  const { id: logId } = await logOf(slipId);
  return { slipId, packingListId, waybillId, logId };
}

export function logOf(slipId: string) {
  return db.shippingLogEntry.findUniqueOrThrow({
    where: { slipId },
    include: { confirmations: true },
  });
}

/** What the form sends about one contact; arrived in order unless said otherwise. */
export function contactValues(
  logEntryId: string,
  changes: Partial<Record<string, string>> = {},
): ConfirmDeliveryInput {
  return confirmDeliveryInput.parse({
    logEntryId,
    contactedAt: "2026-11-26T09:30:00+08:00",
    channel: "PHONE",
    contactName: "王工",
    contactPhone: "13840012345",
    result: "RECEIVED_OK",
    receivedOn: "2026-11-25",
    receivedByName: "王工",
    problem: "",
    action: "",
    ...changes,
  });
}
