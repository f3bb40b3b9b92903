import * as contracts from "@/lib/contracts/actions";
import * as preparation from "@/lib/preparation/actions";
import { PREPARATION_STATUSES } from "@/lib/preparation/lifecycle";
import { db } from "@/lib/server/db";
import { createContract, ref } from "@/tests/factories/contracts";
import {
  aDraftPreparation,
  aMixedContract,
  anIssuedPreparation,
  aPreparationInHand,
  aPreparedOrder,
  aSubmittedPreparation,
  finishValues,
  preparationRefOf,
  seenPreparation,
} from "@/tests/factories/preparation";
import { anIssuedNotice, aPostedSlip } from "@/tests/factories/shipping";
import { type Cast, does, REASON } from "../cast";
import type { DocumentMatrix } from "../harness";
import { CHIEF, CLERK, CLERK_OR_CHIEF, KEEPER } from "../roles";

const WRONG = "preparation.wrong_status";

type Make = typeof aDraftPreparation;
const made =
  (make: Make) =>
  async ({ team }: Cast) =>
    make(team, await aMixedContract(team));
const refusing = async (id: string) => ({ ...(await preparationRefOf(id)), comment: REASON });

const prepared = async ({ team }: Cast) => aPreparedOrder(team, await aMixedContract(team));

async function consumed({ team }: Cast): Promise<string> {
  const contract = await aMixedContract(team);
  const id = await aPreparedOrder(team, contract);
  await aPostedSlip(team, await anIssuedNotice(team, contract, ["40"]));
  return id;
}

/** The order as its form sends it again. */
async function saved(id: string) {
  const order = await seenPreparation(id);
  return {
    ...(await preparationRefOf(id)),
    contractId: order.contractId,
    dueOn: "2026-11-28",
    packingRequirement: "",
    remark: "",
    quantities: Object.fromEntries(
      order.lines.map((line) => [line.contractLineId, line.prepareQty.toFixed(3)]),
    ),
  };
}

const ORDER: DocumentMatrix = {
  name: "a preparation order",
  statuses: PREPARATION_STATUSES,
  make: {
    DRAFT: made(aDraftPreparation),
    PENDING_CHIEF: made(aSubmittedPreparation),
    ISSUED: made(anIssuedPreparation),
    PREPARING: made(aPreparationInHand),
    PREPARED: prepared,
    CONSUMED: consumed,
    REJECTED: async (cast) => {
      const id = await made(aSubmittedPreparation)(cast);
      await does(cast.team.chief, preparation.rejectPreparationAction, await refusing(id));
      return id;
    },
    CANCELLED: async (cast) => {
      const id = await made(anIssuedPreparation)(cast);
      await does(cast.team.chief, preparation.cancelPreparationAction, await refusing(id));
      return id;
    },
  },
  statusOf: async (id) => (await seenPreparation(id)).status,
  acts: {
    save: {
      action: preparation.savePreparationAction,
      permission: "preparation:write",
      input: saved,
      cells: { DRAFT: { by: CLERK, to: "DRAFT" } },
      refusal: WRONG,
      again: true,
    },
    submit: {
      action: preparation.submitPreparationAction,
      permission: "preparation:write",
      input: preparationRefOf,
      cells: { DRAFT: { by: CLERK, to: "PENDING_CHIEF" } },
      refusal: WRONG,
    },
    sign: {
      action: preparation.signPreparationAction,
      permission: "preparation:sign",
      input: refusing,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "ISSUED" } },
      refusal: WRONG,
    },
    return: {
      action: preparation.returnPreparationAction,
      permission: "preparation:sign",
      input: refusing,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "DRAFT" } },
      refusal: WRONG,
    },
    reject: {
      action: preparation.rejectPreparationAction,
      permission: "preparation:sign",
      input: refusing,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "REJECTED" } },
      refusal: WRONG,
    },
    receive: {
      action: preparation.receivePreparationAction,
      permission: "preparation:execute",
      input: preparationRefOf,
      cells: { ISSUED: { by: KEEPER, to: "PREPARING" } },
      refusal: WRONG,
    },
    finish: {
      action: preparation.finishPreparationAction,
      permission: "preparation:execute",
      input: (id) => finishValues(id),
      cells: { PREPARING: { by: KEEPER, to: "PREPARED" } },
      refusal: WRONG,
    },
    cancel: {
      action: preparation.cancelPreparationAction,
      permission: "preparation:cancel",
      input: refusing,
      cells: Object.fromEntries(
        ["DRAFT", "PENDING_CHIEF", "ISSUED", "PREPARING", "PREPARED"].map((status) => [
          status,
          { by: CLERK_OR_CHIEF, to: "CANCELLED" },
        ]),
      ),
      refusal: WRONG,
    },
  },
};

