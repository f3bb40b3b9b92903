/** What the screens of packing lists, waybills, the shipping log and receipt confirmation send (F11 to F14). */
import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { ENCLOSED_DOCS, FREIGHT_SETTLEMENTS } from "@/lib/shipping/labels";
import {
  CONTACT_CHANNELS,
  PACKAGE_TYPES,
  RECEIPT_RESULTS,
  type ReceiptResult,
  SERVICE_LEVELS,
} from "./labels";

const text = (max: number) => z.string().trim().max(max, "common.too_long");
const needed = (max: number) => text(max).min(1, "common.required");
const rowVersion = z.int().positive();
const optionalDate = z
  .union([z.null(), z.literal(""), z.string().refine(isCalendarDate, "common.date_malformed")])
  .transform((value) => (value === "" ? null : value));
const weight = z
  .string()
  .trim()
  .min(1, "common.required")
  .refine(
    (value) => value === "" || (Quantity.parse(value)?.isPositive() ?? false),
    "dispatch.weight_malformed",
  );
const optionalWeight = z
  .string()
  .trim()
  .refine(
    (value) => value === "" || (Quantity.parse(value)?.isPositive() ?? false),
    "dispatch.weight_malformed",
  )
  .transform((value) => (value === "" ? null : value));
const optionalMoney = z
  .string()
  .trim()
  .refine((value) => {
    if (value === "") return true;
    const amount = Money.parse(value);
    return amount !== null && !amount.isNegative();
  }, "common.amount_malformed")
  .transform((value) => (value === "" ? null : value));
const centimetres = z.int().min(1).max(1000).nullable();

export const startPackingInput = z.strictObject({ slipId: z.uuid() });
export type StartPackingInput = z.output<typeof startPackingInput>;

const packingRef = z.strictObject({ packingListId: z.uuid(), rowVersion });

const box = z.strictObject({
  packageType: z.enum(PACKAGE_TYPES),
  lengthCm: centimetres,
  widthCm: centimetres,
  heightCm: centimetres,
  netWeightKg: optionalWeight,
  grossWeightKg: optionalWeight,
});

export const savePackingInput = packingRef.extend({
  boxes: z.array(box).min(1, "dispatch.box_missing").max(99, "dispatch.too_many_boxes"),
  lines: z
    .array(
      z.strictObject({
        slipLineId: z.uuid(),
        boxNo: z.int().min(1).max(99),
        packedQty: z
          .string()
          .trim()
          .refine(
            (value) => Quantity.parse(value)?.isPositive() ?? false,
            "dispatch.quantity_not_positive",
          ),
      }),
    )
    .max(400, "dispatch.too_many_lines"),
  enclosedDocs: z.array(z.enum(ENCLOSED_DOCS)).max(ENCLOSED_DOCS.length),
  remark: text(1000),
});
export type SavePackingInput = z.output<typeof savePackingInput>;

export const tickLineInput = packingRef.extend({ lineId: z.uuid(), checked: z.boolean() });
export type TickLineInput = z.output<typeof tickLineInput>;

export const boxPackingInput = packingRef.extend({
  checkedAgainstContract: z.boolean(),
  /** Who compared the goods with the list; two people are better than one. */
  checkedById: z.uuid("dispatch.checker_missing"),
});
export type BoxPackingInput = z.output<typeof boxPackingInput>;

export const voidPackingInput = packingRef.extend({ reason: needed(200) });
export type VoidPackingInput = z.output<typeof voidPackingInput>;

export const pickUpInput = packingRef.extend({
  receiverName: needed(40),
  receiverIdNo: needed(40),
  receiverPhone: needed(40),
  vehicleNo: text(20),
});
export type PickUpInput = z.output<typeof pickUpInput>;

export const departInput = packingRef.extend({ driverName: needed(40), vehicleNo: needed(20) });
export type DepartInput = z.output<typeof departInput>;

export const createWaybillInput = z.strictObject({
  packingListIds: z.array(z.uuid()).min(1, "dispatch.packing_list_missing").max(20),
});
export type CreateWaybillInput = z.output<typeof createWaybillInput>;

const waybillRef = z.strictObject({ waybillId: z.uuid(), rowVersion });

export const saveWaybillInput = waybillRef.extend({
  courierId: z.uuid("dispatch.courier_missing"),
  contents: needed(80),
  pieces: z.int().min(1).max(999),
  weightKg: weight,
  serviceLevel: z.enum(SERVICE_LEVELS),
  freightSettlement: z.enum(FREIGHT_SETTLEMENTS),
  freightAmount: optionalMoney,
  insuredValue: optionalMoney,
  remark: text(1000),
});
export type SaveWaybillInput = z.output<typeof saveWaybillInput>;

export const notifyCourierInput = waybillRef.extend({ courierContact: needed(60) });
export type NotifyCourierInput = z.output<typeof notifyCourierInput>;

export const handOverInput = waybillRef.extend({
  waybillNo: needed(40),
  pickedUpBy: needed(40),
  freightAmount: optionalMoney,
});
export type HandOverInput = z.output<typeof handOverInput>;

export const correctWaybillInput = waybillRef.extend({
  waybillNo: needed(40),
  courierContact: needed(60),
  remark: text(1000),
  reason: needed(200),
});
export type CorrectWaybillInput = z.output<typeof correctWaybillInput>;

export const trackWaybillInput = waybillRef.extend({
  outcome: z.enum(["SIGNED", "EXCEPTION", "RETURNED"]),
  signedByName: text(40),
  exception: text(200),
});
export type TrackWaybillInput = z.output<typeof trackWaybillInput>;

export const voidWaybillInput = waybillRef.extend({ reason: needed(200) });
export type VoidWaybillInput = z.output<typeof voidWaybillInput>;

export const remarkLogInput = z.strictObject({
  logEntryId: z.uuid(),
  rowVersion,
  remark: text(500),
});
export type RemarkLogInput = z.output<typeof remarkLogInput>;

const hasArrived = (result: ReceiptResult) =>
  result === "RECEIVED_OK" || result === "RECEIVED_WITH_PROBLEM";

export const confirmDeliveryInput = z
  .strictObject({
    logEntryId: z.uuid(),
    contactedAt: z.iso.datetime({ offset: true, error: "common.date_malformed" }),
    channel: z.enum(CONTACT_CHANNELS),
    contactName: needed(40),
    contactPhone: needed(40),
    result: z.enum(RECEIPT_RESULTS),
    receivedOn: optionalDate,
    receivedByName: text(40),
    problem: text(500),
    action: text(500),
  })
  .superRefine((input, context) => {
    const arrived = hasArrived(input.result);
    const missing = (path: string) =>
      context.addIssue({ code: "custom", path: [path], message: "common.required" });
    if (arrived && input.receivedOn === null) missing("receivedOn");
    if (arrived && input.receivedByName === "") missing("receivedByName");
    if (input.result === "RECEIVED_WITH_PROBLEM" && input.problem === "") missing("problem");
    if (input.result === "RECEIVED_WITH_PROBLEM" && input.action === "") missing("action");
  })
  // What was typed before the result was changed is not part of the record.
  .transform((input) => ({
    ...input,
    ...(hasArrived(input.result) ? {} : { receivedOn: null, receivedByName: "" }),
    ...(input.result === "RECEIVED_WITH_PROBLEM" ? {} : { problem: "", action: "" }),
  }));
export type ConfirmDeliveryInput = z.output<typeof confirmDeliveryInput>;
