import { describe, expect, it } from "vitest";
import { resplitContract } from "@/lib/contracts/resplit";
import {
  cancelOrder,
  rejectOrder,
  returnOrder,
  signOrder,
  submitOrder,
} from "@/lib/preparation/decide-preparation";
import { finishPreparation, receivePreparation } from "@/lib/preparation/execute-preparation";
import { findResplit } from "@/lib/preparation/resplit-query";
import { savePreparation } from "@/lib/preparation/save-preparation";
import { cancelPreparationsOf, stockRowsUncovered } from "@/lib/preparation/steps";
import { db, transact } from "@/lib/server/db";
import { listSignatures } from "@/lib/server/signatures";
import { createContract } from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";
import {
  aDraftPreparation,
  aMixedContract,
  anIssuedPreparation,
  aPreparationInHand,
  aPreparedOrder,
  aSubmittedPreparation,
  finishValues,
  preparationRefOf,
  preparationValues,
  reservationsOf,
  seenPreparation,
  signPreparationOf,
} from "@/tests/factories/preparation";
import {
  aShippableContract,
  aShippingTeam,
  contractNow,
  openItems,
} from "@/tests/factories/shipping";
import { balanceOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

describe("ordering preparation", () => {
  it("[R1.1.3-P] takes the stock part of a mixed contract: 100 with 40 in the store give 40 to prepare", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      expect(contract.lines[0]).toMatchObject({ supplyType: "PRODUCE" });
      expect((await transact((tx) => stockRowsUncovered(tx, contract.id))).length).toBe(1);

      const id = await aSubmittedPreparation(team, contract);

      const order = await seenPreparation(id);
      expect(order).toMatchObject({
        status: "PENDING_CHIEF",
        docNo: expect.stringMatching(/^BH2026-\d{4}$/),
        contractNo: contract.contractNo,
      });
      expect(order.lines[0]?.prepareQty.toString()).toBe("40");
      expect(await openItems(id)).toEqual(["preparation.sign"]);
      const now = await contractNow(contract.id);
      expect(now.register?.prepNos).toBe(order.docNo);
      expect(now.lines[0]?.orderedPrepQty.toString()).toBe("40");
      expect(await transact((tx) => stockRowsUncovered(tx, contract.id))).toEqual([]);
      expect(await reservationsOf(contract.id)).toEqual([]); // nothing is bound before the signature
    }));

  it("[R1.1.4-c] is refused for a contract that is not approved, and changes nothing", () =>
    today(async () => {
      const team = await aShippingTeam();
      for (const status of ["DRAFT", "PENDING_CHIEF", "PENDING_DIRECTOR"] as const) {
        const contract = await createContract({ status, ...team });
        const values = {
          ...preparationValues(contract as never),
          quantities: { [contract.lines[0]?.id ?? ""]: "1" },
        };
        await expect(savePreparation(team.clerk, values, aKey())).rejects.toMatchObject({
          code: "preparation.contract_not_running",
        });
        expect(await db.preparationOrder.count({ where: { contractId: contract.id } })).toBe(0);
      }
    }));

  it("[R1.1.3-P] refuses less or more than the stock part of a mixed contract, with the figures", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const [line] = contract.lines;
      for (const [quantity, code] of [
        ["39", "preparation.not_whole_stock_part"],
        ["41", "preparation.over_stock_part"],
      ] as const) {
        const refusal = savePreparation(
          team.clerk,
          preparationValues(contract, [quantity]),
          aKey(),
        );
        await expect(refusal).rejects.toMatchObject({
          code,
          details: { wanted: quantity, unordered: "40" },
          issues: [{ path: `quantities.${line?.id}`, code }],
        });
      }
      const empty = savePreparation(team.clerk, preparationValues(contract, ["0"]), aKey());
      await expect(empty).rejects.toMatchObject({ code: "preparation.row_missing" });
    }));

  it("[R1.1.3-P] refuses more than lies free in the store, with what is available", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const productId = contract.lines[0]?.productId ?? "";
      // Another contract's 15 pieces were bound after this one was approved.
      await db.stockReservation.create({
        data: {
          productId,
          binCode: "A-01",
          contractId: contract.customerId,
          contractLineId: contract.customerId,
          sourceType: "shipping_notice",
          sourceLineId: contract.customerId,
          quantity: 15,
          reservedAt: new Date(),
        },
      });
      await expect(
        savePreparation(team.clerk, preparationValues(contract), aKey()),
      ).rejects.toMatchObject({
        code: "preparation.over_available",
        details: { wanted: "40", available: "25" },
      });
    }));

  it("[R1.1.3-A] may take part of a class A contract that is due later", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const id = await anIssuedPreparation(team, contract, ["4"]);
      expect((await seenPreparation(id)).lines[0]?.prepareQty.toString()).toBe("4");
      expect(await reservationsOf(contract.id)).toEqual(["preparation_order ACTIVE 4"]);
    }));
});

