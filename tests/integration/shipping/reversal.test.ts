import { describe, expect, it } from "vitest";
import { emptyListState } from "@/lib/core/list-state";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { decideReversal } from "@/lib/shipping/decide-reversal";
import { requestReversal } from "@/lib/shipping/request-reversal";
import { listSlips } from "@/lib/shipping/slip-list";
import { markPacked, markShipped } from "@/lib/shipping/slip-progress";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import {
  anIssuedNotice,
  aPostedSlip,
  aShippableContract,
  aShippingTeam,
  contractNow,
  openItems,
  payForContract,
  type ShippingTeam,
  seenNotice,
  seenSlip,
  slipRef,
} from "@/tests/factories/shipping";
import { balanceOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

async function requested(team: ShippingTeam, slipId: string): Promise<string> {
  const input = { ...(await slipRef(slipId)), comment: "发错批次" };
  const { reversalId } = await requestReversal(team.keeper, input, aKey());
  return reversalId;
}

const agree = (team: ShippingTeam, reversalId: string) =>
  decideReversal(team.chief, { reversalId, rowVersion: 1, decision: "AGREE", comment: "" }, aKey());

describe("reversing a posted slip (rules 5.12)", () => {
  it("[R1.2.2-c] takes everything back by a red slip with its own number, dated today", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        charges: [{ lineKind: "FREIGHT", amount: "50" }],
      });
      const noticeId = await anIssuedNotice(team, contract);
      const slipId = await aPostedSlip(team, noticeId);
      const productId = contract.lines[0]?.productId ?? "";
      const reversalId = await requested(team, slipId);
      expect(await openItems(slipId)).toEqual(["slip.pack", "slip.sign_reversal"]);

      const answer = await at("2026-11-24", () => agree(team, reversalId));

      expect(answer).toMatchObject({
        outcome: "REVERSED",
        redSlipNo: expect.stringMatching(/^CK2026-\d{4}$/),
      });
      expect((await seenSlip(slipId)).status).toBe("REVERSED");
      const red = await db.outboundSlip.findUniqueOrThrow({
        where: { redOfId: slipId },
        include: { lines: true },
      });
      expect(red).toMatchObject({
        docNo: answer.redSlipNo,
        deptHeadById: team.chief.id,
        issuedByName: team.keeper.name,
      });
      expect(red.totalAmount.toFixed(2)).toBe("-1050.00");
      expect(red.lines.map((line) => line.issuedQty?.toFixed(0))).toEqual(
        expect.arrayContaining(["-10"]),
      );
      // In the register it is no slip whose goods wait to be packed.
      const listed = await listSlips(team.keeper, emptyListState);
      expect(new Map(listed.rows.map((row) => [row.id, row.status]))).toEqual(
        new Map([
          [red.id, "RED"],
          [slipId, "REVERSED"],
        ]),
      );
      expect(await balanceOf(productId)).toEqual({ onHand: "10", reserved: "10" });
      const account = await db.customerAccount.findUniqueOrThrow({
        where: { customerId: contract.customerId },
      });
      expect(account.balance.toFixed(2)).toBe("0.00");
      const back = await db.ledgerEntry.findFirstOrThrow({ where: { sourceId: red.id } });
      expect([back.kind, back.entryDate.toISOString().slice(0, 10)]).toEqual([
        "DELIVERY_REVERSAL",
        "2026-11-24",
      ]);
      const now = await contractNow(contract.id);
      expect(now.lines.map((line) => line.deliveredAmount.toFixed(2))).toEqual(["0.00", "0.00"]);
      expect([now.openPapers, now.register?.shippedAmount.toFixed(2)]).toEqual([1, "0.00"]);
      expect((await seenNotice(noticeId)).status).toBe("ACKNOWLEDGED");
      expect(await openItems(noticeId)).toEqual(["notice.make_slip"]);
      expect(await openItems(slipId)).toEqual([]);

      const again = await aPostedSlip(team, noticeId);
      expect((await seenSlip(again)).totalAmount.toFixed(2)).toBe("1050.00");
      expect((await seenNotice(noticeId)).status).toBe("CLOSED");
    }));

  it("gives money of a prepaid contract back to the contract", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id: customerId } = await createCustomer();
      const contract = await aShippableContract(team, {
        customerId,
        order: { paymentTerm: "PREPAID", formReason: "小额" },
      });
      await payForContract(team, contract, "1000");
      const noticeId = await anIssuedNotice(team, contract);
      await agree(team, await requested(team, await aPostedSlip(team, noticeId)));
      const again = await aPostedSlip(team, noticeId);
      const debt = await db.receivable.findUniqueOrThrow({ where: { sourceId: again } });
      expect(debt.settledAmount.toFixed(2)).toBe("1000.00");
    }));

  it("voids packing list and waybill", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await aPostedSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      const slip = await seenSlip(slipId);
      const listId = newId();
      await db.packingList.create({
        data: {
          id: listId,
          docNo: `ZX2026-9${listId.slice(-3)}`,
          status: "BOXED",
          packedOn: slip.slipOn,
          slipId,
          slipNo: slip.docNo ?? "",
          customerId: slip.customerId,
          customerName: slip.customerName,
          consignee: {},
          preparedById: team.keeper.id,
          preparedByName: team.keeper.name,
          createdAt: slip.createdAt,
          waybills: {
            create: {
              waybill: {
                create: {
                  courierId: newId(),
                  courierName: "中通快递",
                  recipient: {},
                  freightSettlement: "PREPAID_MONTHLY",
                  createdById: team.keeper.id,
                  createdByName: team.keeper.name,
                  createdAt: slip.createdAt,
                },
              },
            },
          },
        },
      });
      await transact((tx) => markPacked(tx, slipId));
      await agree(team, await requested(team, slipId));
      const list = await db.packingList.findUniqueOrThrow({
        where: { id: listId },
        include: { waybills: { include: { waybill: true } } },
      });
      expect([list.status, list.voidReason, list.waybills[0]?.waybill.status]).toEqual([
        "VOIDED",
        "发错批次",
        "VOIDED",
      ]);
    }));

  it("is refused once the goods are handed over, at the request and at the signature", () =>
    today(async () => {
      const team = await aShippingTeam();
      const shipped = await aPostedSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      await transact((tx) => markShipped(tx, shipped));
      await expect(requested(team, shipped)).rejects.toMatchObject({
        code: "shipping.already_handed_over",
      });

      const pending = await aPostedSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      const reversalId = await requested(team, pending);
      await expect(transact((tx) => markShipped(tx, pending))).rejects.toMatchObject({
        code: "shipping.reversal_pending",
      });
      await db.outboundSlip.update({
        where: { id: pending },
        data: { receivedAt: new Date("2026-11-23T03:00:00Z") },
      });
      await expect(agree(team, reversalId)).rejects.toMatchObject({
        code: "shipping.already_handed_over",
      });
      expect((await seenSlip(pending)).status).toBe("ISSUED");
    }));

  it("is the keeper's to ask for and the chief's to sign; a refusal needs a reason and changes nothing", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await aPostedSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      const input = { ...(await slipRef(slipId)), comment: "发错" };
      for (const stranger of [team.clerk, team.chief, team.director]) {
        await expect(requestReversal(stranger, input, aKey())).rejects.toMatchObject({
          code: "common.forbidden",
        });
      }
      const reversalId = await requested(team, slipId);
      await expect(requested(team, slipId)).rejects.toMatchObject({
        code: "shipping.slip_no_open_request",
      });
      for (const stranger of [team.clerk, team.keeper, team.director]) {
        await expect(
          decideReversal(
            stranger,
            { reversalId, rowVersion: 1, decision: "AGREE", comment: "" },
            aKey(),
          ),
        ).rejects.toMatchObject({ code: "common.forbidden" });
      }
      const refuse = (comment: string) =>
        decideReversal(
          team.chief,
          { reversalId, rowVersion: 1, decision: "REJECT", comment },
          aKey(),
        );
      await expect(refuse("")).rejects.toMatchObject({
        issues: [{ path: "comment", code: "common.required" }],
      });
      expect(await refuse("货没有错")).toMatchObject({ outcome: "REFUSED" });
      expect((await seenSlip(slipId)).status).toBe("ISSUED");
      expect(await openItems(slipId)).toEqual(["slip.pack"]);
      await expect(agree(team, reversalId)).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
      await requested(team, slipId);
    }));

  it("happens once, whoever asks twice at the same time", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await aPostedSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      const reversalId = await requested(team, slipId);
      const chiefs = await Promise.all(Array.from({ length: 8 }, () => anActor("SECTION_CHIEF")));
      const answers = await Promise.allSettled(
        chiefs.map((chief) => agree({ ...team, chief }, reversalId)),
      );
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.outboundSlip.count({ where: { redOfId: slipId } })).toBe(1);
      expect(await balanceOf((await seenSlip(slipId)).lines[0]?.productId ?? "")).toEqual({
        onHand: "10",
        reserved: "10",
      });
    }));
});
