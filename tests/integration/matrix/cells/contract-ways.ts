import * as contracts from "@/lib/contracts/actions";
import { db } from "@/lib/server/db";
import { decideContractRequestAction } from "@/lib/shipping/actions";
import { createContract, formalChanges, ref } from "@/tests/factories/contracts";
import { type Cast, does, REASON } from "../cast";
import type { DocumentMatrix } from "../harness";

export type Options = NonNullable<Parameters<typeof createContract>[0]>;
export type Status = NonNullable<Options["status"]>;
export const verbal: Options = {};
export const formal: Options = { order: formalChanges };

export async function aContract({ people }: Cast, kind: Options, status: Status): Promise<string> {
  return (await createContract({ ...kind, clerk: people.CLERK, status })).id;
}
export const decided = async (id: string) => ({ ...(await ref(id)), comment: REASON });

async function returned(cast: Cast, kind: Options): Promise<string> {
  const id = await aContract(cast, kind, "PENDING_CHIEF");
  await does(cast.team.chief, contracts.returnByChiefAction, await decided(id));
  return id;
}
export async function rejected(cast: Cast, kind: Options): Promise<string> {
  const id = await aContract(cast, kind, "PENDING_CHIEF");
  await does(cast.team.chief, contracts.rejectByChiefAction, await decided(id));
  return id;
}
export async function requested({ people }: Cast, contractId: string): Promise<string> {
  const input = { ...(await ref(contractId)), kind: "VOID" as const, reason: REASON };
  return (await does(people.CLERK, contracts.requestEndAction, input)).id;
}
export async function decideRequest(cast: Cast, requestId: string, decision: "AGREE" | "REJECT") {
  const input = { requestId, rowVersion: 1, decision, comment: REASON };
  await does(cast.team.director, decideContractRequestAction, input);
}
export async function voided(cast: Cast, kind: Options): Promise<string> {
  const id = await aContract(cast, kind, "EFFECTIVE");
  await decideRequest(cast, await requested(cast, id), "AGREE");
  return id;
}

type Way = (cast: Cast, kind: Options) => Promise<string>;
const WAYS: Readonly<Record<string, Way>> = {
  DRAFT: (cast, kind) => aContract(cast, kind, "DRAFT"),
  RETURNED: returned,
  PENDING_CHIEF: (cast, kind) => aContract(cast, kind, "PENDING_CHIEF"),
  PENDING_DIRECTOR: (cast, kind) => aContract(cast, kind, "PENDING_DIRECTOR"),
  EFFECTIVE: (cast, kind) => aContract(cast, kind, "EFFECTIVE"),
  VOIDED: voided,
  CANCELLED: rejected,
};
export function makeEach(kind: Options): DocumentMatrix["make"] {
  const ways = Object.entries(WAYS).map(([status, way]) => [
    status,
    (cast: Cast) => way(cast, kind),
  ]);
  return Object.fromEntries(ways);
}

export async function statusOf(id: string): Promise<string> {
  const { status, deletedAt } = await db.contract.findUniqueOrThrow({ where: { id } });
  return deletedAt ? "DELETED" : status;
}
