import { db } from "@/lib/server/db";
import * as stock from "@/lib/stock/actions";
import { saveInbound } from "@/lib/stock/save-inbound";
import { aKey } from "@/tests/factories/people";
import { createStockProduct, inboundInput } from "@/tests/factories/stock";
import { type Cast, does, REASON } from "../cast";
import type { DocumentMatrix } from "../harness";
import { KEEPER } from "../roles";

const theSlip = (id: string) => db.inboundSlip.findUniqueOrThrow({ where: { id } });
const aLot = async () => ({ productId: (await createStockProduct()).id, quantity: "10" });

async function draft({ team }: Cast): Promise<string> {
  return (await saveInbound(team.keeper, inboundInput([await aLot()]), aKey())).slipId;
}
async function slipRef(slipId: string) {
  return { slipId, rowVersion: (await theSlip(slipId)).rowVersion };
}
const cancelling = async (id: string) => ({ ...(await slipRef(id)), comment: REASON });
async function posted(cast: Cast): Promise<string> {
  const id = await draft(cast);
  await does(cast.team.keeper, stock.postInboundAction, await slipRef(id));
  return id;
}
async function cancelled(cast: Cast): Promise<string> {
  const id = await draft(cast);
  await does(cast.team.keeper, stock.cancelInboundAction, await cancelling(id));
  return id;
}

/** The slip as the form sends it, with another lot. */
async function saved(id: string) {
  const { lines, ...head } = inboundInput([await aLot()]);
  const typed = lines.map((line) => ({ ...line, deliveredQty: "10", receivedQty: "10" }));
  return { ...head, ...(await slipRef(id)), lines: typed };
}

const INBOUND: DocumentMatrix = {
  name: "an inbound slip",
  statuses: ["DRAFT", "POSTED", "CANCELLED", "REVERSED"],
  unreached: ["REVERSED"],
  make: { DRAFT: draft, POSTED: posted, CANCELLED: cancelled },
  statusOf: async (id) => (await theSlip(id)).status,
  acts: {
    save: {
      action: stock.saveInboundAction,
      permission: "inbound:post",
      input: saved,
      cells: { DRAFT: { by: KEEPER, to: "DRAFT" } },
      refusal: "stock.not_a_draft",
      again: true,
    },
    post: {
      action: stock.postInboundAction,
      permission: "inbound:post",
      input: slipRef,
      cells: { DRAFT: { by: KEEPER, to: "POSTED" } },
      refusal: "stock.not_a_draft",
    },
    cancel: {
      action: stock.cancelInboundAction,
      permission: "inbound:post",
      input: cancelling,
      cells: { DRAFT: { by: KEEPER, to: "CANCELLED" } },
      refusal: "stock.not_a_draft",
    },
  },
};

export const STOCK: readonly DocumentMatrix[] = [INBOUND];
