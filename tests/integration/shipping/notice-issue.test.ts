import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { cancelNotice } from "@/lib/shipping/cancel-notice";
import { issueNotice } from "@/lib/shipping/issue-notice";
import { noticeDraftForm } from "@/lib/shipping/notice-form-query";
import { saveNotice } from "@/lib/shipping/save-notice";
import { saveNoticeInput } from "@/lib/shipping/schema";
import { monthlyCustomer } from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";
import { aPreparedOrder } from "@/tests/factories/preparation";
import {
  aDraftNotice,
  aDraftSlip,
  anIssuedNotice,
  aPostedSlip,
  aShippableContract,
  aShippingTeam,
  contractNow,
  noticeRef,
  noticeValues,
  openItems,
  seenNotice,
  tryToIssue,
} from "@/tests/factories/shipping";
import { balanceOf } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

describe("drafting a shipping notice", () => {
  it("[R1.2.1-b] refuses a courier that does not exist or is withdrawn, beside its field", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const withdrawn = await db.courier.create({
        data: { code: "OLD", name: "旧快递", active: false },
      });
      for (const courierId of [newId(), withdrawn.id]) {
        await expect(
          saveNotice(team.clerk, noticeValues(contract, undefined, { courierId }), aKey()),
        ).rejects.toMatchObject({
          code: "common.invalid_input",
          issues: [{ path: "courierId", code: "shipping.courier_unknown" }],
        });
      }
      expect(await db.shippingNotice.count({ where: { contractId: contract.id } })).toBe(0);
    }));

  it("[R1.2.1-b] names no courier where the factory's own car goes", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const { noticeId } = await saveNotice(
        team.clerk,
        noticeValues(contract, undefined, { deliveryMethod: "DELIVERY" }),
        aKey(),
      );
      expect(await seenNotice(noticeId)).toMatchObject({
        deliveryMethod: "DELIVERY",
        courierId: null,
      });
    }));

  it("comes back as it was saved: a line that it leaves out is an empty cell", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [
          { quantity: "10", price: "100" },
          { quantity: "5", price: "20" },
        ],
      });
      const { noticeId } = await saveNotice(team.clerk, noticeValues(contract, ["4", ""]), aKey());
      const form = await noticeDraftForm(team.clerk, noticeId);
      const [first, second] = contract.lines;
      expect(form?.values.quantities).toEqual({ [first?.id ?? ""]: "4", [second?.id ?? ""]: "" });
      expect(saveNoticeInput.safeParse(form?.values).success).toBe(true);
    }));
});

