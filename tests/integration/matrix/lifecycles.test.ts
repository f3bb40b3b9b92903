import { describe, expect, it } from "vitest";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import { ROLES, type Role } from "@/lib/auth/roles";
import { contractLifecycle } from "@/lib/contracts/lifecycle";
import { LIFECYCLES } from "@/lib/ops/lifecycles";
import { reviewLifecycle } from "@/lib/reviews/lifecycle";
import { slipLifecycle } from "@/lib/shipping/slip-lifecycle";
import { as, type Cells, type LifecycleCase, person } from "./lifecycles/case";
import { REVISION_CASE } from "./lifecycles/changes";
import { CONTRACT_CASE, CONTRACT_FACTS } from "./lifecycles/contracts";
import { TERM_CASE } from "./lifecycles/credit";
import { PACKING_CASE, WAYBILL_CASE } from "./lifecycles/dispatch";
import { NOTICE_CASE } from "./lifecycles/notices";
import { PREPARATION_CASE } from "./lifecycles/preparation";
import { PRODUCTION_RECEIPT_CASE, TASK_CASE } from "./lifecycles/production";
import { RECEIPT_CASE } from "./lifecycles/receivables";
import { REVIEW_CASE } from "./lifecycles/reviews";
import { SLIP_CASE } from "./lifecycles/slips";
import { INBOUND_CASE } from "./lifecycles/stock";
import { WALK_IN_CASE } from "./lifecycles/walk-in";

const CASES: readonly LifecycleCase[] = [
  CONTRACT_CASE,
  REVISION_CASE,
  REVIEW_CASE,
  TERM_CASE,
  NOTICE_CASE,
  SLIP_CASE,
  PACKING_CASE,
  WAYBILL_CASE,
  RECEIPT_CASE,
  INBOUND_CASE,
  PRODUCTION_RECEIPT_CASE,
  TASK_CASE,
  PREPARATION_CASE,
  WALK_IN_CASE,
];

it("every life cycle is tried here", () => {
  const tried = CASES.map(({ lifecycle }) => lifecycle.document);
  expect(tried.sort()).toEqual(LIFECYCLES.map(({ document }) => document).sort());
});

const BY_HEAD = ["sign", "sign_to_director", "return_by_head", "reject_by_head"];
const ask = (actor: Actor, permission: string) => can(actor, permission as Permission);

/** Facts that suit the command. */
function factsFor(subject: LifecycleCase, command: string, status: string, actor: Actor): object {
  const own = subject.own?.commands.includes(command) ? subject.own.facts(actor.id) : {};
  return { ...subject.facts, ...own, ...subject.forCommand?.[command], status };
}

function expectedPlan(cells: Cells, command: string, status: string, role: Role): string {
  const cell = cells[command];
  if (!cell?.from.split(" ").includes(status)) return "wrong_status";
  return cell.roles === "system" || cell.roles.includes(role) ? `to ${cell.to}` : "forbidden";
}

describe.each(CASES)("role by command by status of $lifecycle.document", (subject) => {
  const { lifecycle, statuses, cells } = subject;

  it("knows exactly the commands that are written down", () => {
    expect([...lifecycle.commands].sort()).toEqual(Object.keys(cells).sort());
  });

  it("has no guard that is not tried here", () => {
    const tried = [...Object.keys(subject.guards), ...(subject.triedApart ?? [])];
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
    const acting = Object.values(cells).flatMap(({ roles }) => (roles === "system" ? [] : roles));
    for (const status of statuses) {
      for (const role of ROLES) {
        if (!final.includes(status) && acting.includes(role)) continue;
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
    const facts = { ...SLIP_CASE.facts, status: "PENDING_DEPT_HEAD" };
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
        ...SLIP_CASE.facts,
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
    const facts = { ...CONTRACT_FACTS, status: "DRAFT" };
    const dutiless = { ...person("CLERK"), duties: [] };
    const plan = (form: string) =>
      as(contractLifecycle).plan("submit", { ...facts, form }, dutiless, ask);
    expect(plan("FORMAL")).toEqual({ ok: false, refusal: "drafting_duty" });
    expect(plan("VERBAL")).toMatchObject({ ok: true });
  });

  it("is cancelled by its author or the chief", () => {
    const facts = { ...CONTRACT_FACTS, status: "DRAFT" };
    const plan = (actor: Actor) => as(contractLifecycle).plan("cancel", facts, actor, ask);
    expect(plan(person("CLERK"))).toEqual({ ok: false, refusal: "own_draft_or_chief" });
    expect(plan(person("CLERK", "author"))).toMatchObject({ ok: true });
    expect(plan(person("SECTION_CHIEF"))).toMatchObject({ ok: true });
  });
});

describe("a requirements review", () => {
  it("is edited by its author or a clerk, cancelled by its author or the chief", () => {
    const facts = { ...REVIEW_CASE.facts, status: "DRAFT" };
    const plan = (command: string, actor: Actor) =>
      as(reviewLifecycle).plan(command, facts, actor, ask);
    expect(plan("edit", person("CLERK"))).toMatchObject({ ok: true });
    expect(plan("edit", person("SALESPERSON"))).toMatchObject({ refusal: "own_draft_or_clerk" });
    expect(plan("edit", person("SALESPERSON", "author"))).toMatchObject({ ok: true });
    expect(plan("cancel", person("CLERK"))).toMatchObject({ refusal: "own_draft_or_chief" });
    expect(plan("cancel", person("SECTION_CHIEF"))).toMatchObject({ ok: true });
  });
});
