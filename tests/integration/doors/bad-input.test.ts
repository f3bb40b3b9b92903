import { createTranslator } from "next-intl";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import {
  checkContractAction,
  saveDraftAction,
  submitContractAction,
} from "@/lib/contracts/actions";
import type { OrderFormValues } from "@/lib/contracts/schema";
import { saveCustomerAction } from "@/lib/customers/actions";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import { issueText, refusalText } from "@/lib/i18n/refusal-text";
import type { ActionResult } from "@/lib/server/action-result";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import {
  createContract,
  goodsLine,
  monthlyCustomer,
  orderValues,
  ref,
} from "@/tests/factories/contracts";
import { aCustomerForm, createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import { createProduct, createUnits } from "@/tests/factories/products";
import { at } from "@/tests/support/clock";
import { databaseFingerprint } from "./database-fingerprint";

const session = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => session.actor }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ origin: "http://localhost:3000" }),
}));

const translators = (["zh", "en"] as const).map((locale) =>
  createTranslator({ locale, messages: CATALOGUE[locale] }),
);

let clerk: Actor;
let customerId: string;
let productId: string;
beforeAll(async () => {
  clerk = await anActor("CLERK");
  await createUnits();
  customerId = (await monthlyCustomer()).id;
  productId = (await createProduct()).id;
});
beforeEach(() => {
  session.actor = clerk;
});
const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

/** Refused with this code (of the whole or of one cell), which has a sentence of its own in both languages. */
function expectRefusal(result: ActionResult<unknown>, code: string): void {
  if (result.ok) throw new Error(`Not refused: ${code} was expected`);
  const { error } = result;
  const issue = error.issues?.find((candidate) => candidate.code === code);
  expect([error.code, ...(error.issues ?? []).map((each) => each.code)]).toContain(code);
  for (const t of translators) {
    const details = issue?.details ?? error.details ?? {};
    const sentence = issue ? issueText(t, issue) : refusalText(t, code, details);
    expect(sentence).not.toContain(code); // as the sentence for unknown codes does
    expect(sentence).toMatch(/[。.]$/);
  }
}

async function refused(code: string, act: () => Promise<ActionResult<unknown>>): Promise<void> {
  const before = await databaseFingerprint();
  expectRefusal(await act(), code);
  expect(await databaseFingerprint()).toBe(before);
}

const saving = (order: Partial<OrderFormValues>) =>
  saveDraftAction(
    {
      contractId: null,
      rowVersion: null,
      order: orderValues(customerId, { lines: [goodsLine(productId)], ...order }),
    },
    aKey(),
  );

describe("bad input gets its own sentence and changes nothing", () => {
  const line = (changes: Partial<ReturnType<typeof goodsLine>>) => ({
    lines: () => [goodsLine(productId, changes)],
  });
  it.each([
    ["negative pieces", line({ quantity: "-3" }), "contracts.quantity_not_positive"],
    ["no pieces", line({ quantity: "0" }), "contracts.quantity_not_positive"],
    ["half a piece", line({ quantity: "2.5" }), "contracts.quantity_not_whole"],
    ["words for figures", line({ quantity: "十支" }), "contracts.quantity_malformed"],
    ["a price in words", line({ unitPrice: "面议" }), "contracts.price_malformed"],
    ["a date that does not exist", line({ deliveryOn: "2026-02-30" }), "common.date_malformed"],
    ["an over-long remark", line({ lineRemark: "长".repeat(201) }), "common.too_long"],
    [
      "300 lines",
      { lines: () => Array.from({ length: 300 }, () => goodsLine(productId)) },
      "contracts.too_many_lines",
    ],
  ])("%s", (_what, order, code) =>
    today(() => refused(code, () => saving({ lines: order.lines() }))),
  );

  it("a delivery date in the past, when the order is submitted", () =>
    today(async () => {
      const contract = await createContract({
        clerk,
        customerId,
        order: { lines: [goodsLine(productId, { deliveryOn: "2026-11-22" })] },
      });
      const input = await ref(contract.id);
      await refused("contracts.delivery_in_past", () => submitContractAction(input, aKey()));
    }));

  it("ids that belong to nothing, or to somebody else", () =>
    today(async () => {
      const unknown = { contractId: newId(), rowVersion: 1 };
      await refused("common.not_found", () => submitContractAction(unknown, aKey()));
      const sales = await anActor("SALESPERSON");
      const foreign = await createCustomer({ ownerId: clerk.id });
      session.actor = sales;
      const form = { ...aCustomerForm(), id: foreign.id, rowVersion: foreign.rowVersion };
      await refused("common.not_found", () => saveCustomerAction(form as never, aKey()));
    }));

  it("a role that may not", () =>
    today(async () => {
      const contract = await createContract({ clerk, customerId, status: "PENDING_CHIEF" });
      const input = { ...(await ref(contract.id)), comment: "" };
      await refused("common.forbidden", () => checkContractAction(input, aKey()));
    }));
});

describe("accidents of the hand", () => {
  const draft = () =>
    createContract({ clerk, customerId, order: { lines: [goodsLine(productId)] } });

  it("a stale screen is told so", () =>
    today(async () => {
      const { id } = await draft();
      const stale = { ...(await ref(id)) };
      await db.contract.update({ where: { id }, data: { rowVersion: { increment: 1 } } });
      await refused("common.changed_meanwhile", () => submitContractAction(stale, aKey()));
    }));

  it("a double click has one effect and one answer", () =>
    today(async () => {
      const { id } = await draft();
      const input = await ref(id);
      const key = aKey();
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => submitContractAction(input, key)),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]?.ok).toBe(true);
      expect(await db.contractSubmission.count({ where: { contractId: id } })).toBe(1);
    }));

  it("the same key with another order is refused", () =>
    today(async () => {
      const [one, other] = [await draft(), await draft()];
      const key = aKey();
      expect((await submitContractAction(await ref(one.id), key)).ok).toBe(true);
      const input = await ref(other.id);
      await refused("common.key_reused", () => submitContractAction(input, key));
    }));

  it("of six tabs one wins and the others hear that it has changed", () =>
    today(async () => {
      const { id } = await draft();
      const input = await ref(id);
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => submitContractAction(input, aKey())),
      );
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
      for (const answer of answers) {
        if (answer.ok) continue;
        expect(["common.changed_meanwhile", "contracts.wrong_status"]).toContain(answer.error.code);
        expectRefusal(answer, answer.error.code);
      }
      expect(await db.contractSubmission.count({ where: { contractId: id } })).toBe(1);
    }));
});