describe("issuing a shipping notice", () => {
  it("[R1.2.1-a][R1.2.1-b] numbers it, binds the goods and hands it to the slip clerk", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      expect(await openItems(contract.id)).toContain("contract.ship");
      const noticeId = await aDraftNotice(team, contract);

      const answer = await tryToIssue(team, noticeId);

      expect(answer).toMatchObject({
        outcome: "ISSUED",
        docNo: expect.stringMatching(/^FH2026-\d{4}$/),
        failing: [],
      });
      const notice = await seenNotice(noticeId);
      expect(notice).toMatchObject({
        status: "ISSUED",
        issuedByName: team.clerk.name,
        fundsStatus: "NOT_REQUIRED",
      });
      expect(notice.totalAmount.toFixed(2)).toBe("1000.00");
      expect(await balanceOf(notice.lines[0]?.productId ?? "")).toEqual({
        onHand: "10",
        reserved: "10",
      });
      expect(await openItems(noticeId)).toEqual(["notice.make_slip"]);
      expect(await openItems(contract.id)).not.toContain("contract.ship");
      expect((await contractNow(contract.id)).openPapers).toBe(1);
    }));

  it("[R1.2.1-a] keeps the contract on the work list while a part is not noticed", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      await anIssuedNotice(team, contract, ["4"]);
      expect(await openItems(contract.id)).toContain("contract.ship");
      await anIssuedNotice(team, await contractNow(contract.id));
      expect(await openItems(contract.id)).not.toContain("contract.ship");
    }));

  it("[R1.2.1-b] is refused to everybody without the duty", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const noticeId = await aDraftNotice(team, contract);
      for (const stranger of [
        await anActor("CLERK"),
        await anActor("CLERK", { duties: ["OUTBOUND_SLIP"] }),
        team.chief,
        team.director,
        team.keeper,
        team.finance,
      ]) {
        await expect(
          issueNotice(stranger, await noticeRef(noticeId), aKey()),
        ).rejects.toMatchObject({
          code: "common.forbidden",
        });
        await expect(saveNotice(stranger, noticeValues(contract), aKey())).rejects.toMatchObject({
          code: "common.forbidden",
        });
      }
      expect((await seenNotice(noticeId)).status).toBe("DRAFT");
    }));

  it("[R1.2.1-c] names every gap and every deviation without a reason, beside its field", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const noticeId = await aDraftNotice(team, contract, undefined, {
        consigneeSource: "TYPED",
        consignee: {
          company: "新收货单位",
          contactPerson: "",
          phone: "123",
          address: "沈阳",
          postalCode: "",
        },
        requiredShipOn: "2026-12-20",
        deliveryMethod: "LOGISTICS",
        courierId: null,
        packingRequirement: "",
        freightSettlement: "COLLECT",
      });
      const refusal = await tryToIssue(team, noticeId).catch((error) => error);
      expect(refusal).toMatchObject({ code: "shipping.notice_incomplete" });
      expect(
        Object.fromEntries(
          refusal.issues.map((issue: { path: string; code: string }) => [issue.path, issue.code]),
        ),
      ).toEqual({
        "consignee.contactPerson": "common.required",
        "consignee.phone": "shipping.phone_malformed",
        consigneeReason: "shipping.reason_typed_consignee",
        courierId: "common.required",
        freightSettlement: "shipping.freight_not_collect",
        lateReason: "shipping.reason_late",
        methodReason: "shipping.reason_method",
        packingRequirement: "common.required",
      });
      expect((await seenNotice(noticeId)).docNo).toBeNull();
    }));

  it("[R1.2.1-c] refuses a shipping date in the past", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const noticeId = await aDraftNotice(team, contract, undefined, {
        requiredShipOn: "2026-11-22",
      });
      await expect(tryToIssue(team, noticeId)).rejects.toMatchObject({
        issues: [{ path: "requiredShipOn", code: "shipping.date_in_past" }],
      });
    }));

  it("[R1.2.1-c] copies the contract's consignee, or a saved address without a reason", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const address = await db.customerAddress.findFirstOrThrow({
        where: { customerId: contract.customerId },
      });
      const own = await seenNotice(await aDraftNotice(team, contract));
      expect(own.consignee).toMatchObject({ company: "大连测试机械有限公司" });
      const foreign = (await aShippableContract(team)).customerId;
      const other = await db.customerAddress.findFirstOrThrow({ where: { customerId: foreign } });
      await expect(
        aDraftNotice(team, contract, undefined, { consigneeSource: "SAVED", addressId: other.id }),
      ).rejects.toMatchObject({
        issues: [{ path: "addressId", code: "shipping.address_unknown" }],
      });
      const saved = await aDraftNotice(team, contract, undefined, {
        consigneeSource: "SAVED",
        addressId: address.id,
      });
      expect((await tryToIssue(team, saved)).outcome).toBe("ISSUED");
    }));

  it("refuses more than the contract, a negative quantity and nothing at all, and stores nothing", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      await expect(aDraftNotice(team, contract, ["11"])).rejects.toMatchObject({
        issues: [
          { code: "shipping.over_contract_quantity", details: { available: "10", unit: "支" } },
        ],
      });
      await expect(aDraftNotice(team, contract, ["0"])).rejects.toMatchObject({
        issues: [{ path: "lines", code: "shipping.nothing_to_ship" }],
      });
      expect(() => noticeValues(contract, ["-1"])).toThrow();
      expect(await db.shippingNotice.count({ where: { contractId: contract.id } })).toBe(0);
    }));

  it("blocks the third notice when 60 and 40 of 100 are noticed", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, { lines: [{ quantity: "100", price: "1" }] });
      const third = await aDraftNotice(team, contract, ["1"]);
      await anIssuedNotice(team, contract, ["60"]);
      await anIssuedNotice(team, contract, ["40"]);
      await expect(tryToIssue(team, third)).rejects.toMatchObject({
        code: "shipping.over_contract_quantity",
      });
      expect((await seenNotice(third)).status).toBe("DRAFT");
    }));

  it("ships everything at once where the contract allows no partial shipment", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, { order: { partialAllowed: false } });
      const part = await aDraftNotice(team, contract, ["4"]);
      await expect(tryToIssue(team, part)).rejects.toMatchObject({
        code: "shipping.partial_not_allowed",
      });
      expect((await tryToIssue(team, await aDraftNotice(team, contract))).outcome).toBe("ISSUED");
    }));

  it("[R1.1.3-B3] notices only what lies in the store; the part to be produced waits", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100", stock: "4" }],
      });
      await aPreparedOrder(team, contract);
      await expect(aDraftNotice(team, contract, ["5"])).rejects.toMatchObject({
        issues: [{ code: "shipping.over_stock_part", details: { available: "4" } }],
      });
      expect((await tryToIssue(team, await aDraftNotice(team, contract, ["4"]))).outcome).toBe(
        "ISSUED",
      );
      expect(await openItems(contract.id)).not.toContain("contract.ship");
    }));

  it("gives the same answer to a repeated key and refuses a stale screen", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const noticeId = await aDraftNotice(team, contract);
      const seen = await noticeRef(noticeId);
      const key = aKey();
      const first = await issueNotice(team.clerk, seen, key);
      expect(await issueNotice(team.clerk, seen, key)).toEqual(first);
      await expect(
        saveNotice(
          team.clerk,
          { ...noticeValues(await contractNow(contract.id)), noticeId, rowVersion: 1 },
          aKey(),
        ),
      ).rejects.toBeDefined();
      const draft = await aDraftNotice(team, await aShippableContract(team));
      await expect(
        issueNotice(team.clerk, { noticeId: draft, rowVersion: 7 }, aKey()),
      ).rejects.toMatchObject({ code: "common.changed_meanwhile" });
    }));
});

