import { describe, expect, it } from "vitest";
import { approveContract } from "@/lib/contracts/approve-contract";
import { cancelContract } from "@/lib/contracts/cancel-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { confirmRegister } from "@/lib/contracts/confirm-register";
import { deleteDraft } from "@/lib/contracts/delete-draft";
import { rejectContract } from "@/lib/contracts/reject-contract";
import { returnContract } from "@/lib/contracts/return-contract";
import { submitContract } from "@/lib/contracts/submit-contract";
import { db } from "@/lib/server/db";
import { freeToPromise } from "@/lib/stock/stock-figures";
import { handOverWalkIn } from "@/lib/walkin/hand-over";
import { makeContract } from "@/lib/walkin/make-contract";
import { ref, seenContract } from "@/tests/factories/contracts";
import { createCustomer } from "@/tests/factories/customers";
import { aKey } from "@/tests/factories/people";
import { aShippingTeam, openItems, seenSlip } from "@/tests/factories/shipping";
import { stockUp } from "@/tests/factories/stock";
import {
  aContractAfterwards,
  aCountedWalkIn,
  aHandedOverWalkIn,
  approveWithPickup,
  confirmMoney,
  handOverValues,
  payAtCounter,
  seenWalkIn,
  slipOf,
  walkInRef,
} from "@/tests/factories/walk-in";
import { at } from "@/tests/support/clock";

const noon = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const decide = async (id: string, comment = "") => ({ ...(await ref(id)), comment });