/** The reservation that an order made. */
const reservationOf = async (orderId: string) => {
  const { contractId } = await seenPreparation(orderId);
  const { id } = await db.stockReservation.findFirstOrThrow({ where: { contractId } });
  return id;
};
const theReservation = (id: string) => db.stockReservation.findUniqueOrThrow({ where: { id } });

const RESERVATION: DocumentMatrix = {
  name: "a reservation",
  statuses: ["ACTIVE", "CONSUMED", "RELEASED"],
  make: {
    ACTIVE: async (cast) => reservationOf(await made(anIssuedPreparation)(cast)),
    CONSUMED: async (cast) => reservationOf(await consumed(cast)),
    RELEASED: async (cast) => {
      const id = await reservationOf(await made(anIssuedPreparation)(cast));
      const input = { reservationIds: [id], comment: REASON };
      await does(cast.team.chief, preparation.releaseReservedAction, input);
      return id;
    },
  },
  statusOf: async (id) => (await theReservation(id)).status,
  acts: {
    release: {
      action: preparation.releaseReservedAction,
      permission: "reservation:release",
      input: async (id) => ({ reservationIds: [id], comment: REASON }),
      cells: { ACTIVE: { by: CHIEF, to: "RELEASED" } },
      refusal: "stock.reservation_gone",
    },
  },
};

const STAGES = ["DRAFT", "PENDING_CHIEF", "PENDING_DIRECTOR", "EFFECTIVE", "EXECUTING"] as const;
const NO_DRAFT = "contracts.only_drafts_edited";
const HOLD = {
  cells: { DRAFT: { by: CLERK, to: "DRAFT" } },
  refusal: { DRAFT: "contracts.own_draft", else: NO_DRAFT },
  again: true,
} as const;

/** One piece more to produce than it is now. */
async function splitAgain(id: string) {
  const line = await db.contractLine.findFirstOrThrow({ where: { contractId: id } });
  const fromStock = line.qtyFromStock.minus(1).toFixed(3);
  const toProduce = line.quantity.minus(line.qtyFromStock).plus(1).toFixed(3);
  return { ...(await ref(id)), splits: { [line.id]: { fromStock, toProduce } } };
}

const SUPPLY: DocumentMatrix = {
  name: "where a contract's goods come from",
  statuses: STAGES,
  make: Object.fromEntries(
    STAGES.map((status) => [
      status,
      async ({ team }: Cast) => (await createContract({ status, ...team })).id,
    ]),
  ),
  statusOf: async (id) => (await db.contract.findUniqueOrThrow({ where: { id } })).status,
  acts: {
    resplit: {
      action: preparation.resplitContractAction,
      permission: "contract:resplit",
      input: splitAgain,
      cells: {
        EFFECTIVE: { by: CLERK, to: "EFFECTIVE" },
        EXECUTING: { by: CLERK, to: "EXECUTING" },
      },
      refusal: "contracts.resplit_not_running",
      again: true,
    },
    hold: {
      action: contracts.holdStockAction,
      permission: "contract:draft",
      input: async (contractId) => ({ contractId }),
      ...HOLD,
    },
    end_hold: {
      action: contracts.endHoldAction,
      permission: "contract:draft",
      input: async (contractId) => ({ contractId }),
      ...HOLD,
    },
  },
};

export const PREPARATIONS: readonly DocumentMatrix[] = [ORDER, RESERVATION, SUPPLY];
