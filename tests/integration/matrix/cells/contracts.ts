import * as contracts from "@/lib/contracts/actions";
import { CONTRACT_STATUSES } from "@/lib/contracts/lifecycle";
import { attachFile } from "@/lib/server/attachments";
import { db, transact } from "@/lib/server/db";
import { approveContractAction } from "@/lib/walkin/actions";
import { formalChanges, goodsLine, orderValues, ref } from "@/tests/factories/contracts";
import { createProduct } from "@/tests/factories/products";
import { type Cast, does, REASON } from "../cast";
import type { Act, DocumentMatrix } from "../harness";
import { CHIEF, CLERK, CLERK_OR_CHIEF, DIRECTOR } from "../roles";
import { aContract, decided, formal, makeEach, statusOf, verbal } from "./contract-ways";
import { REQUESTS } from "./end-requests";

/** The order as it was typed, typed again. */
async function saved(contractId: string) {
  const { form, customerId } = await db.contract.findUniqueOrThrow({ where: { id: contractId } });
  const lines = [goodsLine((await createProduct()).id)];
  const changes = form === "FORMAL" ? { ...formalChanges, lines } : { lines };
  return { ...(await ref(contractId)), order: orderValues(customerId, changes) };
}

/** Nothing brings a contract there yet. */
const UNREACHED = ["COMPLETED", "ARCHIVED", "TERMINATED"];
const WRONG_STATUS = "contracts.wrong_status";

const save: Act = {
  action: contracts.saveDraftAction,
  permission: "contract:draft",
  input: saved,
  // A clerk takes over a colleague's draft; the chief edits the own ones.
  cells: { DRAFT: { by: CLERK, to: "DRAFT" }, RETURNED: { by: CLERK, to: "DRAFT" } },
  refusal: {
    DRAFT: "contracts.own_draft",
    RETURNED: "contracts.own_draft",
    else: "contracts.only_drafts_edited",
  },
  again: true,
};

// Return and reject have one use-case for both turns: whose turn it is, is a right.
const byChief = (action: Act["action"], to: string, other = "contracts.forbidden"): Act => ({
  action,
  permission: "contract:check",
  input: decided,
  cells: { PENDING_CHIEF: { by: CHIEF, to } },
  refusal: { PENDING_DIRECTOR: other, else: WRONG_STATUS },
});
const byDirector = (action: Act["action"], to: string, other = "contracts.forbidden"): Act => ({
  action,
  permission: "contract:approve",
  input: decided,
  cells: { PENDING_DIRECTOR: { by: DIRECTOR, to } },
  refusal: { PENDING_CHIEF: other, else: WRONG_STATUS },
});

const VERBAL: DocumentMatrix = {
  name: "a verbal order",
  statuses: CONTRACT_STATUSES,
  unreached: UNREACHED,
  make: { ...makeEach(verbal), EXECUTING: (cast) => aContract(cast, verbal, "EXECUTING") },
  statusOf,
  acts: {
    save,
    submit: {
      action: contracts.submitContractAction,
      permission: "contract:draft",
      input: ref,
      // Whoever drafts contracts may submit a colleague's; the four eyes come with the check.
      cells: {
        DRAFT: { by: CLERK_OR_CHIEF, to: "PENDING_CHIEF" },
        RETURNED: { by: CLERK_OR_CHIEF, to: "PENDING_CHIEF" },
      },
      refusal: WRONG_STATUS,
    },
    withdraw: {
      action: contracts.withdrawContractAction,
      permission: "contract:draft",
      input: decided,
      cells: {
        PENDING_CHIEF: { by: CLERK, to: "DRAFT" },
        PENDING_DIRECTOR: { by: CLERK, to: "DRAFT" },
      },
      refusal: {
        PENDING_CHIEF: "contracts.own_draft",
        PENDING_DIRECTOR: "contracts.own_draft",
        else: WRONG_STATUS,
      },
    },
    delete_draft: {
      action: contracts.deleteDraftAction,
      permission: "contract:draft",
      input: ref,
      cells: { DRAFT: { by: CLERK, to: "DELETED" } },
      refusal: {
        else: { CLERK: "contracts.never_submitted", else: "contracts.own_draft" },
      },
    },
    cancel: {
      action: contracts.cancelContractAction,
      permission: "contract:draft",
      input: decided,
      cells: { RETURNED: { by: CLERK_OR_CHIEF, to: "CANCELLED" } },
      refusal: { DRAFT: "contracts.submitted_before", else: WRONG_STATUS },
    },
    check: byChief(contracts.checkContractAction, "PENDING_DIRECTOR", WRONG_STATUS),
    return_by_chief: byChief(contracts.returnByChiefAction, "DRAFT"),
    reject_by_chief: byChief(contracts.rejectByChiefAction, "CANCELLED"),
    approve: byDirector(approveContractAction, "EFFECTIVE", WRONG_STATUS),
    return_by_director: byDirector(contracts.returnByDirectorAction, "DRAFT"),
    reject_by_director: byDirector(contracts.rejectByDirectorAction, "CANCELLED"),
    confirm_register: {
      action: contracts.confirmRegisterAction,
      permission: "contract:register",
      input: async (id) => ({ contractIds: [id], remark: "" }),
      cells: { EFFECTIVE: { by: CLERK, to: "EXECUTING" } },
      // What was never approved stands in no register.
      refusal: {
        EXECUTING: "contracts.already_registered",
        VOIDED: WRONG_STATUS,
        else: "common.not_found",
      },
    },
    request_end: {
      action: contracts.requestEndAction,
      permission: "contract:request_end",
      input: async (id) => ({ ...(await ref(id)), kind: "VOID", reason: REASON }),
      cells: {
        EFFECTIVE: { by: CLERK_OR_CHIEF, to: "EFFECTIVE" },
        EXECUTING: { by: CLERK_OR_CHIEF, to: "EXECUTING" },
      },
      refusal: WRONG_STATUS,
    },
    // A verbal order needs no customer's signature: nobody records one, in no status.
    record_signature: {
      action: contracts.recordCustomerSignatureAction,
      permission: "contract:record_signature",
      input: async (id) => ({ ...(await ref(id)), signedOn: "2026-11-20", how: "FAX" }),
      cells: {},
      refusal: "contracts.verbal_needs_no_signature",
    },
  },
};

