import { describe, expect, it } from "vitest";
import * as contractActions from "@/lib/contracts/actions";
import { contractScope } from "@/lib/contracts/contract-scope";
import { registerList } from "@/lib/contracts/register-list";
import { emptyListState } from "@/lib/core/list-state";
import { confirmDelivery } from "@/lib/dispatch/confirm-delivery";
import { logScope } from "@/lib/dispatch/dispatch-lists";
import { shippingLogRegister } from "@/lib/dispatch/shipping-log-list";
import * as intakeActions from "@/lib/intake/actions";
import { closeIntake } from "@/lib/intake/close-intake";
import { intakeList, intakeScope } from "@/lib/intake/queries";
import { saveIntake } from "@/lib/intake/save-intake";
import { CHANNELS, type IntakeInput, intakeInput } from "@/lib/intake/schema";
import { listLedgerEntries } from "@/lib/receivables/ledger-list";
import { db } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { createContract, monthlyCustomer } from "@/tests/factories/contracts";
import { auditTypesOf, createCustomer } from "@/tests/factories/customers";
import { aShipment, contactValues } from "@/tests/factories/dispatch";
import { aKey, anActor } from "@/tests/factories/people";
import { aShippableContract, aShippingTeam, contractNow } from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

function aCall(customer: { id: string; name: string }, changes: Partial<IntakeInput>): IntakeInput {
  return intakeInput.parse({
    channel: "PHONE",
    direction: "IN",
    receivedAt: "2026-11-23T09:00:00+08:00",
    intakeType: "PAYMENT",
    customerId: customer.id,
    customerName: customer.name,
    contactName: "王工",
    contactPhone: "13840012345",
    usage: "",
    firstQty: "",
    futureQty: "",
    previousUse: "",
    customerCategory: null,
    content: "来电核对十月货款",
    deliveryMethod: null,
    freightPayer: null,
    addressText: "",
    paymentTerm: null,
    productionFeedback: null,
    agreedPrice: false,
    agreedDelivery: false,
    agreedPayment: false,
    agreedWith: "",
    agreedOn: "",
    remark: "",
    lines: [],
    ...changes,
  });
}

