import { describe, expect, it } from "vitest";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import { DUTIES, ROLES, type Role } from "@/lib/auth/roles";
import { CONTRACT_STATUSES, contractLifecycle } from "@/lib/contracts/lifecycle";
import { calendarDate } from "@/lib/core/calendar-date";
import { TERM_CHANGE_STATUSES, termChangeLifecycle } from "@/lib/credit/lifecycle";
import {
  PACKING_STATUSES,
  packingLifecycle,
  WAYBILL_STATUSES,
  waybillLifecycle,
} from "@/lib/dispatch/lifecycle";
import { receiptLifecycle } from "@/lib/receivables/lifecycle";
import { NOTICE_STATUSES, noticeLifecycle } from "@/lib/shipping/notice-lifecycle";
import { SLIP_STATUSES, slipLifecycle } from "@/lib/shipping/slip-lifecycle";
import { inboundLifecycle } from "@/lib/stock/lifecycle";
import {
  type Cells,
  CONTRACT_CELLS,
  INBOUND_CELLS,
  NOTICE_CELLS,
  PACKING_CELLS,
  RECEIPT_CELLS,
  SLIP_CELLS,
  TERM_CELLS,
  WAYBILL_CELLS,
} from "./cells";

function person(role: Role, id = role as string): Actor {
  return { id, name: role, role, duties: DUTIES, delegations: [], keeperSeesPrices: false };
}

type Plan = { ok: true; to: string } | { ok: false; refusal: string };
/** A life cycle with its types set aside: what is tried here is every combination, right or wrong. */
type Subject = {
  document: string;
  plan: (command: string, facts: object, actor: Actor, can: unknown) => Plan;
  available: (facts: object, actor: Actor, can: unknown) => string[];
  commands: string[];
  guards: object;
};
type Case = {
  lifecycle: Subject;
  statuses: readonly string[];
  cells: Cells;
  /** Facts under which no guard stands in the way; the actor's own id where the command is the author's. */
  facts: object;
  own?: { commands: string[]; facts: (id: string) => object };
  /** Facts of which one guard is not met, and the commands that it stops. */
  guards: Record<string, { facts: object; stops: string[]; asActor?: Role }>;
};

const as = (lifecycle: unknown) => lifecycle as Subject;
const ask = (actor: Actor, permission: string) => can(actor, permission as Permission);

const contractFacts = {
  form: "FORMAL",
  goodsLineCount: 1,
  termsAgreed: true,
  readBack: true,
  reviewSettled: true,
  originalAttached: true,
  draftedById: "author",
  drafterIds: ["author"],
  checkedById: "checker",
  submittedBefore: true,
  registered: true,
  signedOrWaived: true,
  deliveredAnything: false,
  openPapers: 0,
};
const BY_CHIEF = ["check", "return_by_chief", "reject_by_chief"];
const BY_DIRECTOR = ["approve", "return_by_director", "reject_by_director"];
const BY_HEAD = ["sign", "sign_to_director", "return_by_head", "reject_by_head"];

