import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db";
import { listSignatures } from "@/lib/server/signatures";
import { cancelSlip, rejectSlip, returnSlip } from "@/lib/shipping/refuse-slip";
import { submitSlip } from "@/lib/shipping/submit-slip";
import { handOverWalkIn } from "@/lib/walkin/hand-over";
import { saveWalkIn } from "@/lib/walkin/save-walk-in";
import { submitWalkIn } from "@/lib/walkin/submit-walk-in";
import { createDebt } from "@/tests/factories/credit";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import { createProduct } from "@/tests/factories/products";
import { aShippingTeam, openItems, seenSlip, slipRef } from "@/tests/factories/shipping";
import { balanceOf, stockUp } from "@/tests/factories/stock";
import {
  aCountedWalkIn,
  aDraftWalkIn,
  aHandedOverWalkIn,
  anApprovedWalkIn,
  aSubmittedWalkIn,
  confirmMoney,
  count,
  handOverValues,
  payAtCounter,
  seenWalkIn,
  signWalkIn,
  slipOf,
  walkInRef,
  walkInValues,
} from "@/tests/factories/walk-in";
import { at } from "@/tests/support/clock";

const NOON = "2026-11-23"; // a Monday
const noon = <T>(fn: () => Promise<T>) => at(NOON, fn);
const reason = "先收款";

