import * as changes from "@/lib/changes/actions";
import { requestEndAction } from "@/lib/contracts/actions";
import { CONTRACT_STATUSES } from "@/lib/contracts/lifecycle";
import { calendarDate } from "@/lib/core/calendar-date";
import { openAcknowledgement } from "@/lib/records/acknowledgements";
import { acknowledgeAction } from "@/lib/records/actions";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { ref, seenContract } from "@/tests/factories/contracts";
import { handedOver } from "@/tests/factories/dispatch";
import { anIssuedNotice, aPostedSlip, aShippableContract } from "@/tests/factories/shipping";
import { type Cast, does, REASON } from "../cast";
import type { DocumentMatrix } from "../harness";
import { CHIEF, CLERK, CLERK_OR_CHIEF, KEEPER } from "../roles";
import { aContract, decideRequest, rejected, statusOf, verbal, voided } from "./contract-ways";

const ON = calendarDate("2026-11-23");

const completion = async (id: string) => ({ ...(await ref(id)), comment: "" });
const archiving = async (id: string) => ({
  ...(await ref(id)),
  archiveNo: `DA-${id}`,
  archivedOn: ON,
});
async function shortClosing(id: string) {
  const { lines } = await seenContract(id);
  const quantities = { [lines[0]?.id ?? ""]: "1" };
  return { ...(await ref(id)), reason: REASON, consentNote: REASON, consentOn: ON, quantities };
}
const remarking = async (id: string) => ({
  ...(await ref(id)),
  field: "contract" as const,
  lineId: null,
  text: REASON,
});

async function delivered({ team }: Cast, quantities?: string[]): Promise<string> {
  const contract = await aShippableContract(team);
  await handedOver(team, await aPostedSlip(team, await anIssuedNotice(team, contract, quantities)));
  return contract.id;
}
async function completed(cast: Cast): Promise<string> {
  const id = await delivered(cast);
  await does(cast.team.clerk, changes.completeContractAction, await completion(id));
  return id;
}
async function archived(cast: Cast): Promise<string> {
  const id = await completed(cast);
  await does(cast.team.clerk, changes.archiveContractAction, await archiving(id));
  return id;
}
async function terminated(cast: Cast): Promise<string> {
  const id = await delivered(cast, ["4"]);
  const asked = { ...(await ref(id)), kind: "TERMINATE" as const, reason: REASON };
  const request = await does(cast.team.clerk, requestEndAction, asked);
  await decideRequest(cast, request.id, "AGREE");
  return id;
}

/** The ends of a contract. In EXECUTING everything is delivered; in RUNNING nothing is. */
const CONTRACT_ENDS: DocumentMatrix = {
  name: "the end of a contract",
  statuses: CONTRACT_STATUSES,
  make: {
    DRAFT: (cast) => aContract(cast, verbal, "DRAFT"),
    PENDING_CHIEF: (cast) => aContract(cast, verbal, "PENDING_CHIEF"),
    PENDING_DIRECTOR: (cast) => aContract(cast, verbal, "PENDING_DIRECTOR"),
    EFFECTIVE: (cast) => aContract(cast, verbal, "EFFECTIVE"),
    RUNNING: async ({ team }) => (await aShippableContract(team)).id,
    EXECUTING: (cast) => delivered(cast),
    COMPLETED: completed,
    ARCHIVED: archived,
    VOIDED: (cast) => voided(cast, verbal),
    TERMINATED: terminated,
    CANCELLED: (cast) => rejected(cast, verbal),
  },
  statusOf,
  acts: {
    complete: {
      action: changes.completeContractAction,
      permission: "contract:complete",
      input: completion,
      cells: { EXECUTING: { by: CLERK, to: "COMPLETED" } },
      refusal: { RUNNING: "contracts.all_delivered", else: "contracts.wrong_status" },
    },
    archive: {
      action: changes.archiveContractAction,
      permission: "contract:archive",
      input: archiving,
      cells: {
        COMPLETED: { by: CLERK, to: "ARCHIVED" },
        VOIDED: { by: CLERK, to: "VOIDED" },
        TERMINATED: { by: CLERK, to: "TERMINATED" },
      },
      refusal: "contracts.wrong_status",
    },
    ask_short_close: {
      action: changes.requestShortCloseAction,
      permission: "contract:short_close",
      input: shortClosing,
      cells: {
        EFFECTIVE: { by: CLERK, to: "EFFECTIVE" },
        RUNNING: { by: CLERK, to: "EXECUTING" },
      },
      refusal: { EXECUTING: "common.invalid_input", else: "changes.contract_runs" },
    },
    remark: {
      action: changes.editRemarkAction,
      permission: "contract:draft",
      input: remarking,
      cells: {
        EFFECTIVE: { by: CLERK_OR_CHIEF, to: "EFFECTIVE" },
        RUNNING: { by: CLERK_OR_CHIEF, to: "EXECUTING" },
        EXECUTING: { by: CLERK_OR_CHIEF, to: "EXECUTING" },
        COMPLETED: { by: CLERK_OR_CHIEF, to: "COMPLETED" },
      },
      refusal: "contracts.wrong_status",
      again: true,
    },
  },
};