const CASES: Case[] = [
  {
    lifecycle: as(contractLifecycle),
    statuses: CONTRACT_STATUSES,
    cells: CONTRACT_CELLS,
    facts: contractFacts,
    own: { commands: ["withdraw", "cancel"], facts: (id) => ({ draftedById: id }) },
    guards: {
      has_lines: { facts: { goodsLineCount: 0 }, stops: ["submit"] },
      terms_agreed: { facts: { termsAgreed: false }, stops: ["submit"] },
      read_back: { facts: { form: "VERBAL", readBack: false }, stops: ["submit"] },
      original_attached: { facts: { originalAttached: false }, stops: ["submit"] },
      review_settled: { facts: { reviewSettled: false }, stops: ["submit", "check", "approve"] },
      own_draft: { facts: { draftedById: "somebody" }, stops: ["withdraw"] },
      not_own_draft: {
        facts: { drafterIds: ["SECTION_CHIEF", "FACTORY_DIRECTOR"] },
        stops: [...BY_CHIEF, ...BY_DIRECTOR],
      },
      not_same_signer: { facts: { checkedById: "FACTORY_DIRECTOR" }, stops: BY_DIRECTOR },
      submitted_before: { facts: { submittedBefore: false }, stops: ["cancel"] },
      registered: { facts: { registered: false }, stops: ["execute"] },
      signed_or_waived: { facts: { signedOrWaived: false }, stops: ["execute"] },
      no_open_papers: { facts: { openPapers: 1 }, stops: ["void"] },
      nothing_delivered: { facts: { deliveredAnything: true }, stops: ["void"] },
    },
  },
  {
    lifecycle: as(termChangeLifecycle),
    statuses: TERM_CHANGE_STATUSES,
    cells: TERM_CELLS,
    facts: { draftedById: "author", checkedById: "checker", submittedBefore: true },
    own: { commands: ["submit", "withdraw", "cancel"], facts: (id) => ({ draftedById: id }) },
    guards: {
      own_draft: { facts: { draftedById: "somebody" }, stops: ["submit", "withdraw"] },
      not_own_draft: {
        facts: { draftedById: "SECTION_CHIEF" },
        stops: BY_CHIEF,
        asActor: "SECTION_CHIEF",
      },
      not_same_signer: { facts: { checkedById: "FACTORY_DIRECTOR" }, stops: BY_DIRECTOR },
    },
  },
  {
    lifecycle: as(noticeLifecycle),
    statuses: NOTICE_STATUSES,
    cells: NOTICE_CELLS,
    facts: { hasLiveSlip: false, hasPosted: false, hasRest: true, allPosted: true },
    guards: {
      nothing_posted: { facts: { hasPosted: true }, stops: ["cancel"] },
      no_slip_or_chief: { facts: { hasLiveSlip: true }, stops: ["cancel"], asActor: "CLERK" },
      rest_to_slip: { facts: { hasRest: false }, stops: ["start_slip", "next_slip"] },
      all_posted: { facts: { allPosted: false }, stops: ["close"] },
    },
  },
  {
    lifecycle: as(slipLifecycle),
    statuses: SLIP_STATUSES,
    cells: SLIP_CELLS,
    facts: {
      preparedById: "author",
      deptHeadById: "head",
      hasViolation: false,
      exceptionReason: "客户停机待料",
      isRed: false,
      handedOver: false,
      reversalRequestedById: null,
    },
    own: {
      commands: ["edit", "submit", "cancel"],
      facts: (id) => ({ preparedById: id }),
    },
    guards: {
      own_draft: { facts: { preparedById: "somebody" }, stops: ["edit", "submit"] },
      not_own_draft: {
        facts: { preparedById: "WAREHOUSE_KEEPER" },
        stops: ["issue"],
        asActor: "WAREHOUSE_KEEPER",
      },
      not_same_signer: { facts: { deptHeadById: "FACTORY_DIRECTOR" }, stops: BY_DIRECTOR },
      exception_explained: {
        facts: { hasViolation: true, exceptionReason: " " },
        stops: ["submit"],
      },
      no_violation: { facts: { hasViolation: true }, stops: ["sign"] },
      not_red: {
        facts: { isRed: true, reversalRequestedById: "keeper" },
        stops: ["pack", "ship", "request_reversal_issued", "reverse"],
      },
      already_handed_over: {
        facts: { handedOver: true },
        stops: ["request_reversal_issued", "request_reversal_packed", "reverse"],
      },
      no_open_request: {
        facts: { reversalRequestedById: "keeper" },
        stops: ["request_reversal_issued", "request_reversal_packed"],
      },
      reversal_requested: { facts: { reversalRequestedById: null }, stops: ["reverse"] },
      not_own_request: {
        facts: { reversalRequestedById: "SECTION_CHIEF" },
        stops: ["reverse"],
        asActor: "SECTION_CHIEF",
      },
    },
  },
  {
    lifecycle: as(packingLifecycle),
    statuses: PACKING_STATUSES,
    cells: PACKING_CELLS,
    facts: {
      allTicked: true,
      equalsIssued: true,
      checkedAgainstContract: true,
      handedOver: false,
      onWaybill: false,
    },
    guards: {
      equals_issued: { facts: { equalsIssued: false }, stops: ["box"] },
      all_ticked: { facts: { allTicked: false }, stops: ["box"] },
      checked_against_contract: { facts: { checkedAgainstContract: false }, stops: ["box"] },
      not_handed_over: { facts: { handedOver: true }, stops: ["void"] },
      not_on_waybill: { facts: { onWaybill: true }, stops: ["void"] },
    },
  },
  {
    lifecycle: as(waybillLifecycle),
    statuses: WAYBILL_STATUSES,
    cells: WAYBILL_CELLS,
    facts: {},
    guards: {},
  },
  {
    lifecycle: as(receiptLifecycle),
    statuses: ["UNCONFIRMED", "CONFIRMED", "REJECTED", "REVERSED"],
    cells: RECEIPT_CELLS,
    facts: {
      today: calendarDate("2026-11-23"),
      creditedOn: calendarDate("2026-11-23"),
      isPayerUnexplained: false,
      isUnpaidCommercialBill: false,
    },
    guards: {
      credited_later: { facts: { creditedOn: calendarDate("2026-11-24") }, stops: ["confirm"] },
      payer_differs: { facts: { isPayerUnexplained: true }, stops: ["confirm"] },
      commercial_bill_unpaid: { facts: { isUnpaidCommercialBill: true }, stops: ["confirm"] },
    },
  },
  {
    lifecycle: as(inboundLifecycle),
    statuses: ["DRAFT", "POSTED", "CANCELLED", "REVERSED"],
    cells: INBOUND_CELLS,
    facts: { lineCount: 1 },
    guards: { no_lines: { facts: { lineCount: 0 }, stops: ["post"] } },
  },
];

/** Facts that suit the command: some guards exclude each other, as a slip with and without a violation. */
function factsFor(subject: Case, command: string, status: string, actor: Actor): object {
  const exception = ["sign_to_director", "back_to_director"].includes(command);
  const own = subject.own?.commands.includes(command) ? subject.own.facts(actor.id) : {};
  return {
    ...subject.facts,
    ...own,
    ...(exception ? { hasViolation: true } : {}),
    ...(command === "reverse" ? { reversalRequestedById: "keeper" } : {}),
    status,
  };
}