describe("gates", () => {
  it("[R1.1.5-R2] G3: stays a draft with the reason until the registrar has confirmed", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, { status: "EFFECTIVE" });
      const noticeId = await aDraftNotice(team, contract);
      expect(await tryToIssue(team, noticeId)).toMatchObject({
        outcome: "HELD",
        docNo: null,
        failing: ["G3_REGISTERED"],
      });
      const notice = await seenNotice(noticeId);
      expect(notice).toMatchObject({ status: "DRAFT", docNo: null, blockedBy: "G3_REGISTERED" });
      expect((await contractNow(contract.id)).lines[0]?.noticedQty.toFixed(0)).toBe("0");
    }));

  it("[R1.2.1-a] G2: a formal contract waits for the customer's signature", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, { status: "EFFECTIVE" });
      await db.contract.update({ where: { id: contract.id }, data: { form: "FORMAL" } });
      const noticeId = await aDraftNotice(team, contract);
      expect((await tryToIssue(team, noticeId)).failing).toEqual(["G3_REGISTERED", "G2_SIGNED"]);
    }));

  it("[R1.2.1-a] G2: nothing leaves before the date on the paper", async () => {
    const held = await today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      await db.contract.update({
        where: { id: contract.id },
        data: {
          form: "FORMAL",
          signedByCustomerOn: new Date("2026-11-23"),
          signDate: new Date("2026-11-24"),
        },
      });
      const noticeId = await aDraftNotice(team, contract);
      expect((await tryToIssue(team, noticeId)).failing).toEqual(["G2_SIGNED"]);
      return { team, noticeId };
    });
    await at("2026-11-24", async () => {
      expect((await tryToIssue(held.team, held.noticeId)).outcome).toBe("ISSUED");
    });
  });

  it("[R1.2.2-c] G4: goods reserved for others are not there; the notice stays a draft and passes later", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const [line] = contract.lines;
      await db.stockBalance.updateMany({
        where: { productId: line?.productId ?? "" },
        data: { reserved: 3 },
      });
      const noticeId = await aDraftNotice(team, contract);
      expect(await tryToIssue(team, noticeId)).toMatchObject({
        outcome: "HELD",
        failing: ["G4_GOODS"],
      });
      expect((await seenNotice(noticeId)).blockedDetails).toEqual([
        { gate: "G4_GOODS", product: line?.productName, unit: "支", wanted: "10", available: "7" },
      ]);
      await db.stockBalance.updateMany({
        where: { productId: line?.productId ?? "" },
        data: { reserved: 0 },
      });
      expect((await tryToIssue(team, noticeId)).outcome).toBe("ISSUED");
    }));
});

describe("cancelling a notice", () => {
  it("gives quantity, stock and work list back", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const noticeId = await anIssuedNotice(team, contract);
      await cancelNotice(
        team.clerk,
        { ...(await noticeRef(noticeId)), comment: "客户要求暂缓" },
        aKey(),
      );
      const now = await contractNow(contract.id);
      expect(now.lines[0]?.noticedQty.toFixed(0)).toBe("0");
      expect(now.openPapers).toBe(0);
      expect(await balanceOf(now.lines[0]?.productId ?? "")).toEqual({
        onHand: "10",
        reserved: "0",
      });
      expect(await openItems(contract.id)).toContain("contract.ship");
      expect(await seenNotice(noticeId)).toMatchObject({
        status: "CANCELLED",
        cancelReason: "客户要求暂缓",
      });
      expect((await seenNotice(noticeId)).docNo).not.toBeNull();
    }));

  it("is the duty holder's until a slip exists, then the chief's, and nobody's after posting", () =>
    today(async () => {
      const team = await aShippingTeam();
      const customerId = (await monthlyCustomer()).id;
      const contract = await aShippableContract(team, { customerId });
      const noticeId = await anIssuedNotice(team, contract);
      const slipId = await aDraftSlip(team, noticeId);
      const input = async () => ({ ...(await noticeRef(noticeId)), comment: "作废重开" });
      await expect(cancelNotice(team.clerk, await input(), aKey())).rejects.toMatchObject({
        code: "shipping.notice_no_slip_or_chief",
      });
      await cancelNotice(team.chief, await input(), aKey());
      expect((await db.outboundSlip.findUniqueOrThrow({ where: { id: slipId } })).status).toBe(
        "CANCELLED",
      );
      expect((await contractNow(contract.id)).openPapers).toBe(0);

      const posted = await anIssuedNotice(team, await contractNow(contract.id));
      await aPostedSlip(team, posted, ["4"]);
      await expect(
        cancelNotice(team.chief, { ...(await noticeRef(posted)), comment: "晚了" }, aKey()),
      ).rejects.toMatchObject({ code: "shipping.notice_nothing_posted" });
    }));
});
