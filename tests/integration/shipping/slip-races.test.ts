import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db";
import { issueNotice } from "@/lib/shipping/issue-notice";
import { issueSlip } from "@/lib/shipping/issue-slip";
import { signSlip } from "@/lib/shipping/sign-slip";
import { startSlip } from "@/lib/shipping/start-slip";
import { createContract, goodsLine, monthlyCustomer } from "@/tests/factories/contracts";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import { createProduct } from "@/tests/factories/products";
import {
  aDraftNotice,
  anApprovedSlip,
  anIssuedNotice,
  aShippableContract,
  aShippingTeam,
  aSubmittedSlip,
  contractNow,
  issueValues,
  noticeRef,
  payForContract,
  type Shippable,
  type ShippingTeam,
  seenNotice,
  seenSlip,
  slipRef,
} from "@/tests/factories/shipping";
import { balanceOf, stockUp } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const RIVALS = 8;
const rivals = Array.from({ length: RIVALS }, (_, index) => index);
const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

/** One after another: making things is not what races here. */
async function inTurn<T>(make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (const _ of rivals) made.push(await make());
  return made;
}

/** Eight slips of 6,000.00 for a customer with a limit of 15,000.00. */
async function eightSlips(team: ShippingTeam, customerId: string, price: string) {
  return inTurn(async () => {
    const contract = await aShippableContract(team, {
      customerId,
      lines: [{ quantity: "1", price }],
    });
    return anIssuedNotice(team, contract);
  });
}