/** The countersigned copy, without which no signature is recorded. */
async function withScan(cast: Cast, id: string): Promise<string> {
  const file = {
    subjectType: "contract",
    subjectId: id,
    kind: "general",
    fileName: "签回.pdf",
    bytes: new TextEncoder().encode("%PDF-1.4\n%%EOF\n"),
  };
  await transact((tx) => attachFile(tx, cast.people.CLERK, file));
  return id;
}

async function signed(cast: Cast): Promise<string> {
  const id = await withScan(cast, await aContract(cast, formal, "EFFECTIVE"));
  const input = { ...(await ref(id)), signedOn: "2026-11-20", how: "FAX" as const };
  await does(cast.people.CLERK, contracts.recordCustomerSignatureAction, input);
  return id;
}

const SIGNED_ALREADY = {
  SIGNED: "contracts.already_signed",
  EXECUTING: "contracts.already_signed",
  else: WRONG_STATUS,
};

/** What is different for a formal contract: the drafting duty, and that it waits for the customer's signature. */
const FORMAL: DocumentMatrix = {
  name: "a formal contract",
  statuses: CONTRACT_STATUSES,
  unreached: UNREACHED,
  make: {
    ...makeEach(formal),
    EFFECTIVE: async (cast) => withScan(cast, await aContract(cast, formal, "EFFECTIVE")),
    SIGNED: signed,
    EXECUTING: async (cast) => {
      const id = await signed(cast);
      const input = { contractIds: [id], remark: "" };
      await does(cast.people.CLERK, contracts.confirmRegisterAction, input);
      return id;
    },
  },
  statusOf,
  acts: {
    save,
    submit: VERBAL.acts.submit as Act,
    confirm_register: {
      ...(VERBAL.acts.confirm_register as Act),
      cells: {
        EFFECTIVE: { by: CLERK, to: "EFFECTIVE" },
        SIGNED: { by: CLERK, to: "EXECUTING" },
      },
    },
    record_signature: {
      ...(VERBAL.acts.record_signature as Act),
      cells: { EFFECTIVE: { by: CLERK, to: "EFFECTIVE" } },
      refusal: SIGNED_ALREADY,
    },
    request_waiver: {
      ...(VERBAL.acts.request_end as Act),
      input: async (id) => ({ ...(await ref(id)), kind: "WAIVE_SIGNATURE", reason: REASON }),
      cells: { EFFECTIVE: { by: CLERK_OR_CHIEF, to: "EFFECTIVE" } },
      refusal: SIGNED_ALREADY,
    },
  },
};

export const CONTRACTS: readonly DocumentMatrix[] = [VERBAL, FORMAL, REQUESTS];
