import { beforeAll, describe, it, vi } from "vitest";
import type { Role } from "@/lib/auth/roles";
import { calendarDate } from "@/lib/core/calendar-date";
import * as credit from "@/lib/credit/actions";
import { approveTermChange } from "@/lib/credit/approve-term-change";
import { rejectTermChange } from "@/lib/credit/refuse-term-change";
import { saveTermChange } from "@/lib/credit/save-term-change";
import { cancelTermChange } from "@/lib/credit/withdraw-term-change";
import * as money from "@/lib/receivables/actions";
import { confirmReceipt } from "@/lib/receivables/confirm-receipt";
import { enterReceipt } from "@/lib/receivables/enter-receipt";
import { rejectReceipt } from "@/lib/receivables/reject-receipt";
import { reverseReceipt } from "@/lib/receivables/reverse-receipt";
import { db } from "@/lib/server/db";
import { confirmReceiptAction } from "@/lib/shipping/actions";
import * as stock from "@/lib/stock/actions";
import { cancelInbound } from "@/lib/stock/cancel-inbound";
import { postInbound } from "@/lib/stock/post-inbound";
import { saveInbound } from "@/lib/stock/save-inbound";
import { aTermForm, checkedTermChange, seen, submittedTermChange } from "@/tests/factories/credit";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import { createDebtor, nothingWaits, receiptInput } from "@/tests/factories/receivables";
import { createStockProduct, inboundInput } from "@/tests/factories/stock";
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
let chief: People["SECTION_CHIEF"];
let director: People["FACTORY_DIRECTOR"];
beforeAll(async () => {
  people = await everybody();
  chief = await anActor("SECTION_CHIEF");
  director = await anActor("FACTORY_DIRECTOR");
});
const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

const CLERK: readonly Role[] = ["CLERK"];
const CHIEF: readonly Role[] = ["SECTION_CHIEF"];
const DIRECTOR: readonly Role[] = ["FACTORY_DIRECTOR"];
const FINANCE: readonly Role[] = ["FINANCE"];
const KEEPER: readonly Role[] = ["WAREHOUSE_KEEPER"];
const words = "原因在此";

const aForm = async () => aTermForm((await createCustomer({ cooperationStart: "2024-11-23" })).id);
const decided = async (id: string) => ({ ...(await seen(id)), comment: words });

async function draftTerms(): Promise<string> {
  return (await saveTermChange(people.CLERK, await aForm(), aKey())).id;
}
const atChief = async () => submittedTermChange(people.CLERK, await aForm());
const atDirector = async () => checkedTermChange(people.CLERK, chief, await aForm());
async function effectiveTerms(): Promise<string> {
  const id = await atDirector();
  await approveTermChange(director, await decided(id), aKey());
  return id;
}
async function rejectedTerms(): Promise<string> {
  const id = await atChief();
  await rejectTermChange(chief, await decided(id), aKey());
  return id;
}
async function cancelledTerms(): Promise<string> {
  const id = await draftTerms();
  await cancelTermChange(people.CLERK, await decided(id), aKey());
  return id;
}

const TERMS: DocumentMatrix = {
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
    submit: {
      action: credit.submitTermChangeAction,
      permission: "terms:apply",
      input: seen,
      cells: { DRAFT: { by: CLERK, to: "PENDING_CHIEF" } },
    },
    withdraw: {
      action: credit.withdrawTermChangeAction,
      permission: "terms:apply",
      input: seen,
      cells: {
        PENDING_CHIEF: { by: CLERK, to: "DRAFT" },
        PENDING_DIRECTOR: { by: CLERK, to: "DRAFT" },
      },
    },
    cancel: {
      action: credit.cancelTermChangeAction,
      permission: "terms:read",
      input: decided,
      cells: { DRAFT: { by: ["CLERK", "SECTION_CHIEF"], to: "CANCELLED" } },
    },
    check: {
      action: credit.checkTermChangeAction,
      permission: "terms:check",
      input: decided,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "PENDING_DIRECTOR" } },
    },
    return_by_chief: {
      action: credit.returnByChiefAction,
      permission: "terms:check",
      input: decided,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "DRAFT" } },
    },
    reject_by_chief: {
      action: credit.rejectByChiefAction,
      permission: "terms:check",
      input: decided,
      cells: { PENDING_CHIEF: { by: CHIEF, to: "REJECTED" } },
    },
    approve: {
      action: credit.approveTermChangeAction,
      permission: "terms:approve",
      input: decided,
      cells: { PENDING_DIRECTOR: { by: DIRECTOR, to: "EFFECTIVE" } },
    },
    return_by_director: {
      action: credit.returnByDirectorAction,
      permission: "terms:approve",
      input: decided,
      cells: { PENDING_DIRECTOR: { by: DIRECTOR, to: "DRAFT" } },
    },
    reject_by_director: {
      action: credit.rejectByDirectorAction,
      permission: "terms:approve",
      input: decided,
      cells: { PENDING_DIRECTOR: { by: DIRECTOR, to: "REJECTED" } },
    },
  },
};

