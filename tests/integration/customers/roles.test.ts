import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { ROLES, type Role } from "@/lib/auth/roles";
import { mergeCustomers } from "@/lib/credit/merge-customers";
import { saveTermChange } from "@/lib/credit/save-term-change";
import { confirmStart } from "@/lib/customers/confirm-start";
import { saveCustomer } from "@/lib/customers/save-customer";
import { saveCustomerInput } from "@/lib/customers/schema";
import { decideStandard, setProductActive } from "@/lib/products/decide-standard";
import { saveProduct } from "@/lib/products/save-product";
import { saveProductInput } from "@/lib/products/schema";
import { aTermForm } from "../../factories/credit";
import { aCustomerForm, createCustomer } from "../../factories/customers";
import { aKey, anActor } from "../../factories/people";
import { aProductForm, createProduct, createUnits } from "../../factories/products";

/** Master data and proposals: who may do each (rules 5.9). Acts are tried on fresh data every time. */
const ACTS: Record<string, { roles: readonly Role[]; run: (actor: Actor) => Promise<unknown> }> = {
  "opens a customer's file": {
    roles: ["CLERK", "SALESPERSON", "SECTION_CHIEF"],
    run: async (actor) => saveCustomer(actor, saveCustomerInput.parse(aCustomerForm()), aKey()),
  },
  "confirms the start of cooperation": {
    roles: ["SECTION_CHIEF"],
    run: async (actor) => {
      const { id } = await createCustomer();
      const input = { id, rowVersion: 1, startOn: "2020-05-01", evidence: "旧合同" };
      return confirmStart(actor, input, aKey());
    },
  },
  "merges two files": {
    roles: ["SECTION_CHIEF"],
    run: async (actor) => {
      const [duplicate, survivor] = [await createCustomer(), await createCustomer()];
      const ids = { duplicateId: duplicate.id, rowVersion: 1, survivorId: survivor.id };
      return mergeCustomers(actor, { ...ids, reason: "同一家" }, aKey());
    },
  },
  "proposes settlement terms": {
    roles: ["CLERK"],
    run: async (actor) => saveTermChange(actor, aTermForm((await createCustomer()).id), aKey()),
  },
  "puts a product on the list": {
    roles: ["CLERK", "SECTION_CHIEF"],
    run: async (actor) => saveProduct(actor, saveProductInput.parse(aProductForm()), aKey()),
  },
  "takes a product out of use": {
    roles: ["CLERK", "SECTION_CHIEF"],
    run: async (actor) => {
      const { id } = await createProduct();
      return setProductActive(actor, { id, rowVersion: 1, active: false, comment: "停产" }, aKey());
    },
  },
  "decides whether a product is standard": {
    roles: ["SECTION_CHIEF", "TECHNICAL"],
    run: async (actor) => {
      const { id } = await createProduct();
      const decision = { isStandard: true, firstProducedOn: null, specialistId: null };
      return decideStandard(actor, { id, rowVersion: 1, ...decision }, aKey());
    },
  },
  "prices a product": {
    roles: ["SECTION_CHIEF"],
    run: async (actor) =>
      saveProduct(actor, saveProductInput.parse(aProductForm({ listPrice: "9.90" })), aKey()),
  },
};

let people: readonly [Role, Actor][];
beforeAll(async () => {
  await createUnits();
  people = await Promise.all(
    ROLES.map(async (role) => [role, await anActor(role)] as [Role, Actor]),
  );
});

describe.each(Object.keys(ACTS))("who %s", (name) => {
  it("is whom the permission matrix names, and nobody else", async () => {
    const act = ACTS[name];
    if (!act) throw new Error(`no act ${name}`);
    const done: Role[] = [];
    for (const [role, actor] of people) {
      try {
        await act.run(actor);
        done.push(role);
      } catch (error) {
        const { code } = error as { code?: string };
        expect(["common.forbidden", "products.price_reserved"], `${role}: ${code}`).toContain(code);
      }
    }
    expect(done).toEqual([...act.roles]);
  });
});
