import { describe, expect, it } from "vitest";
import { closeIntake } from "@/lib/intake/close-intake";
import { saveIntake } from "@/lib/intake/save-intake";
import { intakeInput } from "@/lib/intake/schema";
import { db } from "@/lib/server/db";
import { createCustomer } from "@/tests/factories/customers";
import { aCall } from "@/tests/factories/intake";
import { aKey, anActor } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const call = (changes: Parameters<typeof aCall>[0] = {}) => intakeInput.parse(aCall(changes));

describe("an intake record", () => {
  it("[R1.1.1-d] of somebody else is neither completed nor closed by a salesperson", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const sales = await anActor("SALESPERSON");
      const created = { intakeId: null, rowVersion: null, intake: call() };
      const { id } = await saveIntake(clerk, created, aKey());
      const before = await db.intake.findUniqueOrThrow({ where: { id } });

      const changed = { intakeId: id, rowVersion: 1, intake: call({ content: "别人的记录" }) };
      await expect(saveIntake(sales, changed, aKey())).rejects.toMatchObject({
        code: "common.not_found",
      });
      const closed = { intakeId: id, rowVersion: 1, outcome: "CLOSED" as const, reason: "不做" };
      await expect(closeIntake(sales, closed, aKey())).rejects.toMatchObject({
        code: "common.not_found",
      });
      expect(await db.intake.findUniqueOrThrow({ where: { id } })).toEqual(before);
    }));

  it("[R1.1.1-d] of an own customer is completed by the salesperson, whoever took the call", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const sales = await anActor("SALESPERSON");
      const customer = await createCustomer({ ownerId: sales.id });
      const intake = call({ customerId: customer.id, customerName: customer.name });
      const { id } = await saveIntake(clerk, { intakeId: null, rowVersion: null, intake }, aKey());
      const changed = { intakeId: id, rowVersion: 1, intake: { ...intake, remark: "已回电" } };
      expect(await saveIntake(sales, changed, aKey())).toMatchObject({ id, rowVersion: 2 });
    }));
});