async function entered(): Promise<string> {
  const input = await receiptInput(await createDebtor(), { amount: "100.00" });
  return (await enterReceipt(people.CLERK, input, aKey())).receiptId;
}
async function receiptRef(receiptId: string) {
  const { rowVersion } = await db.receipt.findUniqueOrThrow({ where: { id: receiptId } });
  return { receiptId, rowVersion };
}
const reasoned = async (id: string) => ({ ...(await receiptRef(id)), comment: words });
async function confirmed(): Promise<string> {
  const id = await entered();
  const input = {
    ...(await receiptRef(id)),
    creditedOn: calendarDate("2026-11-23"),
    comment: "",
    overrideReason: "",
  };
  await confirmReceipt(people.FINANCE, input, aKey(), nothingWaits);
  return id;
}
async function rejectedReceipt(): Promise<string> {
  const id = await entered();
  await rejectReceipt(people.FINANCE, await reasoned(id), aKey());
  return id;
}
async function reversedReceipt(): Promise<string> {
  const id = await confirmed();
  await reverseReceipt(people.FINANCE, await reasoned(id), aKey());
  return id;
}

const RECEIPTS: DocumentMatrix = {
  make: {
    UNCONFIRMED: entered,
    CONFIRMED: confirmed,
    REJECTED: rejectedReceipt,
    REVERSED: reversedReceipt,
  },
  statusOf: async (id) => (await db.receipt.findUniqueOrThrow({ where: { id } })).status,
  acts: {
    assign: {
      action: money.assignReceiptAction,
      permission: "receipt:assign",
      input: async (id) => ({ ...(await receiptRef(id)), allocations: [] }),
      cells: { UNCONFIRMED: { by: ["CLERK", "FINANCE"], to: "UNCONFIRMED" } },
    },
    confirm: {
      action: confirmReceiptAction,
      permission: "receipt:confirm",
      input: async (id) => ({
        ...(await reasoned(id)),
        creditedOn: "2026-11-23",
        overrideReason: "",
      }),
      cells: { UNCONFIRMED: { by: FINANCE, to: "CONFIRMED" } },
    },
    reject: {
      action: money.rejectReceiptAction,
      permission: "receipt:confirm",
      input: reasoned,
      cells: { UNCONFIRMED: { by: FINANCE, to: "REJECTED" } },
    },
    reverse: {
      action: money.reverseReceiptAction,
      permission: "receipt:confirm",
      input: reasoned,
      cells: { CONFIRMED: { by: FINANCE, to: "REVERSED" } },
    },
  },
};

async function draftInbound(): Promise<string> {
  const lot = { productId: (await createStockProduct()).id, quantity: "10" };
  return (await saveInbound(people.WAREHOUSE_KEEPER, inboundInput([lot]), aKey())).slipId;
}
async function inboundRef(slipId: string) {
  const { rowVersion } = await db.inboundSlip.findUniqueOrThrow({ where: { id: slipId } });
  return { slipId, rowVersion };
}
async function postedInbound(): Promise<string> {
  const id = await draftInbound();
  await postInbound(people.WAREHOUSE_KEEPER, await inboundRef(id), aKey());
  return id;
}
async function cancelledInbound(): Promise<string> {
  const id = await draftInbound();
  await cancelInbound(
    people.WAREHOUSE_KEEPER,
    { ...(await inboundRef(id)), comment: words },
    aKey(),
  );
  return id;
}

const INBOUND: DocumentMatrix = {
  make: { DRAFT: draftInbound, POSTED: postedInbound, CANCELLED: cancelledInbound },
  statusOf: async (id) => (await db.inboundSlip.findUniqueOrThrow({ where: { id } })).status,
  acts: {
    post: {
      action: stock.postInboundAction,
      permission: "inbound:post",
      input: inboundRef,
      cells: { DRAFT: { by: KEEPER, to: "POSTED" } },
    },
    cancel: {
      action: stock.cancelInboundAction,
      permission: "inbound:post",
      input: async (id) => ({ ...(await inboundRef(id)), comment: words }),
      cells: { DRAFT: { by: KEEPER, to: "CANCELLED" } },
    },
  },
};

describe.each([
  ["a change of settlement terms", TERMS],
  ["a receipt", RECEIPTS],
  ["an inbound slip", INBOUND],
] as const)("%s: every act, every status, every role", (_name, matrix) => {
  it.each(Object.keys(matrix.make))("%s: refuses whom it must, and nothing changes", (status) =>
    today(() => tryRefusedCells(session, people, matrix, status)),
  );
  it.each(openCells(matrix))("%s: %s is open to whom it is", (...cell) =>
    today(() => tryAllowedCells(session, people, matrix, cell)),
  );
});
