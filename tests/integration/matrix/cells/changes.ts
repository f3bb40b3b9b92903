import * as changes from "@/lib/changes/actions";
import { REVISION_STATUSES } from "@/lib/changes/lifecycle";
import { db } from "@/lib/server/db";
import {
  aCheckedChange,
  aDraftChange,
  anEffectiveChange,
  aSubmittedChange,
  decisionOn,
  type Edit,
  revisionRefOf,
} from "@/tests/factories/changes";
import { createContract, goodsLine, orderValues, seenContract } from "@/tests/factories/contracts";
import { type Cast, does, REASON } from "../cast";
import type { Act, DocumentMatrix } from "../harness";
import { CHIEF, CLERK, CLERK_OR_CHIEF, DIRECTOR } from "../roles";

const theChange = (id: string) => db.contractRevision.findUniqueOrThrow({ where: { id } });
const edit = (quantity = "12"): Edit => ({ lines: { 0: { quantity } } });

async function aContract({ team }: Cast): Promise<string> {
  return (await createContract({ ...team, status: "EFFECTIVE" })).id;
}
const decided = (id: string) => decisionOn(id, REASON);
async function draft(cast: Cast): Promise<string> {
  return aDraftChange(cast.team.clerk, await aContract(cast), edit());
}
async function cancelled(cast: Cast): Promise<string> {
  const id = await draft(cast);
  await does(cast.team.clerk, changes.cancelRevisionAction, await decided(id));
  return id;
}

/** A change of the same contract, typed anew. */
async function saved(revisionId: string) {
  const { contractId } = await theChange(revisionId);
  const { customerId, lines } = await seenContract(contractId);
  const typed = lines.map(({ productId }) => goodsLine(productId, { quantity: "15" }));
  const order = orderValues(customerId, { lines: typed });
  const proposal = { order, lineIds: lines.map(({ id }) => id) };
  return { ...(await revisionRefOf(revisionId)), contractId, reason: REASON, proposal };
}

/** Another change came into force after it. */
async function superseded(cast: Cast): Promise<string> {
  const contractId = await aContract(cast);
  const id = await anEffectiveChange(cast.team, contractId, edit());
  await anEffectiveChange(cast.team, contractId, edit("14"));
  return id;
}

const WRONG_STATUS = "changes.wrong_status";
const byChief = (action: Act["action"], to: string, other = "changes.forbidden"): Act => ({
  action,
  permission: "contract:check",
  input: decided,
  cells: { PENDING_CHIEF: { by: CHIEF, to } },
  refusal: { PENDING_DIRECTOR: other, else: WRONG_STATUS },
});
const byDirector = (action: Act["action"], to: string, other = "changes.forbidden"): Act => ({
  action,
  permission: "contract:approve",
  input: decided,
  cells: { PENDING_DIRECTOR: { by: DIRECTOR, to } },
  refusal: { PENDING_CHIEF: other, else: WRONG_STATUS },
});

const REVISIONS: DocumentMatrix = {
  name: "a change of a contract",
  statuses: REVISION_STATUSES,
  make: {
    DRAFT: draft,
    PENDING_CHIEF: async (cast) => aSubmittedChange(cast.team, await aContract(cast), edit()),
    PENDING_DIRECTOR: async (cast) => aCheckedChange(cast.team, await aContract(cast), edit()),
    EFFECTIVE: async (cast) => anEffectiveChange(cast.team, await aContract(cast), edit()),
    SUPERSEDED: superseded,
    CANCELLED: cancelled,
  },
  statusOf: async (id) => (await theChange(id)).status,
  acts: {
    save: {
      action: changes.saveRevisionAction,
      permission: "contract:draft",
      input: saved,
      cells: { DRAFT: { by: CLERK, to: "DRAFT" } },
      refusal: { DRAFT: "changes.own_draft", else: "changes.only_drafts_edited" },
      again: true,
    },
    submit: {
      action: changes.submitRevisionAction,
      permission: "contract:draft",
      input: revisionRefOf,
      cells: { DRAFT: { by: CLERK_OR_CHIEF, to: "PENDING_CHIEF" } },
      refusal: WRONG_STATUS,
    },
    withdraw: {
      action: changes.withdrawRevisionAction,
      permission: "contract:draft",
      input: decided,
      cells: {
        PENDING_CHIEF: { by: CLERK, to: "DRAFT" },
        PENDING_DIRECTOR: { by: CLERK, to: "DRAFT" },
      },
      refusal: {
        PENDING_CHIEF: "changes.own_draft",
        PENDING_DIRECTOR: "changes.own_draft",
        else: WRONG_STATUS,
      },
    },
    cancel: {
      action: changes.cancelRevisionAction,
      permission: "contract:draft",
      input: decided,
      cells: { DRAFT: { by: CLERK_OR_CHIEF, to: "CANCELLED" } },
      refusal: WRONG_STATUS,
    },
    check: byChief(changes.checkRevisionAction, "PENDING_DIRECTOR", WRONG_STATUS),
    return_by_chief: byChief(changes.returnRevisionByChiefAction, "DRAFT"),
    reject_by_chief: byChief(changes.rejectRevisionByChiefAction, "CANCELLED"),
    approve: byDirector(changes.approveRevisionAction, "EFFECTIVE", WRONG_STATUS),
    return_by_director: byDirector(changes.returnRevisionByDirectorAction, "DRAFT"),
    reject_by_director: byDirector(changes.rejectRevisionByDirectorAction, "CANCELLED"),
  },
};

export const CHANGES: readonly DocumentMatrix[] = [REVISIONS];
