import { checkContract } from "@/lib/contracts/check-contract";
import { submitContract } from "@/lib/contracts/submit-contract";
import { cancelSlip, rejectSlip } from "@/lib/shipping/refuse-slip";
import { signSlip } from "@/lib/shipping/sign-slip";
import * as walkIn from "@/lib/walkin/actions";
import { WALK_IN_STATUSES } from "@/lib/walkin/lifecycle";
import { ref } from "@/tests/factories/contracts";
import { createCustomer } from "@/tests/factories/customers";
import { aKey } from "@/tests/factories/people";
import { receiptInput } from "@/tests/factories/receivables";
import { slipRef } from "@/tests/factories/shipping";
import {
  aContractAfterwards,
  aCountedWalkIn,
  aDraftWalkIn,
  aHandedOverWalkIn,
  anApprovedWalkIn,
  approveWithPickup,
  aSubmittedWalkIn,
  handOverValues,
  seenWalkIn,
  slipOf,
  walkInRef,
  walkInValues,
} from "@/tests/factories/walk-in";
import { type Cast, REASON } from "../cast";
import type { DocumentMatrix } from "../harness";
import { CLERK, CLERK_OR_CHIEF, CLERK_OR_FINANCE, CLERK_OR_KEEPER, KEEPER } from "../roles";

/** Above the limit of its customer: the head has signed, the director has not. */
async function overLimit({ team }: Cast): Promise<string> {
  const customer = await createCustomer({ mode: "MONTHLY", cooperationStart: "2022-01-01" });
  const id = await aSubmittedWalkIn(team, {
    customerId: customer.id,
    lines: [{ quantity: "10", price: "20000" }],
    changes: { exceptionReason: "急用" },
  });
  await signSlip(team.chief, { ...(await slipRef(await slipOf(id))), comment: "" }, aKey());
  return id;
}

async function drafted({ team }: Cast): Promise<{ id: string; contractId: string }> {
  const id = await aHandedOverWalkIn(team);
  return { id, contractId: await aContractAfterwards(team, id) };
}

async function effective(cast: Cast): Promise<string> {
  const { team } = cast;
  const { id, contractId } = await drafted(cast);
  await submitContract(team.clerk, await ref(contractId), aKey());
  await checkContract(team.chief, { ...(await ref(contractId)), comment: "" }, aKey());
  await approveWithPickup(team.director, { ...(await ref(contractId)), comment: "" });
  return id;
}

async function refused(id: string, { team }: Cast, how: typeof rejectSlip): Promise<string> {
  await how(team.chief, { ...(await slipRef(await slipOf(id))), comment: REASON }, aKey());
  return id;
}

/** The draft as it was typed, typed again. */
async function saved(id: string) {
  const { customerId, lines, rowVersion } = await seenWalkIn(id);
  const typed = lines.map((line) => ({
    productId: line.productId,
    quantity: line.quantity.toFixed(3),
    price: line.unitPrice.toFixed(4),
  }));
  const values = await walkInValues({ customerId, lines: typed });
  return { ...values, walkInId: id, rowVersion };
}

const counted = async (id: string) => {
  const { lines } = await seenWalkIn(id);
  const counts = Object.fromEntries(lines.map((line) => [line.id, line.quantity.toFixed(3)]));
  return { ...(await walkInRef(id)), counts };
};

const WRONG_STATUS = "walkin.wrong_status";
const to = (status: string, by: readonly (typeof CLERK)[number][]) => ({ by, to: status });

export const WALK_INS: readonly DocumentMatrix[] = [
  {
    name: "a walk-in pickup",
    statuses: WALK_IN_STATUSES,
    make: {
      DRAFT: ({ team }) => aDraftWalkIn(team),
      PENDING_DEPT_HEAD: ({ team }) => aSubmittedWalkIn(team),
      PENDING_DIRECTOR: overLimit,
      APPROVED: ({ team }) => aCountedWalkIn(team),
      "APPROVED, not counted": ({ team }) => anApprovedWalkIn(team),
      HANDED_OVER: ({ team }) => aHandedOverWalkIn(team),
      CONTRACT_DRAFTED: async (cast) => (await drafted(cast)).id,
      CONTRACT_EFFECTIVE: effective,
      REJECTED: async (cast) => refused(await aSubmittedWalkIn(cast.team), cast, rejectSlip),
      CANCELLED: async (cast) => refused(await aDraftWalkIn(cast.team), cast, cancelSlip),
    },
    statusOf: async (id) => (await seenWalkIn(id)).status,
    acts: {
      save: {
        action: walkIn.saveWalkInAction,
        permission: "walkin:write",
        input: saved,
        cells: { DRAFT: to("DRAFT", CLERK) },
        refusal: WRONG_STATUS,
        again: true,
      },
      submit: {
        action: walkIn.submitWalkInAction,
        permission: "walkin:write",
        input: walkInRef,
        cells: { DRAFT: to("PENDING_DEPT_HEAD", CLERK) },
        refusal: WRONG_STATUS,
      },
      count: {
        action: walkIn.countWalkInAction,
        permission: "walkin:count",
        input: counted,
        cells: {
          APPROVED: to("APPROVED", CLERK_OR_KEEPER),
          "APPROVED, not counted": to("APPROVED", CLERK_OR_KEEPER),
        },
        refusal: WRONG_STATUS,
      },
      take_money: {
        action: walkIn.takeMoneyAction,
        permission: "receipt:enter",
        input: async (id) => ({
          ...(await walkInRef(id)),
          amount: "100.00",
          channel: "CASH",
          payerName: "宏达机械",
          bankAccountId: (await receiptInput({ id, name: "" }, { amount: "1" })).bankAccountId,
          bankRef: "",
        }),
        cells: {
          DRAFT: to("DRAFT", CLERK_OR_FINANCE),
          PENDING_DEPT_HEAD: to("PENDING_DEPT_HEAD", CLERK_OR_FINANCE),
          PENDING_DIRECTOR: to("PENDING_DIRECTOR", CLERK_OR_FINANCE),
          APPROVED: to("APPROVED", CLERK_OR_FINANCE),
          "APPROVED, not counted": to("APPROVED", CLERK_OR_FINANCE),
        },
        refusal: WRONG_STATUS,
      },
      hand_over: {
        action: walkIn.handOverWalkInAction,
        permission: "walkin:hand_over",
        input: (id) => handOverValues(id),
        cells: { APPROVED: to("HANDED_OVER", KEEPER) },
        refusal: { "APPROVED, not counted": "walkin.counted_twice", else: WRONG_STATUS },
      },
      make_contract: {
        action: walkIn.makeContractAction,
        permission: "contract:draft",
        input: walkInRef,
        cells: { HANDED_OVER: to("CONTRACT_DRAFTED", CLERK_OR_CHIEF) },
        refusal: WRONG_STATUS,
      },
    },
  },
];