describe("the chief's signature", () => {
  it("[R1.1.3-P] issues the order and reserves its goods for the contract", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await anIssuedPreparation(team, contract);

      const order = await seenPreparation(id);
      expect(order.status).toBe("ISSUED");
      expect(order.lines[0]?.binCode).toBe("A-01");
      expect(await reservationsOf(contract.id)).toEqual(["preparation_order ACTIVE 40"]);
      expect(await balanceOf(order.lines[0]?.productId ?? "")).toEqual({
        onHand: "40",
        reserved: "40",
      });
      expect(await openItems(id)).toEqual(["preparation.receive"]);
      expect((await listSignatures(id)).map(({ step }) => step)).toEqual(["PREPARED", "CHECKED"]);
    }));

  it("[R1.1.4-a] is not given by a delegate who wrote the order", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await aSubmittedPreparation(team, contract);
      const delegate = {
        ...team.clerk,
        delegations: [
          {
            id: team.chief.id,
            step: "CHECK" as const,
            principalId: team.chief.id,
            principalName: team.chief.name,
            principalRole: "SECTION_CHIEF" as const,
          },
        ],
      };
      await expect(
        signOrder(delegate, { ...(await preparationRefOf(id)), comment: "" }, aKey()),
      ).rejects.toMatchObject({ code: "preparation.not_own_draft" });
      expect((await seenPreparation(id)).status).toBe("PENDING_CHIEF");
    }));

  it("sends it back with its number, and the stock part is open again", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await aSubmittedPreparation(team, contract);
      const { docNo } = await seenPreparation(id);
      const reason = { ...(await preparationRefOf(id)), comment: "数量再核" };
      await returnOrder(team.chief, reason, aKey());
      expect(await seenPreparation(id)).toMatchObject({ status: "DRAFT", docNo });
      expect((await contractNow(contract.id)).lines[0]?.orderedPrepQty.toString()).toBe("0");
      expect(await openItems(id)).toEqual(["preparation.returned"]);

      await submitOrder(team.clerk, await preparationRefOf(id), aKey());
      expect(await seenPreparation(id)).toMatchObject({ status: "PENDING_CHIEF", docNo });
      expect((await contractNow(contract.id)).register?.prepNos).toBe(docNo);
      await rejectOrder(team.chief, { ...(await preparationRefOf(id)), comment: "不备" }, aKey());
      expect((await seenPreparation(id)).status).toBe("REJECTED");
      expect((await contractNow(contract.id)).lines[0]?.orderedPrepQty.toString()).toBe("0");
    }));
});

