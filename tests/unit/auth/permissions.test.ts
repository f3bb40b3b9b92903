import { describe, expect, it } from "vitest";
import {
  type Actor,
  type ActorDelegation,
  can,
  PERMISSION_NAMES,
  type Permission,
  seesOwnOnly,
  seesPrices,
  signerOf,
} from "@/lib/auth/permissions";
import { DELEGATED_STEPS, DUTIES, type Duty, ROLES, type Role } from "@/lib/auth/roles";
import { COLUMNS, RULES, type Rule } from "./rules-5-9";

type Given = {
  duties?: readonly Duty[];
  delegations?: readonly ActorDelegation[];
  keeper?: boolean;
};

function person(role: Role, { duties = [], delegations = [], keeper = false }: Given = {}): Actor {
  return { id: "p1", name: "王敏", role, duties, delegations, keeperSeesPrices: keeper };
}

function delegation(step: ActorDelegation["step"], principalRole: Role): ActorDelegation {
  return { id: "g1", step, principalId: "p2", principalName: "赵立新", principalRole };
}

const PRINCIPALS = ["SECTION_CHIEF", "FACTORY_DIRECTOR"] as const;

function expected(rule: Rule, role: Role, duties: readonly Duty[]): boolean {
  const letter = rule.roles.charAt(COLUMNS.indexOf(role));
  return letter === "x" || (letter === "d" && !!rule.duty && duties.includes(rule.duty));
}

/** Each duty alone, none and all: with a table of one duty per permission this is every difference there is. */
const DUTY_SETS: readonly (readonly Duty[])[] = [[], ...DUTIES.map((duty) => [duty]), DUTIES];

describe("the permission matrix", () => {
  it("has exactly the acts of rules 5.9, each with ten columns", () => {
    expect([...PERMISSION_NAMES].sort()).toEqual(Object.keys(RULES).sort());
    expect([...COLUMNS].sort()).toEqual([...ROLES].sort());
    for (const { roles } of Object.values(RULES)) expect(roles).toMatch(/^[xd.]{10}$/);
  });

  it.each(PERMISSION_NAMES)("%s: every role with every duty", (permission) => {
    const rule = RULES[permission] as Rule;
    for (const role of ROLES) {
      for (const duties of DUTY_SETS) {
        const allowed = can(person(role, { duties }), permission);
        expect({ role, duties, allowed }).toEqual({
          role,
          duties,
          allowed: expected(rule, role, duties),
        });
      }
    }
  });

  it.each(PERMISSION_NAMES)("%s: every role with every delegation", (permission) => {
    const rule = RULES[permission] as Rule;
    for (const role of ROLES) {
      for (const step of DELEGATED_STEPS) {
        for (const principal of PRINCIPALS) {
          const actor = person(role, { delegations: [delegation(step, principal)] });
          const lent = rule.delegated?.[0] === step && rule.delegated[1] === principal;
          const allowed = expected(rule, role, []) || lent;
          expect({ role, step, principal, allowed: can(actor, permission) }).toEqual({
            role,
            step,
            principal,
            allowed,
          });
        }
      }
    }
  });
});

describe("who signs", () => {
  it("is the person alone when the own role may", () => {
    const chief = person("SECTION_CHIEF", { delegations: [delegation("CHECK", "SECTION_CHIEF")] });
    expect(signerOf(chief, "contract:check")).toEqual({
      signedById: "p1",
      signedByName: "王敏",
      onBehalfOfId: null,
      onBehalfOfName: null,
      delegationId: null,
    });
  });

  it("is the delegate on behalf of the principal, for exactly the step that was lent", () => {
    for (const [permission, { delegated }] of Object.entries(RULES)) {
      if (!delegated) continue;
      const [step, from] = delegated;
      const others = DELEGATED_STEPS.filter((other) => other !== step);
      const delegations = [
        ...others.map((other) => ({ ...delegation(other, from), id: "wrong" })),
        delegation(step, from),
      ];
      const signer = signerOf(person("FINANCE", { delegations }), permission as Permission);
      expect(signer).toMatchObject({
        signedById: "p1",
        onBehalfOfId: "p2",
        onBehalfOfName: "赵立新",
        delegationId: "g1",
      });
    }
  });

  it("names nobody else when no delegation fits", () => {
    const delegations = [delegation("APPROVE", "FACTORY_DIRECTOR")];
    expect(signerOf(person("FINANCE", { delegations }), "contract:check").onBehalfOfId).toBeNull();
  });
});

describe("what is seen", () => {
  it("has prices for the market side, finance and the administrator; for the keeper by setting", () => {
    const seeing = (keeper: boolean) =>
      ROLES.filter((role) => seesPrices(person(role, { keeper })));
    const always = [
      "CLERK",
      "SALESPERSON",
      "SECTION_CHIEF",
      "FACTORY_DIRECTOR",
      "FINANCE",
      "ADMIN",
    ];
    expect(seeing(false).sort()).toEqual([...always].sort());
    expect(seeing(true).sort()).toEqual([...always, "WAREHOUSE_KEEPER"].sort());
  });

  it("is the own for salespeople and everything for the rest", () => {
    expect(ROLES.filter((role) => seesOwnOnly(person(role)))).toEqual(["SALESPERSON"]);
  });
});
