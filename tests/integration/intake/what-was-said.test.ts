import { describe, expect, it } from "vitest";
import { newOrder } from "@/lib/contracts/order-start";
import { closeIntake } from "@/lib/intake/close-intake";
import { findIntake } from "@/lib/intake/queries";
import { saveIntake } from "@/lib/intake/save-intake";
import { intakeInput } from "@/lib/intake/schema";
import { db } from "@/lib/server/db";
import { createContract, monthlyCustomer } from "@/tests/factories/contracts";
import { aCall } from "@/tests/factories/intake";
import { aKey, anActor } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const ANSWER = {
  department: "生产部",
  person: "孙主任",
  on: "2026-11-20",
  promisedOn: "2026-12-15",
  content: "毛坯有料，十二月中旬可交",
};

const record = (changes: Parameters<typeof aCall>[0]) => ({
  intakeId: null,
  rowVersion: null,
  intake: intakeInput.parse(aCall(changes)),
});

describe("what was said is kept with the intake record (F01)", () => {
  it("[R1.1.2-a] production's answer is recorded and goes into the order that follows", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const { id: customerId, name: customerName } = await monthlyCustomer();
      const call = record({ customerId, customerName, productionFeedback: ANSWER });
      const { id } = await saveIntake(clerk, call, aKey());
      expect((await findIntake(clerk, id))?.productionFeedback).toEqual(ANSWER);
      const order = await newOrder(clerk, { form: "VERBAL", intakeId: id });
      expect(order.head.productionFeedback).toEqual(ANSWER);
    }));

  it("[R1.1.1-a][R1.1.2-a] an order typed directly leaves production's answer in its own record", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const draft = await createContract({ clerk, order: { productionFeedback: ANSWER } });
      const { intakeId } = await db.contract.findUniqueOrThrow({ where: { id: draft.id } });
      expect((await findIntake(clerk, intakeId))?.productionFeedback).toEqual(ANSWER);
    }));

  it("[R1.1.2-a] an order typed directly leaves in its record what the store showed", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const draft = await createContract({ clerk, inStock: "7" });
      const { intakeId } = await db.contract.findUniqueOrThrow({ where: { id: draft.id } });
      expect((await findIntake(clerk, intakeId))?.stockSnapshot).toEqual([
        { lineNo: 1, onHand: "7", freeToPromise: "7", at: expect.any(String) },
      ]);
    }));

  it("[R2.1.1-b] a caller who is not on file is quoted to only when the category is known", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const { id } = await saveIntake(clerk, record({}), aKey());
      const quoted = (rowVersion: number) =>
        closeIntake(
          clerk,
          { intakeId: id, rowVersion, outcome: "QUOTED", reason: "已电话报价" },
          aKey(),
        );
      await expect(quoted(1)).rejects.toMatchObject({
        issues: [{ path: "outcome", code: "intake.category_missing" }],
      });
      const known = { ...record({ customerCategory: "DEALER" }), intakeId: id, rowVersion: 1 };
      await saveIntake(clerk, known, aKey());
      await quoted(2);
      expect(await db.intake.findUniqueOrThrow({ where: { id } })).toMatchObject({
        status: "CLOSED",
        customerCategory: "DEALER",
      });
    }));
});