describe("a walk-in pickup", () => {
  it("[R1.2.4-a] leaves after the head's signature, two equal counts and the receiver's", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const id = await aCountedWalkIn(team);
      const { customerId, lines } = await seenWalkIn(id);
      expect(await openItems(id)).toEqual(["walkin.hand_over"]);
      const answer = await handOverWalkIn(team.keeper, await handOverValues(id), aKey());
      expect(answer.outcome).toBe("HANDED_OVER");

      const walkIn = await seenWalkIn(id);
      expect(walkIn).toMatchObject({
        status: "HANDED_OVER",
        countedByClerkName: team.clerk.name,
        countedByKeeperName: team.keeper.name,
        receiverName: "王师傅",
        draftDueOn: new Date("2026-11-23T00:00:00Z"),
        effectiveDueOn: new Date("2026-11-26T00:00:00Z"),
      });
      expect(walkIn.docNo).toMatch(/^LT2026-\d{4}$/);
      const slip = await seenSlip(await slipOf(id));
      expect(slip).toMatchObject({ status: "SHIPPED", outboundType: "WALK_IN", contractId: null });
      expect(slip.docNo).toBe(walkIn.slipNo);
      const steps = (await listSignatures(slip.id)).map(({ step }) => step);
      expect(steps).toEqual(["PREPARED", "DEPT_HEAD", "ISSUED", "RECEIVED"]);
      expect(await balanceOf(lines[0]?.productId ?? "")).toEqual({ onHand: "0", reserved: "0" });
      const receivable = await db.receivable.findFirstOrThrow({ where: { customerId } });
      expect(receivable).toMatchObject({
        contractId: null,
        dueOn: new Date("2026-12-31T00:00:00Z"),
      });
      expect(receivable.amount.toFixed(2)).toBe("1000.00");
      const log = await db.shippingLogEntry.findFirstOrThrow({ where: { slipId: slip.id } });
      expect(log).toMatchObject({ deliveryMethod: "PICKUP", contractNo: "", packingListNo: "" });
      expect(await openItems(log.id)).toEqual(["shipment.confirm_receipt"]);
      expect((await openItems(id)).sort()).toEqual([
        "walkin.make_contract",
        "walkin.overdue_chief",
        "walkin.overdue_director",
      ]);
    }));

  it("[R1.2.4-a] is signed and refused on its slip, and moves with it", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const id = await aSubmittedWalkIn(team);
      const slipId = await slipOf(id);
      await returnSlip(team.chief, { ...(await slipRef(slipId)), comment: reason }, aKey());
      expect((await seenWalkIn(id)).status).toBe("DRAFT");
      const numbers = await seenWalkIn(id);
      await submitWalkIn(team.clerk, await walkInRef(id), aKey());
      expect(await seenWalkIn(id)).toMatchObject({
        status: "PENDING_DEPT_HEAD",
        docNo: numbers.docNo,
        slipNo: numbers.slipNo,
      });
      await signWalkIn(team, id);
      expect((await seenWalkIn(id)).status).toBe("APPROVED");
      expect((await openItems(id)).sort()).toEqual(["walkin.count_clerk", "walkin.count_keeper"]);
      await cancelSlip(team.chief, { ...(await slipRef(slipId)), comment: reason }, aKey());
      expect(await seenWalkIn(id)).toMatchObject({ status: "CANCELLED", cancelReason: reason });
      expect(await openItems(id)).toEqual([]);

      const other = await aSubmittedWalkIn(team);
      const otherSlip = await slipOf(other);
      await rejectSlip(team.chief, { ...(await slipRef(otherSlip)), comment: reason }, aKey());
      expect((await seenWalkIn(other)).status).toBe("REJECTED");
      expect((await seenSlip(otherSlip)).status).toBe("REJECTED");
    }));

  it("[R1.2.4-a][R1.3.1-e] breaks no payment condition without the director", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const values = await walkInValues({ changes: { exceptionReason: "" } });
      await createDebt(values.customerId, { amount: "20000.00" });
      const { walkInId } = await saveWalkIn(team.clerk, values, aKey());
      await expect(
        submitWalkIn(team.clerk, await walkInRef(walkInId), aKey()),
      ).rejects.toMatchObject({ code: "shipping.exception_reason_required" });
      const explained = { ...values, walkInId, rowVersion: 1, exceptionReason: "客户急用" };
      await saveWalkIn(team.clerk, explained, aKey());
      await submitWalkIn(team.clerk, await walkInRef(walkInId), aKey());
      await signWalkIn(team, walkInId);
      const slip = await seenSlip(await slipOf(walkInId));
      expect(slip.approvedViolations).toContain("V3_LIMIT");
      await count(team.clerk, walkInId);
      await count(team.keeper, walkInId);
      // Meanwhile the debt has grown past what the director let go.
      await createDebt(values.customerId, { amount: "5000.00" });
      const answer = await handOverWalkIn(team.keeper, await handOverValues(walkInId), aKey());
      expect(answer.outcome).toBe("RETURNED_TO_DIRECTOR");
      expect((await seenWalkIn(walkInId)).status).toBe("PENDING_DIRECTOR");
      expect(await db.receivable.count({ where: { sourceId: slip.id } })).toBe(0);
    }));

  it("[R1.2.4-a][R1.3.1-P1] paid in advance leaves only with confirmed money, kept for it meanwhile", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const customer = await createCustomer({});
      await createDebt(customer.id, { amount: "300.00", dueOn: "2026-12-31" });
      const id = await aCountedWalkIn(team, {
        customerId: customer.id,
        changes: { paymentTerm: "PREPAID", exceptionReason: "新客户首单" },
      });
      await expect(
        handOverWalkIn(team.keeper, await handOverValues(id), aKey()),
      ).rejects.toMatchObject({ code: "walkin.funds_missing", details: { missing: "1000.00" } });
      const receiptId = await payAtCounter(team, id, "1000.00");
      await expect(
        handOverWalkIn(team.keeper, await handOverValues(id), aKey()),
      ).rejects.toMatchObject({ code: "walkin.funds_missing" });
      await expect(payAtCounter(team, id, "1000.00")).rejects.toMatchObject({
        code: "walkin.money_taken",
      });
      const { onAccount } = await confirmMoney(team, receiptId);
      expect(onAccount).toBe("1000.00");
      await handOverWalkIn(team.keeper, await handOverValues(id), aKey());
      const receivable = await db.receivable.findFirstOrThrow({
        where: { sourceId: await slipOf(id) },
      });
      expect(receivable.settledAmount.toFixed(2)).toBe("1000.00");
      expect(receivable.dueOn).toEqual(new Date("2026-11-23T00:00:00Z"));
    }));

  it("[R1.2.4-a] is not handed over on one count, unequal counts, too much or without the receiver", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const id = await anApprovedWalkIn(team);
      const attempt = async (short = "") =>
        handOverWalkIn(team.keeper, await handOverValues(id, short), aKey());
      await expect(attempt()).rejects.toMatchObject({ code: "walkin.counted_twice" });
      await count(team.clerk, id);
      await expect(attempt()).rejects.toMatchObject({ code: "walkin.counted_twice" });
      await count(team.keeper, id, ["9"]);
      // Both count again; the customer stands at the counter and somebody has to know.
      expect((await openItems(id)).sort()).toEqual(["walkin.count_clerk", "walkin.count_keeper"]);
      await expect(attempt()).rejects.toMatchObject({
        code: "walkin.counts_differ",
        details: { keeper: "9", clerk: "10" },
      });
      await count(team.keeper, id, ["11"]);
      await count(team.clerk, id, ["11"]);
      await expect(attempt()).rejects.toMatchObject({ code: "walkin.counted_more" });
      await count(team.keeper, id, ["0"]);
      await count(team.clerk, id, ["0"]);
      await expect(attempt("没有货")).rejects.toMatchObject({ code: "walkin.nothing_counted" });
      await count(team.keeper, id, ["8"]);
      await count(team.clerk, id, ["8"]);
      await expect(attempt()).rejects.toMatchObject({ code: "walkin.short_reason_required" });
      for (const actor of [team.clerk, team.chief, team.finance]) {
        await expect(
          handOverWalkIn(actor, await handOverValues(id, "少两支"), aKey()),
        ).rejects.toMatchObject({ code: "common.forbidden" });
      }
      await attempt("少两支");
      const slip = await seenSlip(await slipOf(id));
      expect(slip.totalAmount.toFixed(2)).toBe("800.00");
      expect(slip.shortReason).toBe("少两支");
      const [line] = (await seenWalkIn(id)).lines;
      expect(line?.amount.toFixed(2)).toBe("800.00");
    }));

  it("refuses goods that are not there, submission past the pickup and strangers' drafts", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const id = await aDraftWalkIn(team, { lines: [{ quantity: "5", price: "10", stock: "4" }] });
      await expect(submitWalkIn(team.clerk, await walkInRef(id), aKey())).rejects.toMatchObject({
        code: "stock.not_enough",
        details: { available: "4", wanted: "5" },
      });
      const slipId = await slipOf(id);
      await expect(submitSlip(team.clerk, await slipRef(slipId), aKey())).rejects.toMatchObject({
        code: "shipping.slip_of_walk_in",
      });
      const other = await anActor("CLERK");
      await expect(submitWalkIn(other, await walkInRef(id), aKey())).rejects.toMatchObject({
        code: "walkin.own_draft",
      });
      await expect(
        saveWalkIn(await anActor("WAREHOUSE_KEEPER"), await walkInValues(), aKey()),
      ).rejects.toMatchObject({ code: "common.forbidden" });
      expect(await seenWalkIn(id)).toMatchObject({ status: "DRAFT", docNo: null });
    }));

  it("[R1.2.4-b] has its contract's days moved by weekend and holidays, and blocks the next while one is late", async () => {
    const team = await aShippingTeam();
    // Saturday: the draft by the end of Monday, effective three working days after the pickup.
    const id = await at("2026-11-21", () => aHandedOverWalkIn(team));
    const { customerId, docNo, draftDueOn, effectiveDueOn } = await seenWalkIn(id);
    expect([draftDueOn, effectiveDueOn]).toEqual([
      new Date("2026-11-23T00:00:00Z"),
      new Date("2026-11-25T00:00:00Z"),
    ]);
    await noon(() => aSubmittedWalkIn(team, { customerId }));
    await at("2026-11-24", async () => {
      const next = await aDraftWalkIn(team, { customerId });
      await expect(submitWalkIn(team.clerk, await walkInRef(next), aKey())).rejects.toMatchObject({
        code: "walkin.earlier_overdue",
        details: { docNo, due: "2026-11-23" },
      });
      // Another customer is not concerned.
      await aSubmittedWalkIn(team);
    });
  });
});

