import { beforeAll, describe, it, vi } from "vitest";
import * as contracts from "@/lib/contracts/actions";
import { requestEnd } from "@/lib/contracts/request-end";
import { db } from "@/lib/server/db";
import { decideContractRequestAction } from "@/lib/shipping/actions";
import { createContract, ref } from "@/tests/factories/contracts";
import { aKey } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";
import {
  type DocumentMatrix,
  everybody,
  openCells,
  type People,
  tryAllowedCells,
  tryRefusedCells,
} from "./harness";

const session = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => session.actor }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000" }),
}));

let people: People;
beforeAll(async () => {
  people = await everybody();
});
const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

/** Drafted by the clerk of the matrix, signed by a chief and a director of its own. */
type Status = NonNullable<NonNullable<Parameters<typeof createContract>[0]>["status"]>;
async function aContract(status: Status): Promise<string> {
  return (await createContract({ clerk: people.CLERK, status })).id;
}

async function returned(): Promise<string> {
  const id = await aContract("PENDING_CHIEF");
  await give(contracts.returnByChiefAction, people.SECTION_CHIEF, {
    ...(await ref(id)),
    comment: "单价有误",
  });
  return id;
}

async function rejected(): Promise<string> {
  const id = await aContract("PENDING_CHIEF");
  await give(contracts.rejectByChiefAction, people.SECTION_CHIEF, {
    ...(await ref(id)),
    comment: "不做",
  });
  return id;
}

async function voided(): Promise<string> {
  const id = await aContract("EFFECTIVE");
  const requestId = await requested(id);
  const input = { requestId, rowVersion: 1, decision: "AGREE" as const, comment: "" };
  await give(decideContractRequestAction, people.FACTORY_DIRECTOR, input);
  return id;
}

async function requested(id: string): Promise<string> {
  const input = { ...(await ref(id)), kind: "VOID" as const, reason: "客户取消订货" };
  return (await requestEnd(people.CLERK, input, aKey())).id;
}

async function give<Input>(
  action: (raw: Input, key: string) => Promise<{ ok: boolean }>,
  person: unknown,
  input: Input,
): Promise<void> {
  session.actor = person;
  const { ok } = await action(input, aKey());
  if (!ok) throw new Error("The document could not be brought there");
}

const decided = async (id: string) => ({ ...(await ref(id)), comment: "原因在此" });
const plain = ref;
const CHIEF = ["SECTION_CHIEF"] as const;
const DIRECTOR = ["FACTORY_DIRECTOR"] as const;

