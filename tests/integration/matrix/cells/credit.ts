import * as credit from "@/lib/credit/actions";
import { TERM_CHANGE_STATUSES } from "@/lib/credit/lifecycle";
import { db } from "@/lib/server/db";
import { aTermForm, checkedTermChange, seen, submittedTermChange } from "@/tests/factories/credit";
import { createCustomer } from "@/tests/factories/customers";
import { type Cast, does, REASON } from "../cast";
import type { Act, DocumentMatrix } from "../harness";
import { CHIEF, CLERK, CLERK_OR_CHIEF, DIRECTOR } from "../roles";

const aForm = async () => aTermForm((await createCustomer({ cooperationStart: "2024-11-23" })).id);
const decided = async (id: string) => ({ ...(await seen(id)), comment: REASON });

async function draftTerms({ team }: Cast): Promise<string> {
  return (await does(team.clerk, credit.saveTermChangeAction, await aForm())).id;
}
const atChief = async ({ team }: Cast) => submittedTermChange(team.clerk, await aForm());
const atDirector = async ({ team }: Cast) =>
  checkedTermChange(team.clerk, team.chief, await aForm());

async function effectiveTerms(cast: Cast): Promise<string> {
  const id = await atDirector(cast);
  await does(cast.team.director, credit.approveTermChangeAction, await decided(id));
  return id;
}
async function rejectedTerms(cast: Cast): Promise<string> {
  const id = await atChief(cast);
  await does(cast.team.chief, credit.rejectByChiefAction, await decided(id));
  return id;
}
async function cancelledTerms(cast: Cast): Promise<string> {
  const id = await draftTerms(cast);
  await does(cast.team.clerk, credit.cancelTermChangeAction, await decided(id));
  return id;
}

/** The proposal as it was typed, typed again. */
async function saved(id: string) {
  const { customerId } = await db.termChange.findUniqueOrThrow({ where: { id } });
  return aTermForm(customerId, await seen(id));
}

const WRONG_STATUS = "credit.wrong_status";
const byChief = (action: Act["action"], to: string, other = "common.forbidden"): Act => ({
  action,
  permission: "terms:check",
  input: decided,
  cells: { PENDING_CHIEF: { by: CHIEF, to } },
  refusal: { PENDING_DIRECTOR: other, else: WRONG_STATUS },
});
const byDirector = (action: Act["action"], to: string, other = "common.forbidden"): Act => ({
  action,
  permission: "terms:approve",
  input: decided,
  cells: { PENDING_DIRECTOR: { by: DIRECTOR, to } },
  refusal: { PENDING_CHIEF: other, else: WRONG_STATUS },
});

const TERMS: DocumentMatrix = {
  name: "a change of settlement terms",
  statuses: TERM_CHANGE_STATUSES,
  make: {
    DRAFT: draftTerms,
    PENDING_CHIEF: atChief,
    PENDING_DIRECTOR: atDirector,
    EFFECTIVE: effectiveTerms,
    REJECTED: rejectedTerms,
    CANCELLED: cancelledTerms,
  },
  statusOf: async (id) => (await db.termChange.findUniqueOrThrow({ where: { id } })).status,
  acts: {
    save: {
      action: credit.saveTermChangeAction,
      permission: "terms:apply",
      input: saved,
      cells: { DRAFT: { by: CLERK, to: "DRAFT" } },
      refusal: WRONG_STATUS,
      again: true,
    },
    submit: {
      action: credit.submitTermChangeAction,
      permission: "terms:apply",
      input: seen,
      cells: { DRAFT: { by: CLERK, to: "PENDING_CHIEF" } },
      refusal: WRONG_STATUS,
    },
    withdraw: {
      action: credit.withdrawTermChangeAction,
      permission: "terms:apply",
      input: seen,
      cells: {
        PENDING_CHIEF: { by: CLERK, to: "DRAFT" },
        PENDING_DIRECTOR: { by: CLERK, to: "DRAFT" },
      },
      refusal: WRONG_STATUS,
    },
    // The door is open to all who read it; the author and the chief pass.
    cancel: {
      action: credit.cancelTermChangeAction,
      permission: "terms:read",
      input: decided,
      cells: { DRAFT: { by: CLERK_OR_CHIEF, to: "CANCELLED" } },
      refusal: { DRAFT: "credit.own_draft_or_chief", else: WRONG_STATUS },
    },
    check: byChief(credit.checkTermChangeAction, "PENDING_DIRECTOR", WRONG_STATUS),
    return_by_chief: byChief(credit.returnByChiefAction, "DRAFT"),
    reject_by_chief: byChief(credit.rejectByChiefAction, "REJECTED"),
    approve: byDirector(credit.approveTermChangeAction, "EFFECTIVE", WRONG_STATUS),
    return_by_director: byDirector(credit.returnByDirectorAction, "DRAFT"),
    reject_by_director: byDirector(credit.rejectByDirectorAction, "REJECTED"),
  },
};

export const CREDIT: readonly DocumentMatrix[] = [TERMS];