function expectedPlan(cells: Cells, command: string, status: string, role: Role): string {
  const cell = cells[command];
  if (!cell?.from.split(" ").includes(status)) return "wrong_status";
  return cell.roles === "system" || cell.roles.includes(role) ? `to ${cell.to}` : "forbidden";
}

const TRIED_BELOW = ["drafting_duty", "own_draft_or_chief", "has_violation", "always"];

describe.each(CASES)("role by command by status of $lifecycle.document", (subject) => {
  const { lifecycle, statuses, cells } = subject;

  it("knows exactly the commands that are written down", () => {
    expect([...lifecycle.commands].sort()).toEqual(Object.keys(cells).sort());
  });

  it("has no guard that is not tried here", () => {
    const tried = [...Object.keys(subject.guards), ...TRIED_BELOW];
    expect(Object.keys(lifecycle.guards).filter((guard) => !tried.includes(guard))).toEqual([]);
  });

  it.each(Object.keys(cells))("%s: every status, every role", (command) => {
    const found: string[] = [];
    const expected: string[] = [];
    for (const status of statuses) {
      for (const role of ROLES) {
        const actor = person(role);
        const facts = factsFor(subject, command, status, actor);
        const plan = lifecycle.plan(command, facts, actor, ask);
        found.push(`${status} ${role} ${plan.ok ? `to ${plan.to}` : plan.refusal}`);
        expected.push(`${status} ${role} ${expectedPlan(cells, command, status, role)}`);
      }
    }
    expect(found).toEqual(expected);
  });

  it("offers no button in a final status, and none to people who only look on", () => {
    const left = Object.values(cells).flatMap(({ from }) => from.split(" "));
    const final = statuses.filter((status) => !left.includes(status));
    for (const status of statuses) {
      for (const role of ROLES) {
        if (
          !final.includes(status) &&
          !["PRODUCTION", "TECHNICAL", "REVIEWER", "ADMIN"].includes(role)
        )
          continue;
        expect(lifecycle.available({ ...subject.facts, status }, person(role), ask)).toEqual([]);
      }
    }
  });

  it.each(Object.entries(subject.guards))("guard %s stops what it must", (guard, rule) => {
    const stopped: string[] = [];
    for (const [command, { from, roles }] of Object.entries(cells)) {
      const role = rule.asActor ?? (roles === "system" ? "ADMIN" : (roles[0] ?? "ADMIN"));
      const [status = ""] = from.split(" ");
      const facts = { ...factsFor(subject, command, status, person(role)), ...rule.facts };
      const plan = lifecycle.plan(command, facts, person(role), ask);
      if (!plan.ok && plan.refusal === guard) stopped.push(command);
    }
    expect(stopped.sort()).toEqual([...rule.stops].sort());
  });
});

describe("a slip without a violation", () => {
  it("goes neither to the director nor back to him", () => {
    const chief = person("SECTION_CHIEF");
    const facts = { ...CASES[3]?.facts, status: "PENDING_DEPT_HEAD" };
    expect(as(slipLifecycle).plan("sign_to_director", facts, chief, ask)).toEqual({
      ok: false,
      refusal: "has_violation",
    });
    const approved = { ...facts, status: "APPROVED" };
    expect(as(slipLifecycle).plan("back_to_director", approved, chief, ask)).toEqual({
      ok: false,
      refusal: "has_violation",
    });
  });

  it("is signed by nobody who prepared it", () => {
    const chief = person("SECTION_CHIEF");
    for (const command of BY_HEAD) {
      const facts = {
        ...CASES[3]?.facts,
        preparedById: chief.id,
        hasViolation: command === "sign_to_director",
        status: "PENDING_DEPT_HEAD",
      };
      expect(as(slipLifecycle).plan(command, facts, chief, ask)).toEqual({
        ok: false,
        refusal: "not_own_draft",
      });
    }
  });
});

describe("a formal contract", () => {
  it("[R1.1.2-c] is submitted only by the holder of the drafting duty; a verbal order by any clerk", () => {
    const facts = { ...contractFacts, status: "DRAFT" };
    const dutiless = { ...person("CLERK"), duties: [] };
    const plan = (form: string) =>
      as(contractLifecycle).plan("submit", { ...facts, form }, dutiless, ask);
    expect(plan("FORMAL")).toEqual({ ok: false, refusal: "drafting_duty" });
    expect(plan("VERBAL")).toMatchObject({ ok: true });
  });

  it("is cancelled by its author or the chief", () => {
    const facts = { ...contractFacts, status: "DRAFT" };
    const plan = (actor: Actor) => as(contractLifecycle).plan("cancel", facts, actor, ask);
    expect(plan(person("CLERK"))).toEqual({ ok: false, refusal: "own_draft_or_chief" });
    expect(plan(person("CLERK", "author"))).toMatchObject({ ok: true });
    expect(plan(person("SECTION_CHIEF"))).toMatchObject({ ok: true });
  });
});