const MATRIX: DocumentMatrix = {
  make: {
    DRAFT: () => aContract("DRAFT"),
    RETURNED: returned,
    PENDING_CHIEF: () => aContract("PENDING_CHIEF"),
    PENDING_DIRECTOR: () => aContract("PENDING_DIRECTOR"),
    EFFECTIVE: () => aContract("EFFECTIVE"),
    EXECUTING: () => aContract("EXECUTING"),
    VOIDED: voided,
    CANCELLED: rejected,
  },
  statusOf: async (id) => {
    const { status, deletedAt } = await db.contract.findUniqueOrThrow({ where: { id } });
    return deletedAt ? "DELETED" : status;
  },
  acts: {
    submit: {
      action: contracts.submitContractAction,
      permission: "contract:draft",
      input: plain,
      // Whoever drafts contracts may submit a colleague's; the four eyes come with the check.
      cells: {
        DRAFT: { by: ["CLERK", "SECTION_CHIEF"], to: "PENDING_CHIEF" },
        RETURNED: { by: ["CLERK", "SECTION_CHIEF"], to: "PENDING_CHIEF" },
      },
    },
    withdraw: {
      action: contracts.withdrawContractAction,
      permission: "contract:draft",
      input: decided,
      cells: {
        PENDING_CHIEF: { by: ["CLERK"], to: "DRAFT" },
        PENDING_DIRECTOR: { by: ["CLERK"], to: "DRAFT" },
      },
    },
    delete_draft: {
      action: contracts.deleteDraftAction,
      permission: "contract:draft",
      input: plain,
      cells: { DRAFT: { by: ["CLERK"], to: "DELETED" } },
    },
    cancel: {
      action: contracts.cancelContractAction,
      permission: "contract:draft",
      input: decided,
      cells: { RETURNED: { by: ["CLERK", "SECTION_CHIEF"], to: "CANCELLED" } },
    },
    check: {
      action: contracts.checkContractAction,
      permission: "contract:check",
      input: decided,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "PENDING_DIRECTOR" } },
    },
    return_by_chief: {
      action: contracts.returnByChiefAction,
      permission: "contract:check",
      input: decided,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "DRAFT" } },
    },
    reject_by_chief: {
      action: contracts.rejectByChiefAction,
      permission: "contract:check",
      input: decided,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "CANCELLED" } },
    },
    approve: {
      action: contracts.approveContractAction,
      permission: "contract:approve",
      input: decided,
      cells: { PENDING_DIRECTOR: { by: DIRECTOR, to: "EFFECTIVE" } },
    },
    return_by_director: {
      action: contracts.returnByDirectorAction,
      permission: "contract:approve",
      input: decided,
      cells: { PENDING_DIRECTOR: { by: DIRECTOR, to: "DRAFT" } },
    },
    reject_by_director: {
      action: contracts.rejectByDirectorAction,
      permission: "contract:approve",
      input: decided,
      cells: { PENDING_DIRECTOR: { by: DIRECTOR, to: "CANCELLED" } },
    },
    confirm_register: {
      action: contracts.confirmRegisterAction,
      permission: "contract:register",
      input: async (id) => ({ contractIds: [id], remark: "" }),
      cells: { EFFECTIVE: { by: ["CLERK"], to: "EXECUTING" } },
    },
    request_end: {
      action: contracts.requestEndAction,
      permission: "contract:request_end",
      input: async (id) => ({ ...(await ref(id)), kind: "VOID", reason: "客户取消订货" }),
      cells: {
        EFFECTIVE: { by: ["CLERK", "SECTION_CHIEF"], to: "EFFECTIVE" },
        EXECUTING: { by: ["CLERK", "SECTION_CHIEF"], to: "EXECUTING" },
      },
    },
    // A verbal order needs no customer's signature: nobody records one, in no status.
    record_signature: {
      action: contracts.recordCustomerSignatureAction,
      permission: "contract:record_signature",
      input: async (id) => ({ ...(await ref(id)), signedOn: "2026-11-20", how: "FAX" }),
      cells: {},
    },
  },
};

describe("a contract: every act, every status, every role", () => {
  it.each(Object.keys(MATRIX.make))("%s: refuses whom it must, and nothing changes", (status) =>
    today(() => tryRefusedCells(session, people, MATRIX, status)),
  );
  it.each(openCells(MATRIX))("%s: %s is open to whom it is", (...cell) =>
    today(() => tryAllowedCells(session, people, MATRIX, cell)),
  );
});

/** By request id; what the director decides is the contract's end. */
const REQUESTS: DocumentMatrix = {
  make: {
    PENDING: async () => requested(await aContract("EFFECTIVE")),
    AGREED: async () => {
      const requestId = await requested(await aContract("EFFECTIVE"));
      const input = { requestId, rowVersion: 1, decision: "AGREE" as const, comment: "" };
      await give(decideContractRequestAction, people.FACTORY_DIRECTOR, input);
      return requestId;
    },
  },
  statusOf: async (id) => (await db.contractRequest.findUniqueOrThrow({ where: { id } })).status,
  acts: Object.fromEntries(
    (["AGREE", "REJECT"] as const).map((decision) => [
      decision,
      {
        action: decideContractRequestAction,
        permission: "contract:decide_end",
        input: async (requestId: string) => {
          const { rowVersion } = await db.contractRequest.findUniqueOrThrow({
            where: { id: requestId },
          });
          return { requestId, rowVersion, decision, comment: "照此办理" };
        },
        cells: { PENDING: { by: DIRECTOR, to: decision === "AGREE" ? "AGREED" : "REFUSED" } },
      },
    ]),
  ),
};

describe("a request to end a contract: every act, every status, every role", () => {
  it.each(Object.keys(REQUESTS.make))("%s: refuses whom it must, and nothing changes", (status) =>
    today(() => tryRefusedCells(session, people, REQUESTS, status)),
  );
  it.each(openCells(REQUESTS))("%s: %s is open to the director", (...cell) =>
    today(() => tryAllowedCells(session, people, REQUESTS, cell)),
  );
});