describe("the contract after a walk-in pickup", () => {
  it("[R1.2.4-b] is prefilled, runs through the usual procedure and counts its lines as delivered", async () => {
    const team = await aShippingTeam();
    const walkInId = await noon(() => aHandedOverWalkIn(team));
    const contractId = await noon(() => aContractAfterwards(team, walkInId));
    expect((await seenWalkIn(walkInId)).status).toBe("CONTRACT_DRAFTED");
    expect(await openItems(walkInId)).toContain("walkin.contract_due");

    // The day after: what was delivered before is no date in the past.
    await at("2026-11-24", async () => {
      const { contractClass } = await submitContract(team.clerk, await ref(contractId), aKey());
      expect(contractClass).toBe("A");
      expect(await db.stockDemand.count({ where: { contractId } })).toBe(0);
      await checkContract(team.chief, await decide(contractId), aKey());
      const { contractNo } = await approveWithPickup(team.director, await decide(contractId));
      await confirmRegister(team.clerk, { contractIds: [contractId], remark: "" }, aKey());

      const contract = await seenContract(contractId);
      expect(contract).toMatchObject({ status: "EXECUTING", contractNo, deliveryMethod: "PICKUP" });
      const [line] = contract.lines;
      expect(line?.deliveredQty.toFixed(3)).toBe("10.000");
      expect(line?.noticedQty.toFixed(3)).toBe("10.000");
      expect(line?.deliveredAmount.toFixed(2)).toBe("1000.00");
      expect(contract.register).toMatchObject({
        shippingMethods: "自提",
        shippedDates: "2026-11-23",
      });
      expect(contract.register?.shippedAmount.toFixed(2)).toBe("1000.00");

      const walkIn = await seenWalkIn(walkInId);
      expect(walkIn).toMatchObject({ status: "CONTRACT_EFFECTIVE", contractNo, contractId });
      expect(await openItems(walkInId)).toEqual([]);
      const slip = await seenSlip(await slipOf(walkInId));
      expect(slip).toMatchObject({ contractId, contractNo });
      expect(slip.lines[0]?.contractLineId).toBe(line?.id);
      const named = { contractId, contractNo };
      expect(await db.receivable.findFirst({ where: { sourceId: slip.id } })).toMatchObject(named);
      expect(await db.ledgerEntry.findFirst({ where: { sourceId: slip.id } })).toMatchObject(named);
      expect(await db.shippingLogEntry.findFirst({ where: { slipId: slip.id } })).toMatchObject(
        named,
      );
    });
  });

  it("[R1.2.4-b] may be returned and corrected, but neither rejected, cancelled nor deleted", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const contractId = await aContractAfterwards(team, await aHandedOverWalkIn(team));
      const refused = { code: "contracts.goods_not_out" };
      await expect(deleteDraft(team.clerk, await ref(contractId), aKey())).rejects.toMatchObject(
        refused,
      );
      await submitContract(team.clerk, await ref(contractId), aKey());
      const words = "单价不对";
      await expect(
        rejectContract(team.chief, await decide(contractId, words), aKey()),
      ).rejects.toMatchObject(refused);
      await returnContract(team.chief, await decide(contractId, words), aKey());
      await expect(
        cancelContract(team.clerk, await decide(contractId, words), aKey()),
      ).rejects.toMatchObject(refused);
      await submitContract(team.clerk, await ref(contractId), aKey());
      await checkContract(team.chief, await decide(contractId), aKey());
      await expect(
        rejectContract(team.director, await decide(contractId, words), aKey()),
      ).rejects.toMatchObject(refused);
      expect((await seenContract(contractId)).status).toBe("PENDING_DIRECTOR");
    }));

  it("[R1.2.4-b] must have at least these lines at these prices for this customer", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const contractId = await aContractAfterwards(team, await aHandedOverWalkIn(team));
      const [line] = (await seenContract(contractId)).lines;
      const attempt = async (data: Record<string, string>) => {
        await db.contractLine.update({ where: { id: line?.id ?? "" }, data });
        return submitContract(team.clerk, await ref(contractId), aKey());
      };
      await expect(attempt({ quantity: "9" })).rejects.toMatchObject({
        issues: [
          {
            code: "contracts.walk_in_line_missing",
            details: { needed: "10", found: "9", price: "100.00" },
          },
        ],
      });
      await expect(attempt({ quantity: "10", unitPrice: "99" })).rejects.toMatchObject({
        issues: [{ code: "contracts.walk_in_line_missing", details: { found: "0" } }],
      });
      const other = await createCustomer({ mode: "MONTHLY", cooperationStart: "2024-10-01" });
      await db.contract.update({ where: { id: contractId }, data: { customerId: other.id } });
      await expect(attempt({ unitPrice: "100" })).rejects.toMatchObject({
        issues: [{ code: "contracts.walk_in_other_customer" }],
      });
    }));

  it("[R1.2.4-b] may have more than what left: the rest is split, promised and delivered as usual", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const contractId = await aContractAfterwards(team, await aHandedOverWalkIn(team));
      const [line] = (await seenContract(contractId)).lines;
      const productId = line?.productId ?? "";
      await stockUp({ productId, quantity: "2" });
      await db.contractLine.update({ where: { id: line?.id ?? "" }, data: { quantity: "15" } });
      const { contractClass } = await submitContract(team.clerk, await ref(contractId), aKey());
      expect(contractClass).toBe("B");
      const [split] = (await seenContract(contractId)).lines;
      expect([split?.qtyFromStock.toFixed(0), split?.qtyToProduce.toFixed(0)]).toEqual(["12", "3"]);
      expect((await freeToPromise(db, [productId])).get(productId)?.toString()).toBe("0");
    }));

  it("is made once, and never approved without its pickup", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const walkInId = await aHandedOverWalkIn(team);
      const input = await walkInRef(walkInId);
      const contractId = await aContractAfterwards(team, walkInId);
      await expect(makeContract(team.clerk, input, aKey())).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
      await expect(
        makeContract(team.clerk, await walkInRef(walkInId), aKey()),
      ).rejects.toMatchObject({ code: "walkin.wrong_status" });
      await submitContract(team.clerk, await ref(contractId), aKey());
      await checkContract(team.chief, await decide(contractId), aKey());
      await expect(
        approveContract(team.director, await decide(contractId), aKey()),
      ).rejects.toThrow("walk-in pickup");
      expect((await seenContract(contractId)).contractNo).toBeNull();
    }));

  it("[R1.3.1-P1] ties what was paid at the counter to it", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const customer = await createCustomer({});
      const id = await aCountedWalkIn(team, {
        customerId: customer.id,
        changes: { paymentTerm: "PREPAID" },
      });
      await confirmMoney(team, await payAtCounter(team, id, "1200.00"));
      await handOverWalkIn(team.keeper, await handOverValues(id), aKey());
      const contractId = await aContractAfterwards(team, id);
      await db.contract.update({
        where: { id: contractId },
        data: { form: "VERBAL", verbalReason: "OTHER", formReason: "临时提货补办", usage: "加工" },
      });
      await submitContract(team.clerk, await ref(contractId), aKey());
      await checkContract(team.chief, await decide(contractId), aKey());
      await approveWithPickup(team.director, await decide(contractId));
      const { _sum } = await db.contractFunds.aggregate({
        where: { contractId },
        _sum: { amount: true },
      });
      expect(_sum.amount?.toFixed(2)).toBe("1000.00");
      const receivable = await db.receivable.findFirstOrThrow({ where: { contractId } });
      expect(receivable.settledAmount.toFixed(2)).toBe("1000.00");
    }));
});
