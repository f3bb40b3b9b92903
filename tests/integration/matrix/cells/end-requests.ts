import { db } from "@/lib/server/db";
import { decideContractRequestAction } from "@/lib/shipping/actions";
import { type Cast, REASON } from "../cast";
import type { Act, DocumentMatrix } from "../harness";
import { DIRECTOR } from "../roles";
import { aContract, decideRequest, requested, verbal } from "./contract-ways";

const decideAct = (decision: "AGREE" | "REJECT", to: string): Act => ({
  action: decideContractRequestAction,
  permission: "contract:decide_end",
  input: async (requestId) => {
    const { rowVersion } = await db.contractRequest.findUniqueOrThrow({ where: { id: requestId } });
    return { requestId, rowVersion, decision, comment: REASON };
  },
  cells: { PENDING: { by: DIRECTOR, to } },
  refusal: "common.changed_meanwhile",
});

async function aRequest(cast: Cast, decision?: "AGREE" | "REJECT"): Promise<string> {
  const id = await requested(cast, await aContract(cast, verbal, "EFFECTIVE"));
  if (decision) await decideRequest(cast, id, decision);
  return id;
}

/** By request id; what the director decides is the contract's end. */
export const REQUESTS: DocumentMatrix = {
  name: "a request to end a contract",
  statuses: ["PENDING", "AGREED", "REFUSED", "WITHDRAWN"],
  unreached: ["WITHDRAWN"],
  make: {
    PENDING: (cast) => aRequest(cast),
    AGREED: (cast) => aRequest(cast, "AGREE"),
    REFUSED: (cast) => aRequest(cast, "REJECT"),
  },
  statusOf: async (id) => (await db.contractRequest.findUniqueOrThrow({ where: { id } })).status,
  acts: { agree: decideAct("AGREE", "AGREED"), refuse: decideAct("REJECT", "REFUSED") },
};
