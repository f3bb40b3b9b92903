import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { ROLES, type Role } from "@/lib/auth/roles";
import { approveTermChange } from "@/lib/credit/approve-term-change";
import { checkTermChange } from "@/lib/credit/check-term-change";
import { TERM_CHANGE_STATUSES, type TermChangeStatus } from "@/lib/credit/lifecycle";
import { rejectTermChange, returnTermChange } from "@/lib/credit/refuse-term-change";
import { saveTermChange } from "@/lib/credit/save-term-change";
import { submitTermChange } from "@/lib/credit/submit-term-change";
import { cancelTermChange, withdrawTermChange } from "@/lib/credit/withdraw-term-change";
import { db } from "@/lib/server/db";
import { aTermForm, checkedTermChange, seen, submittedTermChange } from "../../factories/credit";
import { createCustomer } from "../../factories/customers";
import { aKey, anActor } from "../../factories/people";
import { at } from "../../support/clock";

type Seen = { id: string; rowVersion: number };
const ACTS = {
  submit: (actor: Actor, on: Seen) => submitTermChange(actor, on, aKey()),
  withdraw: (actor: Actor, on: Seen) => withdrawTermChange(actor, on, aKey()),
  cancel: (actor: Actor, on: Seen) => cancelTermChange(actor, { ...on, comment: "不办" }, aKey()),
  check: (actor: Actor, on: Seen) => checkTermChange(actor, { ...on, comment: "" }, aKey()),
  approve: (actor: Actor, on: Seen) => approveTermChange(actor, { ...on, comment: "" }, aKey()),
  return: (actor: Actor, on: Seen) => returnTermChange(actor, { ...on, comment: "再核" }, aKey()),
  reject: (actor: Actor, on: Seen) => rejectTermChange(actor, { ...on, comment: "不同意" }, aKey()),
};
type Act = keyof typeof ACTS;

/** Who may do what where, besides the drafter; everything else is refused (rules 5.5, 5.9). */
const ALLOWED: Partial<Record<TermChangeStatus, Partial<Record<Act, Role>>>> = {
  DRAFT: { cancel: "SECTION_CHIEF" },
  PENDING_CHIEF: { check: "SECTION_CHIEF", return: "SECTION_CHIEF", reject: "SECTION_CHIEF" },
  PENDING_DIRECTOR: {
    approve: "FACTORY_DIRECTOR",
    return: "FACTORY_DIRECTOR",
    reject: "FACTORY_DIRECTOR",
  },
};
/** What the drafter may do with the own document. */
const DRAFTER: Partial<Record<TermChangeStatus, readonly Act[]>> = {
  DRAFT: ["submit", "cancel"],
  PENDING_CHIEF: ["withdraw"],
  PENDING_DIRECTOR: ["withdraw"],
};

let drafter: Actor;
let people: Record<Role, Actor>;
beforeAll(async () => {
  drafter = await anActor("CLERK");
  const actors = await Promise.all(ROLES.map(async (role) => [role, await anActor(role)] as const));
  people = Object.fromEntries(actors) as Record<Role, Actor>;
});

async function changeIn(status: TermChangeStatus): Promise<string> {
  const { id: customerId } = await createCustomer({ cooperationStart: "2024-11-23" });
  const form = aTermForm(customerId);
  if (status === "DRAFT") return (await saveTermChange(drafter, form, aKey())).id;
  if (status === "PENDING_CHIEF") return submittedTermChange(drafter, form);
  const chief = await anActor("SECTION_CHIEF");
  if (status === "PENDING_DIRECTOR") return checkedTermChange(drafter, chief, form);
  const id = await changeIn(status === "EFFECTIVE" ? "PENDING_DIRECTOR" : "PENDING_CHIEF");
  if (status === "EFFECTIVE") await ACTS.approve(await anActor("FACTORY_DIRECTOR"), await seen(id));
  if (status === "REJECTED") await ACTS.reject(chief, await seen(id));
  if (status === "CANCELLED") {
    await ACTS.withdraw(drafter, await seen(id));
    await ACTS.cancel(drafter, await seen(id));
  }
  return id;
}

const rowOf = (id: string) => db.termChange.findUniqueOrThrow({ where: { id } });

describe.each(TERM_CHANGE_STATUSES)("a settlement-term change that is %s", (status) => {
  it("[R1.3.1-a] refuses every act of every role that the matrix does not name, and stays as it is", () =>
    at("2026-11-23", async () => {
      const id = await changeIn(status);
      const before = await rowOf(id);
      for (const act of Object.keys(ACTS) as Act[]) {
        for (const role of ROLES) {
          if (ALLOWED[status]?.[act] === role) continue;
          await expect(
            ACTS[act](people[role], await seen(id)),
            `${role} ${act}`,
          ).rejects.toMatchObject({
            code: expect.stringMatching(
              /^(credit\.(wrong_status|own_draft|own_draft_or_chief)|common\.forbidden)$/,
            ),
          });
        }
        if (!DRAFTER[status]?.includes(act)) {
          await expect(ACTS[act](drafter, await seen(id)), `drafter ${act}`).rejects.toMatchObject({
            code: expect.stringMatching(
              /^(credit\.(wrong_status|not_own_draft)|common\.forbidden)$/,
            ),
          });
        }
      }
      expect(await rowOf(id)).toEqual(before);
    }));

  it("[R1.3.1-a] lets those act whom the matrix names", () =>
    at("2026-11-23", async () => {
      for (const [act, role] of Object.entries(ALLOWED[status] ?? {}) as [Act, Role][]) {
        const id = await changeIn(status);
        await ACTS[act](people[role], await seen(id));
        expect((await rowOf(id)).status).not.toBe(status);
      }
      for (const act of DRAFTER[status] ?? []) {
        const id = await changeIn(status);
        await ACTS[act](drafter, await seen(id));
        expect((await rowOf(id)).status).not.toBe(status);
      }
    }));
});