describe("the duties of the regulation's third section", () => {
  it("[RD1-01] records every call, fax and mail in and out, with its result and who handled it", () =>
    today(async () => {
      const clerk = await anActor("CLERK", { displayName: "王敏" });
      const customer = await createCustomer();
      for (const channel of CHANNELS) {
        for (const direction of ["IN", "OUT"] as const) {
          const intake = aCall(customer, { channel, direction });
          const { id, rowVersion } = await saveIntake(
            clerk,
            { intakeId: null, rowVersion: null, intake },
            aKey(),
          );
          const closing = {
            intakeId: id,
            rowVersion,
            outcome: "CLOSED" as const,
            reason: "已答复",
          };
          await closeIntake(clerk, closing, aKey());
        }
      }
      const scope = intakeScope(clerk);
      const { rows } = await listPage(intakeList, { actor: clerk, state: emptyListState, scope });
      const kept = rows.map(({ channel, direction, outcome, createdByName }) => [
        `${channel} ${direction}`,
        outcome,
        createdByName,
      ]);
      const expected = CHANNELS.flatMap((channel) =>
        ["IN", "OUT"].map((direction) => [`${channel} ${direction}`, "CLOSED", "王敏"]),
      );
      expect(kept.sort()).toEqual(expected.sort());
    }));

  it("[RD1-01] lets nobody delete a record: no act does, and the database refuses it", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const intake = aCall(await createCustomer(), { channel: "FAX" });
      const { id } = await saveIntake(clerk, { intakeId: null, rowVersion: null, intake }, aKey());
      expect(Object.keys(intakeActions).filter((name) => /delete|remove/i.test(name))).toEqual([]);
      await expect(db.intake.delete({ where: { id } })).rejects.toThrow();
      expect(await db.intake.count({ where: { id } })).toBe(1);
    }));

  it("[RD1-02] leads a contract in the clerks' hands from draft to number, register and execution", () =>
    today(async () => {
      const clerk = await anActor("CLERK", {
        displayName: "王敏",
        duties: ["CONTRACT_DRAFTING", "CONTRACT_NUMBERING"],
      });
      const contract = await createContract({ clerk, status: "EXECUTING" });
      expect(contract.contractNo).toMatch(/^LG2026-\d{3}$/);
      expect(contract.draftedByName).toBe("王敏");
      expect((await contractNow(contract.id)).register).toMatchObject({
        contractNo: contract.contractNo,
        preparedByName: "王敏",
        registeredByName: "王敏",
      });
      const acts = await auditTypesOf(contract.id);
      const way = ["submitted", "checked", "approved", "registered"].map(
        (act) => `contract.${act}`,
      );
      expect(acts.filter((type) => way.includes(type))).toEqual(way);
      // Only a draft that nobody ever submitted leaves the lists; row and record stay.
      const deleting = Object.keys(contractActions).filter((name) => /delete|remove/i.test(name));
      expect(deleting).toEqual(["deleteDraftAction"]);
      await expect(db.contract.delete({ where: { id: contract.id } })).rejects.toThrow();
    }));

  it("[RD1-03] ships with all papers and follows the goods until their receipt is confirmed", async () => {
    const team = await today(aShippingTeam);
    const { logId, slipId, packingListId, waybillId } = await today(() => aShipment(team));
    const shipped = await db.shippingLogEntry.findUniqueOrThrow({ where: { id: logId } });
    expect(shipped).toMatchObject({ slipId, receiptResult: null, receivedOn: null });
    expect(await db.packingList.count({ where: { id: packingListId, status: "BOXED" } })).toBe(1);
    expect(await db.waybill.count({ where: { id: waybillId, status: "HANDED_OVER" } })).toBe(1);
    const open = () =>
      db.workItem.count({
        where: { kind: "shipment.confirm_receipt", subjectId: logId, closedAt: null },
      });
    expect(await open()).toBe(1);
    await at("2026-11-26T10:00:00+08:00", () =>
      confirmDelivery(team.clerk, contactValues(logId), aKey()),
    );
    expect(await db.shippingLogEntry.findUniqueOrThrow({ where: { id: logId } })).toMatchObject({
      receiptResult: "RECEIVED_OK",
    });
    expect(await open()).toBe(0);
  });

  it("[RD1-05] keeps contract register, shipping log and account agreeing about one contract", () =>
    today(async () => {
      const team = await aShippingTeam();
      const customer = await monthlyCustomer();
      const contract = await aShippableContract(team, { customerId: customer.id });
      await aShipment(team, { contract, quantities: ["4"] });
      const actor = team.clerk;
      const state = { ...emptyListState, q: contract.contractNo ?? "" };
      const [register, log, account] = await Promise.all([
        listPage(registerList, { actor, state, scope: contractScope(actor) }),
        listPage(shippingLogRegister, { actor, state, scope: logScope(actor) }),
        listLedgerEntries(actor, customer.id, emptyListState),
      ]);
      expect(register.rows).toEqual([
        expect.objectContaining({
          contractNo: contract.contractNo,
          totalAmount: "1000.00",
          shippedAmount: "400.00",
          unshippedAmount: "600.00",
          lastShippedOn: "2026-11-23",
        }),
      ]);
      expect(log.rows).toEqual([
        expect.objectContaining({
          contractNo: contract.contractNo,
          shippedOn: "2026-11-23",
          totalQty: "4",
          amount: "400.00",
        }),
      ]);
      const [slipNo] = log.rows.map((row) => row.slipNo);
      expect(account.rows).toEqual([
        expect.objectContaining({
          contractNo: contract.contractNo,
          sourceNo: slipNo,
          debit: "400.00",
          balance: "400.00",
        }),
      ]);
    }));
});