describe("walk-in pickups at the same moment", () => {
  it("take the last pieces once", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const { id: productId } = await createProduct();
      await stockUp({ productId, quantity: "10" });
      const ids = [];
      for (let i = 0; i < 6; i += 1) {
        ids.push(
          await aCountedWalkIn(team, { lines: [{ productId, quantity: "10", price: "1" }] }),
        );
      }
      const values = await Promise.all(ids.map((id) => handOverValues(id)));
      const answers = await Promise.allSettled(
        values.map((input) => handOverWalkIn(team.keeper, input, aKey())),
      );
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const refused = answers.flatMap((one) =>
        one.status === "rejected" ? [one.reason.code] : [],
      );
      expect(new Set(refused)).toEqual(new Set(["stock.not_enough"]));
      expect(await balanceOf(productId)).toEqual({ onHand: "0", reserved: "0" });
    }));

  it("[R1.3.1-e] use the customer's credit once", () =>
    noon(async () => {
      const team = await aShippingTeam();
      const first = await walkInValues({ lines: [{ quantity: "10", price: "900" }] });
      const { customerId } = first;
      const ids = [(await saveWalkIn(team.clerk, first, aKey())).walkInId];
      for (let i = 0; i < 5; i += 1) {
        ids.push(
          await aDraftWalkIn(team, {
            customerId,
            lines: [{ quantity: "10", price: "900" }],
            changes: { exceptionReason: "客户急用" },
          }),
        );
      }
      for (const id of ids) await submitWalkIn(team.clerk, await walkInRef(id), aKey());
      const { signSlip } = await import("@/lib/shipping/sign-slip");
      const inputs = await Promise.all(
        ids.map(async (id) => ({ ...(await slipRef(await slipOf(id))), comment: "" })),
      );
      await Promise.allSettled(inputs.map((input) => signSlip(team.chief, input, aKey())));
      const approved = (await Promise.all(ids.map(seenWalkIn))).filter(
        ({ status }) => status === "APPROVED",
      );
      expect(approved).toHaveLength(1); // 9,000 of 15,000; a second would be 18,000
    }));
});