describe("races", () => {
  it("[R1.3.1-c][R1.3.1-e] eight slips signed at once, limit for one: one is approved, the others need the director", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await monthlyCustomer({ limit: "10000" });
      const notices = await eightSlips(team, id, "6000");
      const slips: string[] = [];
      for (const notice of notices) slips.push(await aSubmittedSlip(team, notice));
      const inputs = await Promise.all(
        slips.map(async (slipId) => ({ ...(await slipRef(slipId)), comment: "" })),
      );

      const answers = await Promise.all(inputs.map((input) => signSlip(team.chief, input, aKey())));

      expect(answers.filter(({ outcome }) => outcome === "APPROVED")).toHaveLength(1);
      const committed = await db.creditCommitment.aggregate({
        where: { customerId: id },
        _sum: { amount: true },
      });
      expect(committed._sum.amount?.toFixed(2)).toBe("6000.00");
    }));

  it("[R1.3.1-c][R1.3.1-e] eight slips posted at once after the limit was lowered: the debt never goes beyond it", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await monthlyCustomer();
      const notices = await eightSlips(team, id, "1500");
      const slips: string[] = [];
      for (const notice of notices) slips.push(await anApprovedSlip(team, notice));
      await db.customer.update({ where: { id }, data: { creditLimit: "2000" } });
      const inputs = await Promise.all(slips.map((slipId) => issueValues(slipId)));

      const answers = await Promise.all(
        inputs.map((input) => issueSlip(team.keeper, input, aKey())),
      );

      expect(answers.filter(({ outcome }) => outcome === "ISSUED")).toHaveLength(1);
      const debt = await db.receivable.aggregate({
        where: { customerId: id },
        _sum: { amount: true },
      });
      expect(debt._sum.amount?.toFixed(2)).toBe("1500.00");
      expect(await db.creditCommitment.count({ where: { customerId: id } })).toBe(0);
    }));

  it("eight contracts want the same goods: the stock is bound once, seven stay drafts with the reason", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id: productId } = await createProduct();
      await stockUp({ productId, quantity: "100" });
      const notices: string[] = [];
      for (const _ of rivals) {
        const contract = await createContract({
          status: "EXECUTING",
          ...team,
          order: { lines: [goodsLine(productId, { quantity: "10" })] },
        });
        notices.push(await aDraftNotice(team, contract));
      }
      await db.stockBalance.updateMany({ where: { productId }, data: { reserved: 85 } });
      const refs = await Promise.all(notices.map(noticeRef));

      const answers = await Promise.all(refs.map((ref) => issueNotice(team.clerk, ref, aKey())));

      expect(answers.map(({ outcome }) => outcome).sort()).toEqual([
        ...rivals.slice(1).map(() => "HELD"),
        "ISSUED",
      ]);
      expect(await balanceOf(productId)).toEqual({ onHand: "100", reserved: "95" });
    }));

  it("[R1.3.1-P1] eight notices, money for one: one is issued, seven wait", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id: customerId } = await createCustomer();
      const contract = await aShippableContract(team, {
        customerId,
        lines: [{ quantity: "8", price: "100" }],
        order: { paymentTerm: "PREPAID", formReason: "小额" },
      });
      await payForContract(team, contract, "199");
      const notices = await inTurn(() => aDraftNotice(team, contract, ["1"]));
      const refs = await Promise.all(notices.map(noticeRef));
      const answers = await Promise.all(refs.map((ref) => issueNotice(team.clerk, ref, aKey())));
      expect(answers.filter(({ outcome }) => outcome === "ISSUED")).toHaveLength(1);
      expect(answers.filter(({ outcome }) => outcome === "AWAITING_FUNDS")).toHaveLength(7);
      const numbers = answers.map(({ docNo }) => docNo);
      expect(new Set(numbers).size).toBe(RIVALS);
    }));

  it("[R1.3.1-P1] money comes in eight parts at once: what it pays for is issued, nothing more", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id: customerId } = await createCustomer();
      const contract = await aShippableContract(team, {
        customerId,
        lines: [{ quantity: "8", price: "100" }],
        order: { paymentTerm: "PREPAID", formReason: "小额" },
      });
      const notices = await inTurn(async () => {
        const id = await aDraftNotice(team, await contractNow(contract.id), ["1"]);
        await issueNotice(team.clerk, await noticeRef(id), aKey());
        return id;
      });
      await Promise.all(rivals.map(() => payForContract(team, contract, "45")));
      const issued = (await Promise.all(notices.map(seenNotice))).filter(
        ({ status }) => status === "ISSUED",
      );
      expect(issued.map(({ id }) => id).sort()).toEqual(notices.slice(0, 3).sort());
    }));

  it("a contract line is never noticed beyond its quantity", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract: Shippable = await aShippableContract(team);
      const notices = await inTurn(() => aDraftNotice(team, contract, ["3"]));
      const refs = await Promise.all(notices.map(noticeRef));
      const answers = await Promise.allSettled(
        refs.map((ref) => issueNotice(team.clerk, ref, aKey())),
      );
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
      for (const answer of answers) {
        if (answer.status === "rejected") {
          expect(answer.reason).toMatchObject({ code: "shipping.over_contract_quantity" });
        }
      }
      expect((await contractNow(contract.id)).lines[0]?.noticedQty.toFixed(0)).toBe("9");
    }));

  it("a notice is started by one of eight clerks, its quantity never twice on slips", () =>
    today(async () => {
      const team = await aShippingTeam();
      const noticeId = await anIssuedNotice(team, await aShippableContract(team));
      const clerks = await Promise.all(
        rivals.map(() => anActor("CLERK", { duties: ["OUTBOUND_SLIP"] })),
      );
      const ref = await noticeRef(noticeId);
      const answers = await Promise.allSettled(
        clerks.map((clerk) => startSlip(clerk, ref, aKey())),
      );
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect((await seenNotice(noticeId)).lines[0]?.slippedQty.toFixed(0)).toBe("10");
    }));

  it("[R1.2.2-c] one slip issued by eight keepers at once leaves the store once", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const slipId = await anApprovedSlip(team, await anIssuedNotice(team, contract));
      const keepers = await Promise.all(rivals.map(() => anActor("WAREHOUSE_KEEPER")));
      const input = await issueValues(slipId);
      const answers = await Promise.allSettled(
        keepers.map((keeper) => issueSlip(keeper, input, aKey())),
      );
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.receivable.count({ where: { sourceId: slipId } })).toBe(1);
      expect(await balanceOf(contract.lines[0]?.productId ?? "")).toEqual({
        onHand: "0",
        reserved: "0",
      });
      expect((await seenSlip(slipId)).status).toBe("ISSUED");
      expect((await contractNow(contract.id)).lines[0]?.deliveredQty.toFixed(0)).toBe("10");
    }));

  it("[R1.2.2-c] the same key pressed eight times posts once and answers the same", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await anApprovedSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      const [input, key] = [await issueValues(slipId), aKey()];
      const answers = await Promise.all(rivals.map(() => issueSlip(team.keeper, input, key)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await db.receivable.count({ where: { sourceId: slipId } })).toBe(1);
    }));
});