const theShortClose = (id: string) => db.shortClose.findUniqueOrThrow({ where: { id } });
const shortCloseRef = async (shortCloseId: string) => {
  const { rowVersion } = await theShortClose(shortCloseId);
  return { shortCloseId, rowVersion };
};
const deciding = (decision: "AGREE" | "REJECT") => async (id: string) => ({
  ...(await shortCloseRef(id)),
  decision,
  comment: REASON,
});
async function asked(cast: Cast): Promise<string> {
  const id = await aContract(cast, verbal, "EFFECTIVE");
  const input = await shortClosing(id);
  return (await does(cast.team.clerk, changes.requestShortCloseAction, input)).id;
}
async function decided(cast: Cast, decision: "AGREE" | "REJECT"): Promise<string> {
  const id = await asked(cast);
  await does(cast.team.chief, changes.decideShortCloseAction, await deciding(decision)(id));
  return id;
}
async function takenBack(cast: Cast): Promise<string> {
  const id = await asked(cast);
  await does(cast.team.clerk, changes.withdrawShortCloseAction, await shortCloseRef(id));
  return id;
}
const SHORT_CLOSES: DocumentMatrix = {
  name: "a short close",
  statuses: ["PENDING", "SIGNED", "REFUSED", "WITHDRAWN"],
  make: {
    PENDING: asked,
    SIGNED: (cast) => decided(cast, "AGREE"),
    REFUSED: (cast) => decided(cast, "REJECT"),
    WITHDRAWN: takenBack,
  },
  statusOf: async (id) => (await theShortClose(id)).status,
  acts: {
    withdraw: {
      action: changes.withdrawShortCloseAction,
      permission: "contract:short_close",
      input: shortCloseRef,
      cells: { PENDING: { by: CLERK, to: "WITHDRAWN" } },
      refusal: "common.changed_meanwhile",
    },
    sign: {
      action: changes.decideShortCloseAction,
      permission: "contract:sign_short_close",
      input: deciding("AGREE"),
      cells: { PENDING: { by: CHIEF, to: "SIGNED" } },
      refusal: "common.changed_meanwhile",
    },
    refuse: {
      action: changes.decideShortCloseAction,
      permission: "contract:sign_short_close",
      input: deciding("REJECT"),
      cells: { PENDING: { by: CHIEF, to: "REFUSED" } },
      refusal: "common.changed_meanwhile",
    },
  },
};

/** A change of which the warehouse must take note. */
async function toAcknowledge({ team }: Cast): Promise<string> {
  const about = { subjectType: "contract_revision", subjectId: newId(), contractId: null };
  const paper = { paperType: "preparation_order", paperId: newId(), paperNo: "BH2026-0001" };
  const words = { what: { zh: REASON, en: REASON }, reason: REASON };
  const { id } = await transact((tx) =>
    openAcknowledgement(tx, team.clerk, { ...about, ...paper, ...words, holder: "WAREHOUSE" }),
  );
  return id;
}
async function acknowledged(cast: Cast): Promise<string> {
  const acknowledgementId = await toAcknowledge(cast);
  await does(cast.people.WAREHOUSE_KEEPER, acknowledgeAction, { acknowledgementId });
  return acknowledgementId;
}
const ACKNOWLEDGEMENTS: DocumentMatrix = {
  name: "an acknowledgement by the warehouse",
  statuses: ["OPEN", "GIVEN"],
  make: { OPEN: toAcknowledge, GIVEN: acknowledged },
  statusOf: async (id) => {
    const { acknowledgedAt } = await db.acknowledgement.findUniqueOrThrow({ where: { id } });
    return acknowledgedAt ? "GIVEN" : "OPEN";
  },
  acts: {
    give: {
      action: acknowledgeAction,
      permission: "acknowledgement:give",
      input: async (acknowledgementId) => ({ acknowledgementId }),
      cells: { OPEN: { by: KEEPER, to: "GIVEN" } },
      refusal: {
        GIVEN: {
          WAREHOUSE_KEEPER: "changes.already_acknowledged",
          else: "changes.not_the_holder",
        },
        else: "changes.not_the_holder",
      },
    },
  },
};

export const ENDS: readonly DocumentMatrix[] = [CONTRACT_ENDS, SHORT_CLOSES, ACKNOWLEDGEMENTS];
