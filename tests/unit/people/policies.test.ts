import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DELEGATED_STEPS, DUTIES, ROLES } from "@/lib/auth/roles";
import {
  type DelegationFacts,
  delegationRefusal,
  mayIssueFor,
} from "@/lib/people/delegation-policy";
import { canHoldDuty, rolesOfDuty, spansOverlap } from "@/lib/people/duty-policy";
import { passwordRefusal } from "@/lib/people/password-policy";
import { createPersonInput } from "@/lib/people/schema";

const person = (id: string, role: (typeof ROLES)[number], active = true) => ({ id, role, active });

describe("who may hold a duty", () => {
  it("follows the acts that ask for it", () => {
    expect(rolesOfDuty("CONTRACT_NUMBERING")).toEqual(["CLERK"]);
    expect([...rolesOfDuty("CONTRACT_DRAFTING")].sort()).toEqual(["CLERK", "SECTION_CHIEF"]);
    expect(canHoldDuty("SALESPERSON", "NEW_CUSTOMER_VISIT")).toBe(true);
  });

  it("is never the administrator, the director or the keeper", () => {
    for (const duty of DUTIES) {
      for (const role of ["ADMIN", "FACTORY_DIRECTOR", "WAREHOUSE_KEEPER", "FINANCE"] as const) {
        expect(canHoldDuty(role, duty)).toBe(false);
      }
    }
  });
});

describe("two spans of days", () => {
  it("overlap on a common day, the last one included", () => {
    const november = { fromOn: "2026-11-01", toOn: "2026-11-30" };
    expect(spansOverlap(november, { fromOn: "2026-11-30", toOn: "2026-12-05" })).toBe(true);
    expect(spansOverlap(november, { fromOn: "2026-12-01", toOn: null })).toBe(false);
    expect(spansOverlap({ fromOn: "2020-01-01", toOn: null }, november)).toBe(true);
  });

  it("overlap the same way round", () => {
    const date = fc.constantFrom("2026-11-01", "2026-11-15", "2026-11-30", "2026-12-05");
    const span = fc.tuple(date, fc.option(date)).map(([fromOn, toOn]) => ({ fromOn, toOn }));
    fc.assert(fc.property(span, span, (a, b) => spansOverlap(a, b) === spansOverlap(b, a)));
  });
});

describe("a delegation", () => {
  const chief = person("chief", "SECTION_CHIEF");
  const director = person("director", "FACTORY_DIRECTOR");
  const facts = (changes: Partial<DelegationFacts> = {}): DelegationFacts => ({
    today: "2026-11-23",
    issuer: chief,
    principal: chief,
    delegate: person("clerk", "CLERK"),
    wanted: {
      principalId: "chief",
      delegateId: "clerk",
      step: "CHECK",
      fromOn: "2026-11-23",
      toOn: "2026-11-23",
    },
    existing: [],
    ...changes,
  });

  it("is allowed for one day, today", () => {
    expect(delegationRefusal(facts())).toBeNull();
  });

  it("is issued by nobody but chief and director", () => {
    for (const role of ROLES) {
      const issuer = person("someone", role);
      expect(mayIssueFor(issuer, chief)).toBe(role === "FACTORY_DIRECTOR");
      expect(mayIssueFor(issuer, director)).toBe(false);
    }
    expect(mayIssueFor(chief, chief)).toBe(true);
    expect(mayIssueFor(director, director)).toBe(true);
  });

  it("gives no step to an administrator or to the holder of the other step", () => {
    for (const step of DELEGATED_STEPS) {
      const principal = step === "APPROVE" ? director : chief;
      const other = step === "APPROVE" ? "SECTION_CHIEF" : "FACTORY_DIRECTOR";
      const wanted = { ...facts().wanted, principalId: principal.id, step };
      const refusalFor = (role: (typeof ROLES)[number]) =>
        delegationRefusal(
          facts({ issuer: principal, principal, wanted, delegate: person("x", role) }),
        )?.code ?? null;
      expect(refusalFor("CLERK")).toBeNull();
      expect(refusalFor("ADMIN")).toBe("people.delegate_is_admin");
      expect(refusalFor(other)).toBe("people.delegate_holds_other_step");
    }
  });

  it("is refused beside the field that is wrong", () => {
    const held = { ...facts().wanted, delegateId: "other" };
    expect(delegationRefusal(facts({ existing: [held] }))).toEqual({
      code: "people.delegation_overlaps",
      path: "fromOn",
    });
    expect(delegationRefusal(facts({ principal: { ...chief, active: false } }))?.path).toBe(
      "principalId",
    );
  });
});

describe("a password", () => {
  it("has twelve characters, is not common and not the user name", () => {
    expect(passwordRefusal("elfzeichen!", "x")).toBe("people.password_too_short");
    expect(passwordRefusal("zwölfzeichen", "x")).toBeNull();
    expect(passwordRefusal("一二三四五六七八九十百千", "x")).toBeNull();
    expect(passwordRefusal("Password1234", "x")).toBe("people.password_too_common");
    expect(passwordRefusal("aaaaaaaaaaaaaa", "x")).toBe("people.password_too_common");
    expect(passwordRefusal("lixue2026lixue", "lixue")).toBe("people.password_too_common");
  });

  it("is never accepted below twelve characters", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 11 }), (text) => passwordRefusal(text, "") !== null),
    );
  });
});

describe("a new account's form", () => {
  const valid = {
    username: "Li.Xue",
    displayName: " 李雪 ",
    role: "CLERK",
    department: "市场部",
    phone: "138 1234 5678",
    email: "",
  };

  it("stores names and numbers in their plain form", () => {
    expect(createPersonInput.parse(valid)).toEqual({
      ...valid,
      username: "li.xue",
      displayName: "李雪",
      phone: "13812345678",
      email: null,
    });
  });

  it("refuses what is no user name, telephone, mail or known role", () => {
    const bad = { ...valid, username: "李雪", phone: "12", email: "x@", role: "BOSS" };
    const issues = createPersonInput.safeParse(bad).error?.issues ?? [];
    expect(issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["username", "people.username_malformed"],
      ["role", "common.required"],
      ["phone", "people.phone_malformed"],
      ["email", "people.email_malformed"],
    ]);
  });
});
