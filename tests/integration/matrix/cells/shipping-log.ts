import { confirmDeliveryAction, remarkLogEntryAction } from "@/lib/dispatch/actions";
import { RECEIPT_RESULTS } from "@/lib/dispatch/labels";
import { db } from "@/lib/server/db";
import { aShipment, contactValues } from "@/tests/factories/dispatch";
import { type Cast, does } from "../cast";
import type { DocumentMatrix } from "../harness";
import { CLERK } from "../roles";

const entry = (id: string) => db.shippingLogEntry.findUniqueOrThrow({ where: { id } });
const arrived = { receivedOn: "2026-11-23", receivedByName: "王工" };
const contacted = (id: string, result: string, changes = {}) =>
  contactValues(id, {
    contactedAt: "2026-11-23T08:00:00+08:00",
    result,
    receivedOn: "",
    receivedByName: "",
    ...changes,
  });

async function followed(
  { team }: Cast,
  result: (typeof RECEIPT_RESULTS)[number],
  changes: Record<string, string> = {},
): Promise<string> {
  const { logId } = await aShipment(team);
  await does(team.clerk, confirmDeliveryAction, contacted(logId, result, changes));
  return logId;
}

const OPEN = ["NEW", "NO_ANSWER", "NOT_RECEIVED", "RECEIVED_WITH_PROBLEM"];

/** By what the customer last said; a row of the log has no other state. */
export const SHIPPING_LOG: DocumentMatrix = {
  name: "a row of the shipping log",
  statuses: ["NEW", ...RECEIPT_RESULTS],
  make: {
    NEW: async ({ team }) => (await aShipment(team)).logId,
    NO_ANSWER: (cast) => followed(cast, "NO_ANSWER"),
    NOT_RECEIVED: (cast) => followed(cast, "NOT_RECEIVED"),
    RECEIVED_WITH_PROBLEM: (cast) =>
      followed(cast, "RECEIVED_WITH_PROBLEM", { ...arrived, problem: "外箱破损", action: "补发" }),
    RECEIVED_OK: (cast) => followed(cast, "RECEIVED_OK", arrived),
  },
  statusOf: async (id) => (await entry(id)).receiptResult ?? "NEW",
  acts: {
    remark: {
      action: remarkLogEntryAction,
      permission: "shipping_log:remark",
      input: async (logEntryId) => {
        const { rowVersion } = await entry(logEntryId);
        return { logEntryId, rowVersion, remark: "客户来电催过" };
      },
      cells: Object.fromEntries([...OPEN, "RECEIVED_OK"].map((to) => [to, { by: CLERK, to }])),
      refusal: {},
      again: true,
    },
    confirm: {
      action: confirmDeliveryAction,
      permission: "receipt_confirmation:write",
      input: async (id) => contacted(id, "RECEIVED_OK", arrived),
      cells: Object.fromEntries(OPEN.map((from) => [from, { by: CLERK, to: "RECEIVED_OK" }])),
      refusal: "dispatch.already_confirmed",
    },
  },
};