describe("the keeper", () => {
  it("[R1.1.3-P] takes it in hand and says what is ready, in which bin", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await aPreparationInHand(team, contract);
      expect(await openItems(id)).toEqual(["preparation.prepare"]);
      const values = await finishValues(id);
      const [lineId = ""] = Object.keys(values.prepared);
      await finishPreparation(team.keeper, { ...values, bins: { [lineId]: "B-09" } }, aKey());

      const order = await seenPreparation(id);
      expect(order).toMatchObject({ status: "PREPARED", keeperName: team.keeper.name });
      expect(order.lines[0]).toMatchObject({ binCode: "B-09" });
      const [line] = (await contractNow(contract.id)).lines;
      expect([line?.orderedPrepQty, line?.preparedQty].map(String)).toEqual(["40", "40"]);
      expect(await openItems(id)).toEqual([]);
      expect(await openItems(contract.id)).not.toContain("contract.resplit");
    }));

  it("[R1.1.3-P] needs a note for a shortage; what is missing is released and goes back to the clerk", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await aPreparationInHand(team, contract);
      await expect(
        finishPreparation(team.keeper, await finishValues(id, ["30"]), aKey()),
      ).rejects.toMatchObject({
        code: "preparation.shortage_note_required",
        issues: [{ path: "shortageNote" }],
      });
      expect(await reservationsOf(contract.id)).toEqual(["preparation_order ACTIVE 40"]);

      await finishPreparation(team.keeper, await finishValues(id, ["30"], "10 支锈蚀"), aKey());

      expect(await reservationsOf(contract.id)).toEqual([
        "preparation_order ACTIVE 30",
        "preparation_order RELEASED 10",
      ]);
      expect(await openItems(contract.id)).toContain("contract.resplit");
      const uncovered = await transact((tx) => stockRowsUncovered(tx, contract.id));
      expect(uncovered.map(({ unordered }) => unordered.toString())).toEqual(["10"]);
      // The clerk finds the missing part moved to production, to be confirmed.
      const view = await findResplit(team.clerk, contract.id);
      expect(view?.lines).toMatchObject([{ missing: "10", fromStock: "30", toProduce: "70" }]);
    }));

  it("[R1.1.3-P] proposes for production what the keeper missed, not what was never ordered, and once", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "100", price: "10", stock: "120" }],
      });
      const id = await aPreparationInHand(team, contract, ["40"]);
      await at("2026-11-23T11:00:00+08:00", async () =>
        finishPreparation(team.keeper, await finishValues(id, ["30"], "10 支锈蚀"), aKey()),
      );
      const view = async () => (await findResplit(team.clerk, contract.id))?.lines[0];
      expect(await view()).toMatchObject({ missing: "10", fromStock: "90", toProduce: "10" });
      const line = contract.lines[0]?.id ?? "";
      const splits = { [line]: { fromStock: "90", toProduce: "10" } };
      const { rowVersion } = await contractNow(contract.id);
      await at("2026-11-23T12:00:00+08:00", () =>
        resplitContract(team.clerk, { contractId: contract.id, rowVersion, splits }, aKey()),
      );
      expect(await view()).toMatchObject({ missing: "0", fromStock: "90", toProduce: "10" });
    }));

  it("cannot prepare more than was asked for, and no other role may", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await aPreparationInHand(team, contract);
      await expect(
        finishPreparation(team.keeper, await finishValues(id, ["41"]), aKey()),
      ).rejects.toMatchObject({ code: "preparation.over_asked", details: { asked: "40" } });
      const finance = await anActor("FINANCE");
      await expect(
        finishPreparation(finance, await finishValues(id), aKey()),
      ).rejects.toMatchObject({ code: "common.forbidden" });
    }));

  it("works on what was on the screen only", () =>
    today(async () => {
      const team = await aShippingTeam();
      const id = await anIssuedPreparation(team, await aMixedContract(team));
      const { preparationId, rowVersion } = await preparationRefOf(id);
      await expect(
        receivePreparation(team.keeper, { preparationId, rowVersion: rowVersion - 1 }, aKey()),
      ).rejects.toMatchObject({ code: "common.changed_meanwhile" });
    }));
});

describe("ending an order", () => {
  it("releases once what it had bound, and tells the keeper who holds the paper", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await aPreparedOrder(team, contract);
      await cancelOrder(
        team.chief,
        { ...(await preparationRefOf(id)), comment: "客户推迟" },
        aKey(),
      );
      expect((await seenPreparation(id)).status).toBe("CANCELLED");
      expect(await reservationsOf(contract.id)).toEqual(["preparation_order RELEASED 40"]);
      const [line] = (await contractNow(contract.id)).lines;
      expect([line?.orderedPrepQty, line?.preparedQty].map(String)).toEqual(["0", "0"]);
      expect(await db.acknowledgement.count({ where: { paperId: id, holder: "WAREHOUSE" } })).toBe(
        1,
      );
    }));

  it("[R1.1.3-P] happens with the contract: every order that is not used up, exactly once", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await anIssuedPreparation(team, contract);
      const end = () =>
        transact((tx) => cancelPreparationsOf(tx, team.director, contract.id, "合同作废"));
      await end();
      await end();
      expect((await seenPreparation(id)).status).toBe("CANCELLED");
      expect(await reservationsOf(contract.id)).toEqual(["preparation_order RELEASED 40"]);
      expect(await balanceOf(contract.lines[0]?.productId ?? "")).toEqual({
        onHand: "40",
        reserved: "0",
      });
    }));

  it("of a draft leaves no number behind", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await aDraftPreparation(team, contract);
      await cancelOrder(team.clerk, { ...(await preparationRefOf(id)), comment: "重填" }, aKey());
      expect(await seenPreparation(id)).toMatchObject({ status: "CANCELLED", docNo: null });
      await expect(signPreparationOf(team, id)).rejects.toMatchObject({
        code: "preparation.wrong_status",
      });
    }));
});
