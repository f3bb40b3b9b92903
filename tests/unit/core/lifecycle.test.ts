import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defineLifecycle } from "@/lib/core/lifecycle";

const STATUSES = ["DRAFT", "PENDING", "DONE", "CANCELLED"] as const;
type Permission = "paper:draft" | "paper:check";
type Actor = { id: string; permissions: readonly Permission[] };
type Facts = { status: (typeof STATUSES)[number]; lineCount: number; draftedById: string };
type Guard = (facts: Facts, actor: Actor) => boolean;

const GUARDS = {
  has_lines: ({ lineCount }) => lineCount > 0,
  not_own_draft: ({ draftedById }, actor) => draftedById !== actor.id,
} as const satisfies Record<string, Guard>;

const PAPER = defineLifecycle({
  document: "paper",
  guards: GUARDS,
  transitions: {
    submit: {
      from: ["DRAFT"],
      to: "PENDING",
      permission: "paper:draft",
      guards: ["has_lines"],
      clause: "1.1.2",
    },
    check: {
      from: ["PENDING"],
      to: "DONE",
      permission: "paper:check",
      guards: ["not_own_draft", "has_lines"],
    },
    withdraw: { from: ["PENDING"], to: "DRAFT", permission: "paper:draft", guards: [] },
    cancel: { from: ["DRAFT", "PENDING"], to: "CANCELLED", permission: "paper:check", guards: [] },
    expire: {
      from: ["DRAFT", "PENDING"],
      to: "CANCELLED",
      permission: "system",
      guards: ["has_lines"],
    },
    edit: { from: ["DRAFT"], to: "DRAFT", permission: "paper:draft", guards: [] },
  },
});

const can = (actor: Actor, permission: Permission) => actor.permissions.includes(permission);
const clerk: Actor = { id: "clerk", permissions: ["paper:draft"] };
const chief: Actor = { id: "chief", permissions: ["paper:draft", "paper:check"] };
const facts = (change: Partial<Facts>): Facts => ({
  status: "DRAFT",
  lineCount: 1,
  draftedById: "clerk",
  ...change,
});

describe("a life cycle", () => {
  it("plans a move with its two ends", () => {
    expect(PAPER.plan("submit", facts({}), clerk, can)).toEqual({
      ok: true,
      from: "DRAFT",
      to: "PENDING",
    });
    expect(PAPER.plan("cancel", facts({ status: "PENDING" }), chief, can)).toMatchObject({
      from: "PENDING",
    });
  });

  it("refuses by status first, then permission, then the guards in order", () => {
    const own = facts({ status: "PENDING", draftedById: "chief", lineCount: 0 });
    expect(PAPER.plan("check", facts({}), clerk, can)).toEqual({
      ok: false,
      refusal: "wrong_status",
    });
    expect(PAPER.plan("check", own, clerk, can)).toEqual({ ok: false, refusal: "forbidden" });
    expect(PAPER.plan("check", own, chief, can)).toEqual({ ok: false, refusal: "not_own_draft" });
    expect(PAPER.plan("check", { ...own, draftedById: "clerk" }, chief, can)).toEqual({
      ok: false,
      refusal: "has_lines",
    });
  });

  it("lets the system's rows happen without a permission, and never shows them as buttons", () => {
    const nobody: Actor = { id: "nobody", permissions: [] };
    expect(PAPER.plan("expire", facts({}), nobody, can).ok).toBe(true);
    expect(PAPER.plan("expire", facts({ lineCount: 0 }), nobody, can).ok).toBe(false);
    expect(PAPER.available(facts({}), chief, can)).toEqual(["submit", "cancel", "edit"]);
    expect(PAPER.available(facts({ status: "DONE" }), chief, can)).toEqual([]);
  });

  it("offers exactly the commands it would let through", () => {
    const anyFacts = fc.record({
      status: fc.constantFrom(...STATUSES),
      lineCount: fc.nat({ max: 1 }),
      draftedById: fc.constantFrom("clerk", "chief"),
    });
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(clerk, chief), (given, actor) => {
        const offered = PAPER.available(given, actor, can);
        for (const command of PAPER.commands) {
          const isOffered = PAPER.plan(command, given, actor, can).ok && command !== "expire";
          expect(offered.includes(command)).toBe(isOffered);
        }
      }),
    );
  });

  it("lists each move once, and no row that stays where it is", () => {
    expect(PAPER.moves()).toEqual([
      ["DRAFT", "PENDING"],
      ["PENDING", "DONE"],
      ["PENDING", "DRAFT"],
      ["DRAFT", "CANCELLED"],
      ["PENDING", "CANCELLED"],
    ]);
  });

  it("names what cannot be reached and where nothing leads on", () => {
    expect(PAPER.reachability("DRAFT", STATUSES)).toEqual({
      unreachable: [],
      deadEnds: ["DONE", "CANCELLED"],
    });
    expect(PAPER.reachability("DONE", STATUSES).unreachable).toEqual([
      "DRAFT",
      "PENDING",
      "CANCELLED",
    ]);
  });

  it("keeps the table readable: clause, permission and guards of each row", () => {
    expect(PAPER.document).toBe("paper");
    expect(PAPER.transitions.submit.clause).toBe("1.1.2");
    expect(PAPER.commands).toContain("withdraw");
  });

  it("works without guards", () => {
    const door = defineLifecycle({
      document: "door",
      guards: {},
      transitions: {
        open: { from: ["SHUT"], to: "OPEN", permission: "paper:draft", guards: [] },
      },
    });
    expect(door.plan("open", { status: "SHUT" }, clerk, can).ok).toBe(true);
    expect(door.plan("open", { status: "OPEN" }, clerk, can)).toEqual({
      ok: false,
      refusal: "wrong_status",
    });
  });
});
