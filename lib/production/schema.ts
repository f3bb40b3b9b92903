/** What the screens of production send (F06, F07, F27). */
import * as z from "zod";
import { isCalendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { INSPECTION_RESULTS, PACK_FORMS, TASK_PRIORITIES } from "./labels";
import { TASK_STAGES } from "./stages";

const MAX_TASK_LINES = 300;

const text = (max: number) => z.string().trim().max(max, "common.too_long");
const needed = (max: number) => text(max).min(1, "common.required");
const date = z
  .string("common.required")
  .refine(isCalendarDate, "common.date_malformed")
  .transform((typed) => (isCalendarDate(typed) ? typed : z.NEVER));
const optionalDate = z
  .string()
  .nullable()
  .refine(
    (typed) => typed === null || typed === "" || isCalendarDate(typed),
    "common.date_malformed",
  )
  .transform((typed) => (typed !== null && isCalendarDate(typed) ? typed : null));
const rowVersion = z.int().positive();

function quantity({ zero }: { zero: boolean }) {
  return z
    .string()
    .trim()
    .transform((typed, context) => {
      if (typed === "" && zero) return Quantity.zero;
      const parsed = Quantity.parse(typed);
      if (parsed && (parsed.isPositive() || (zero && parsed.isZero()))) return parsed;
      const fault = parsed ? "production.quantity_not_positive" : "common.quantity_malformed";
      context.addIssue({ code: "custom", message: typed === "" ? "common.required" : fault });
      return z.NEVER;
    });
}

const taskLineInput = z.strictObject({
  contractLineId: z.uuid(),
  /** Zero leaves the line out. */
  quantity: quantity({ zero: true }),
  extraReason: text(200),
  requiredOn: date,
  technicalRequirement: text(500),
  packingRequirement: text(200),
});

/** The preparation order that goes with the notice of a mixed contract (R1.1.3-P). */
const preparationInput = z.strictObject({
  dueOn: date,
  packingRequirement: text(200),
});

export const saveTaskInput = z.strictObject({
  contractId: z.uuid(),
  /** Null for a new draft. */
  taskId: z.uuid().nullable(),
  rowVersion: rowVersion.nullable(),
  toDepartment: needed(40),
  priorPerson: needed(40),
  priorOn: date,
  priorPromisedOn: date,
  priorNote: text(300),
  priority: z.enum(TASK_PRIORITIES),
  remark: text(1000),
  lines: z.array(taskLineInput).max(MAX_TASK_LINES, "production.too_many_lines"),
  /** Null where the contract has no stock rows, or they are covered already. */
  preparation: preparationInput.nullable(),
});
export type SaveTaskInput = z.output<typeof saveTaskInput>;
export type SaveTaskValues = z.input<typeof saveTaskInput>;

export const taskInput = z.strictObject({ taskId: z.uuid(), rowVersion });
export type TaskInput = z.output<typeof taskInput>;

export const signTaskInput = z.strictObject({ ...taskInput.shape, comment: text(500).default("") });
export type SignTaskInput = z.output<typeof signTaskInput>;

export const refuseTaskInput = z.strictObject({ ...taskInput.shape, comment: needed(200) });
export type RefuseTaskInput = z.output<typeof refuseTaskInput>;

export const cancelTaskInput = z.strictObject({
  ...refuseTaskInput.shape,
  /** The preparation order that was issued in the same step ends too. */
  withPreparation: z.boolean().optional(),
});
export type CancelTaskInput = z.output<typeof cancelTaskInput>;

export const acceptTaskInput = z.strictObject({
  ...taskInput.shape,
  /** Promised date of each line, by its id. */
  promises: z
    .record(z.uuid(), date)
    .refine((cells) => Object.keys(cells).length <= MAX_TASK_LINES, "production.too_many_lines"),
  reason: text(200),
});
export type AcceptTaskInput = z.output<typeof acceptTaskInput>;

export const changeTaskInput = z.strictObject({
  ...taskInput.shape,
  priority: z.enum(TASK_PRIORITIES),
  lines: z
    .array(
      z.strictObject({
        id: z.uuid(),
        requiredOn: date,
        technicalRequirement: text(500),
        packingRequirement: text(200),
      }),
    )
    .min(1, "production.has_lines")
    .max(MAX_TASK_LINES, "production.too_many_lines"),
  reason: needed(200),
});
export type ChangeTaskInput = z.output<typeof changeTaskInput>;

const lineRef = { taskLineId: z.uuid(), rowVersion };

export const logTaskInput = z.strictObject({
  ...lineRef,
  stage: z.enum(TASK_STAGES),
  doneQty: quantity({ zero: true }),
  contactPerson: text(40),
  content: text(500),
  newExpectedOn: optionalDate,
  delayReason: text(300),
});
export type LogTaskInput = z.output<typeof logTaskInput>;
export type LogTaskValues = z.input<typeof logTaskInput>;

export const informCustomerInput = z.strictObject({
  ...lineRef,
  informedOn: date,
  /** Whom, and how: by telephone, by mail. */
  informedHow: needed(200),
});
export type InformCustomerInput = z.output<typeof informCustomerInput>;

export const assignTrackerInput = z.strictObject({ ...lineRef, trackerId: z.uuid() });
export type AssignTrackerInput = z.output<typeof assignTrackerInput>;

export const deliverGoodsInput = z.strictObject({
  ...lineRef,
  quantity: quantity({ zero: false }),
  /** Why more comes than the task asks for. */
  overReason: text(200),
  batchNo: text(40),
  inspectionNo: needed(40),
  packedByName: needed(40),
  packedOn: date,
  packForm: z.enum(PACK_FORMS),
  qtyPerPack: quantity({ zero: false }),
  packCount: z
    .string()
    .trim()
    .regex(/^[1-9]\d{0,5}$/, "production.pack_count_malformed")
    .transform((typed) => Number.parseInt(typed, 10)),
  labelPrinted: z.boolean(),
  remark: text(200),
});
export type DeliverGoodsInput = z.output<typeof deliverGoodsInput>;
export type DeliverGoodsValues = z.input<typeof deliverGoodsInput>;

const slipRef = { slipId: z.uuid(), rowVersion };

export const inspectGoodsInput = z.strictObject({
  ...slipRef,
  rejectedQty: quantity({ zero: true }),
  result: z.enum(INSPECTION_RESULTS),
  inspectionNo: needed(40),
  note: text(200),
});
export type InspectGoodsInput = z.output<typeof inspectGoodsInput>;

export const receiveGoodsInput = z.strictObject({
  ...slipRef,
  receivedQty: quantity({ zero: false }),
  batchNo: text(40),
  binCode: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, "stock.bin_malformed"),
  remark: text(200),
});
export type ReceiveGoodsInput = z.output<typeof receiveGoodsInput>;

export const cancelReceiptInput = z.strictObject({ ...slipRef, comment: needed(200) });
export type CancelReceiptInput = z.output<typeof cancelReceiptInput>;
