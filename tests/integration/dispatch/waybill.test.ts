import { describe, expect, it } from "vitest";
import { boxPacking, voidPacking } from "@/lib/dispatch/box-packing";
import { correctWaybill, trackWaybill } from "@/lib/dispatch/follow-waybill";
import { handOver, notifyCourier } from "@/lib/dispatch/hand-over";
import { listsToTheSameConsignee } from "@/lib/dispatch/queries";
import { recordDeparture, recordPickUp } from "@/lib/dispatch/ship-without-courier";
import { findWaybillDetail } from "@/lib/dispatch/waybill-queries";
import { saveWaybill, voidWaybill } from "@/lib/dispatch/write-waybill";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { decideReversal } from "@/lib/shipping/decide-reversal";
import { requestReversal } from "@/lib/shipping/request-reversal";
import {
  aBoxedList,
  aNotifiedWaybill,
  anIssuedSlip,
  aPackingDraft,
  aShipment,
  aWaybill,
  boxValues,
  divide,
  handOverValues,
  logOf,
  packingRef,
  seenPacking,
  seenWaybill,
  theCourier,
  tickAll,
  waybillRef,
} from "@/tests/factories/dispatch";
import { aKey } from "@/tests/factories/people";
import {
  aShippableContract,
  aShippingTeam,
  contractNow,
  openItems,
  type ShippingTeam,
  seenSlip,
  slipRef,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

async function saveValues(id: string) {
  return {
    ...(await waybillRef(id)),
    courierId: await theCourier(),
    contents: "铣刀",
    pieces: 1,
    weightKg: "3.5",
    serviceLevel: "STANDARD" as const,
    freightSettlement: "PREPAID_MONTHLY" as const,
    freightAmount: "18.00",
    insuredValue: null,
    remark: "",
  };
}

/** Two contracts of one customer, boxed each. */
async function twoBoxedLists(team: ShippingTeam): Promise<[string, string]> {
  const first = await aShippableContract(team);
  const second = await aShippableContract(team, { customerId: first.customerId });
  return [
    await aBoxedList(team, await anIssuedSlip(team, { contract: first })),
    await aBoxedList(team, await anIssuedSlip(team, { contract: second })),
  ];
}

describe("the waybill", () => {
  it("[R1.2.2-g] is filled from the notice after boxing: recipient, carrier, payment, pieces", () =>
    today(async () => {
      const team = await aShippingTeam();
      const packingListId = await aBoxedList(team, await anIssuedSlip(team));
      const id = await aWaybill(team, [packingListId]);
      const { consignee } = await seenPacking(packingListId);
      expect(await seenWaybill(id)).toMatchObject({
        status: "DRAFT",
        docNo: null,
        courierId: await theCourier(),
        recipient: consignee,
        freightSettlement: "PREPAID_MONTHLY",
        pieces: 1,
      });
      expect([await openItems(packingListId), await openItems(id)]).toEqual([
        [],
        ["waybill.notify_courier"],
      ]);
    }));

  it("[R1.2.2-g] not before boxing, not twice, and not for goods that need no courier", () =>
    today(async () => {
      const team = await aShippingTeam();
      const draft = await aPackingDraft(team, await anIssuedSlip(team));
      await expect(aWaybill(team, [draft])).rejects.toMatchObject({ code: "dispatch.not_boxed" });
      const boxed = await aBoxedList(team, await anIssuedSlip(team));
      await aWaybill(team, [boxed]);
      await expect(aWaybill(team, [boxed])).rejects.toMatchObject({ code: "dispatch.on_waybill" });
      await expect(
        voidPacking(team.clerk, { ...(await packingRef(boxed)), reason: "写错" }, aKey()),
      ).rejects.toMatchObject({ code: "dispatch.not_on_waybill" });
      const pickUp = await aBoxedList(team, await anIssuedSlip(team, { method: "PICKUP" }));
      await expect(aWaybill(team, [pickUp])).rejects.toMatchObject({
        code: "dispatch.no_courier_needed",
      });
    }));

  it("[R1.2.2-g] takes several lists to the same consignee, never another one's", () =>
    today(async () => {
      const team = await aShippingTeam();
      const [first, second] = await twoBoxedLists(team);
      const stranger = await aBoxedList(team, await anIssuedSlip(team));
      const other = await seenPacking(stranger);
      const elsewhere = { ...(other.consignee as object), address: "沈阳市开发大路 16 号" };
      await db.packingList.update({ where: { id: stranger }, data: { consignee: elsewhere } });
      const offered = await listsToTheSameConsignee(team.clerk, first);
      expect(offered.map(({ id }) => id)).toEqual(expect.arrayContaining([first, second]));
      expect(offered.map(({ id }) => id)).not.toContain(stranger);
      await expect(aWaybill(team, [first, stranger])).rejects.toMatchObject({
        code: "dispatch.other_consignee",
      });
      const id = await aWaybill(team, [first, second]);
      expect(await seenWaybill(id)).toMatchObject({ pieces: 2 });
      expect((await seenWaybill(id)).packingLists).toHaveLength(2);
    }));

  it("[R1.2.2-g] weighs what its boxes weigh, when all were weighed", () =>
    today(async () => {
      const team = await aShippingTeam();
      const list = await aPackingDraft(team, await anIssuedSlip(team));
      await divide(team, list, {});
      await tickAll(team, list);
      await boxPacking(team.clerk, await boxValues(team, list), aKey());
      expect((await seenWaybill(await aWaybill(team, [list]))).weightKg?.toFixed(1)).toBe("3.5");
      const unweighed = await aBoxedList(team, await anIssuedSlip(team));
      expect((await seenWaybill(await aWaybill(team, [unweighed]))).weightKg).toBeNull();
    }));

  it("[R1.2.2-g] cannot let the customer pay what the notice says we pay", () =>
    today(async () => {
      const team = await aShippingTeam();
      const id = await aWaybill(team, [await aBoxedList(team, await anIssuedSlip(team))]);
      const values = await saveValues(id);
      await expect(
        saveWaybill(team.clerk, { ...values, freightSettlement: "COLLECT" }, aKey()),
      ).rejects.toMatchObject({
        issues: [{ path: "freightSettlement", code: "dispatch.supplier_pays_freight" }],
      });
      await saveWaybill(team.clerk, values, aKey());
      await expect(saveWaybill(team.clerk, values, aKey())).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
      await expect(
        saveWaybill(team.clerk, { ...(await saveValues(id)), courierId: team.clerk.id }, aKey()),
      ).rejects.toMatchObject({
        issues: [{ path: "courierId", code: "dispatch.courier_missing" }],
      });
    }));

  it("keeps the freight when a keeper, who does not see it, saves", () =>
    today(async () => {
      const team = await aShippingTeam();
      const id = await aWaybill(team, [await aBoxedList(team, await anIssuedSlip(team))]);
      await saveWaybill(team.clerk, await saveValues(id), aKey());
      expect(await findWaybillDetail(team.keeper, id)).toMatchObject({ freightAmount: null });
      const seen = { ...(await saveValues(id)), contents: "丝锥", freightAmount: null };
      await saveWaybill(team.keeper, seen, aKey());
      const { contents, freightAmount } = await seenWaybill(id);
      expect([contents, freightAmount?.toFixed(2)]).toEqual(["丝锥", "18.00"]);
    }));

  it("[R1.2.2-h] records who told the courier and when, and draws the number", () =>
    today(async () => {
      const team = await aShippingTeam();
      const id = await aWaybill(team, [await aBoxedList(team, await anIssuedSlip(team))]);
      const input = { ...(await waybillRef(id)), courierContact: "小张" };
      await expect(notifyCourier(team.finance, input, aKey())).rejects.toMatchObject({
        code: "dispatch.forbidden",
      });
      await expect(handOver(team.clerk, await handOverValues(id), aKey())).rejects.toMatchObject({
        code: "dispatch.wrong_status",
      });
      await expect(notifyCourier(team.clerk, input, aKey())).rejects.toMatchObject({
        code: "dispatch.weight_missing",
      });
      await saveWaybill(team.clerk, await saveValues(id), aKey());
      const key = aKey();
      const call = { ...(await waybillRef(id)), courierContact: "小张" };
      const told = await notifyCourier(team.clerk, call, key);
      expect(told.docNo).toMatch(/^YD2026-\d{4}$/);
      expect(await notifyCourier(team.clerk, call, key)).toEqual(told);
      expect(await seenWaybill(id)).toMatchObject({
        status: "NOTIFIED",
        courierContact: "小张",
        courierNotifiedByName: team.clerk.name,
        courierNotifiedAt: clock.now(),
      });
      expect(await openItems(id)).toEqual(["waybill.hand_over"]);
    }));

  it("void before its hand-over: the packing lists wait for another", () =>
    today(async () => {
      const team = await aShippingTeam();
      const list = await aBoxedList(team, await anIssuedSlip(team));
      const id = await aNotifiedWaybill(team, [list]);
      await voidWaybill(team.clerk, { ...(await waybillRef(id)), reason: "换快递" }, aKey());
      expect([await openItems(id), await openItems(list)]).toEqual([[], ["packing.ship"]]);
      expect(await aWaybill(team, [list])).not.toBe(id);
    }));
});

describe("handing over", () => {
  it("[R1.2.2-i][R1.2.3-a][R1.2.3-b][R1.2.3-c] ships: slip, log row, contract register and follow-up at once", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const slipId = await anIssuedSlip(team, { contract, quantities: ["6"] });
      const list = await aBoxedList(team, slipId);
      const id = await aNotifiedWaybill(team, [list]);
      const values = { ...(await handOverValues(id, " sf1234567890123 ")), freightAmount: "18.00" };
      const key = aKey();
      expect(await handOver(team.clerk, values, key)).toEqual({ warnings: [] });
      expect(await handOver(team.clerk, values, key)).toEqual({ warnings: [] });

      expect((await seenSlip(slipId)).status).toBe("SHIPPED");
      expect(await seenWaybill(id)).toMatchObject({
        status: "HANDED_OVER",
        waybillNo: "SF1234567890123",
        pickedUpBy: "小张",
        handedOverByName: team.clerk.name,
      });
      const { docNo } = await seenSlip(slipId);
      const log = await logOf(slipId);
      expect(log).toMatchObject({
        year: 2026,
        contractNo: contract.contractNo,
        slipNo: docNo,
        packingListNo: (await seenPacking(list)).docNo,
        deliveryMethod: "EXPRESS",
        carrier: "顺丰速运",
        waybillNo: "SF1234567890123",
        handlerName: team.clerk.name,
        receiptResult: null,
      });
      expect([
        log.amount.toFixed(2),
        log.totalQty.toFixed(0),
        log.freightAmount?.toFixed(2),
        log.shippedOn.toISOString().slice(0, 10),
      ]).toEqual(["600.00", "6", "18.00", "2026-11-23"]);
      const { register } = await contractNow(contract.id);
      expect(register).toMatchObject({
        shippingMethods: "快递 顺丰速运 SF1234567890123",
        shippedDates: "2026-11-23",
      });
      expect(await openItems(log.id)).toEqual(["shipment.confirm_receipt"]);
      const item = await db.workItem.findFirstOrThrow({ where: { subjectId: log.id } });
      expect([item.visibleFromOn, item.dueOn].map((day) => day.toISOString().slice(0, 10))).toEqual(
        ["2026-11-26", "2026-11-27"],
      );
      expect([await openItems(id), await openItems(list), await openItems(slipId)]).toEqual([
        [],
        [],
        [],
      ]);
    }));

  it("[R1.2.3-b] each partial shipment is written to the register, by method and date", async () => {
    const team = await today(aShippingTeam);
    const contract = await today(() => aShippableContract(team));
    await today(async () => {
      await aShipment(team, { contract, quantities: ["4"] });
    });
    await at("2026-11-25", async () => {
      const rest = await contractNow(contract.id);
      const slipId = await anIssuedSlip(team, { contract: rest, method: "PICKUP" });
      const list = await aBoxedList(team, slipId);
      await recordPickUp(team.clerk, await receiverOf(list), aKey());
    });
    const { register } = await contractNow(contract.id);
    expect(register).toMatchObject({
      shippingMethods: "快递 顺丰速运 SF1234567890123；自提",
      shippedDates: "2026-11-23、2026-11-25",
    });
    expect(register?.lastShippedOn?.toISOString().slice(0, 10)).toBe("2026-11-25");
  });

  it("[R1.2.2-i] of two lists on one waybill: both slips ship, freight is told once", () =>
    today(async () => {
      const team = await aShippingTeam();
      const lists = await twoBoxedLists(team);
      const id = await aNotifiedWaybill(team, lists);
      const values = { ...(await handOverValues(id)), freightAmount: "25.00" };
      await handOver(team.keeper, values, aKey());
      const logs = await db.shippingLogEntry.findMany({
        where: { waybillId: id },
        orderBy: { seq: "asc" },
      });
      expect(logs).toHaveLength(2);
      expect(logs.flatMap(({ freightAmount }) => freightAmount?.toFixed(2) ?? [])).toEqual([
        "25.00",
      ]);
      expect((logs[1]?.seq ?? 0) - (logs[0]?.seq ?? 0)).toBe(1);
    }));

  it("[R1.2.2-i] a number of unusual shape or used before is only told; none at all is refused", () =>
    today(async () => {
      const team = await aShippingTeam();
      const used = await aShipment(team);
      const { waybillNo } = await seenWaybill(used.waybillId);
      const id = await aNotifiedWaybill(team, [await aBoxedList(team, await anIssuedSlip(team))]);
      for (const typed of ["123", "单号不清楚了呢"]) {
        await expect(
          handOver(team.clerk, await handOverValues(id, typed), aKey()),
        ).rejects.toMatchObject({
          issues: [{ path: "waybillNo", code: "dispatch.waybill_no_malformed" }],
        });
      }
      expect(await handOver(team.clerk, await handOverValues(id, waybillNo), aKey())).toEqual({
        warnings: ["DUPLICATE"],
      });
      const odd = await aNotifiedWaybill(team, [await aBoxedList(team, await anIssuedSlip(team))]);
      expect(await handOver(team.clerk, await handOverValues(odd, "AB-12345"), aKey())).toEqual({
        warnings: ["UNUSUAL_SHAPE"],
      });
    }));

  it("[R1.2.2-i][R1.2.3-a] is all or nothing: while a reversal is asked for, nothing is written", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await anIssuedSlip(team);
      const list = await aBoxedList(team, slipId);
      const id = await aNotifiedWaybill(team, [list]);
      const ask = { ...(await slipRef(slipId)), comment: "发错批次" };
      const { reversalId } = await requestReversal(team.keeper, ask, aKey());
      await expect(handOver(team.clerk, await handOverValues(id), aKey())).rejects.toMatchObject({
        code: "shipping.reversal_pending",
      });
      expect((await seenWaybill(id)).status).toBe("NOTIFIED");
      expect(await db.shippingLogEntry.count({ where: { slipId } })).toBe(0);

      const decision = { reversalId, rowVersion: 1, decision: "AGREE" as const, comment: "" };
      await decideReversal(team.chief, decision, aKey());
      expect(await seenPacking(list)).toMatchObject({ status: "VOIDED" });
      expect(await seenWaybill(id)).toMatchObject({ status: "VOIDED" });
      await expect(handOver(team.clerk, await handOverValues(id), aKey())).rejects.toMatchObject({
        code: "dispatch.wrong_status",
      });
      expect([await openItems(list), await openItems(id)]).toEqual([[], []]);
    }));

  it("[R1.2.2-i] eight who hand the same parcel over: it leaves once", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await anIssuedSlip(team);
      const id = await aNotifiedWaybill(team, [await aBoxedList(team, slipId)]);
      const values = await handOverValues(id);
      const rivals = await Promise.allSettled(
        Array.from({ length: 8 }, () => handOver(team.clerk, values, aKey())),
      );
      expect(rivals.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.shippingLogEntry.count({ where: { slipId } })).toBe(1);
    }));
});

describe("after the hand-over", () => {
  it("the courier's report is recorded, a problem can still be signed for", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { waybillId } = await aShipment(team);
      const track = async (outcome: "SIGNED" | "EXCEPTION" | "RETURNED", note: string) =>
        trackWaybill(
          team.clerk,
          { ...(await waybillRef(waybillId)), outcome, signedByName: note, exception: note },
          aKey(),
        );
      await expect(track("EXCEPTION", "")).rejects.toMatchObject({
        issues: [{ path: "exception", code: "common.required" }],
      });
      await track("EXCEPTION", "外箱破损");
      await track("SIGNED", "门卫");
      expect(await seenWaybill(waybillId)).toMatchObject({
        status: "SIGNED",
        signedByName: "门卫",
        exception: "外箱破损",
      });
      await expect(track("RETURNED", "拒收")).rejects.toMatchObject({
        code: "dispatch.wrong_status",
      });
    }));

  it("a wrong number is corrected with its reason, in the shipping log too", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { waybillId, slipId } = await aShipment(team);
      const values = {
        ...(await waybillRef(waybillId)),
        waybillNo: "SF9999999999999",
        courierContact: "小李",
        remark: "",
        reason: "扫错一位",
      };
      await correctWaybill(team.clerk, values, aKey());
      expect((await logOf(slipId)).waybillNo).toBe("SF9999999999999");
      const event = await db.auditEvent.findFirstOrThrow({
        where: { subjectId: waybillId, type: "waybill.corrected" },
      });
      expect(event.details).toMatchObject({
        reason: "扫错一位",
        waybillNo: { before: "SF1234567890123", after: "SF9999999999999" },
      });
      await expect(correctWaybill(team.clerk, values, aKey())).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
      const draft = await aWaybill(team, [await aBoxedList(team, await anIssuedSlip(team))]);
      await expect(
        correctWaybill(team.clerk, { ...values, ...(await waybillRef(draft)) }, aKey()),
      ).rejects.toMatchObject({ code: "dispatch.nothing_to_correct" });
    }));
});

async function receiverOf(list: string) {
  return {
    ...(await packingRef(list)),
    receiverName: "赵强",
    receiverIdNo: "210202199001011234",
    receiverPhone: "13900000000",
    vehicleNo: "辽B12345",
  };
}

describe("without a courier (rules 5.6)", () => {
  it("[R1.2.2-i][R1.2.3-a] picked-up goods are shipped when the receiver has signed", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await anIssuedSlip(team, { method: "PICKUP" });
      const list = await aBoxedList(team, slipId);
      const depart = { ...(await packingRef(list)), driverName: "老刘", vehicleNo: "辽B1" };
      await expect(recordDeparture(team.keeper, depart, aKey())).rejects.toMatchObject({
        code: "dispatch.needs_courier",
      });
      await recordPickUp(team.keeper, await receiverOf(list), aKey());
      expect(await seenSlip(slipId)).toMatchObject({
        status: "SHIPPED",
        receiverName: "赵强",
        vehicleNo: "辽B12345",
      });
      const signature = await db.signature.findFirstOrThrow({
        where: { subjectId: slipId, step: "RECEIVED" },
      });
      expect(signature).toMatchObject({ comment: "赵强", signedByName: team.keeper.name });
      const log = await logOf(slipId);
      expect(log).toMatchObject({
        deliveryMethod: "PICKUP",
        waybillId: null,
        carrier: "",
        waybillNo: "",
      });
      expect(await openItems(log.id)).toEqual(["shipment.confirm_receipt"]);
      await expect(recordPickUp(team.keeper, await receiverOf(list), aKey())).rejects.toMatchObject(
        { code: "dispatch.already_shipped" },
      );
    }));

  it("[R1.2.2-i][R1.2.3-a] our own car: shipped when the keeper records the departure, by nobody else", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await anIssuedSlip(team, { method: "DELIVERY" });
      const list = await aBoxedList(team, slipId);
      const values = { ...(await packingRef(list)), driverName: "老刘", vehicleNo: "辽B12345" };
      await expect(recordDeparture(team.clerk, values, aKey())).rejects.toMatchObject({
        code: "dispatch.keeper_records_departure",
      });
      await expect(
        recordDeparture(team.keeper, { ...values, rowVersion: 1 }, aKey()),
      ).rejects.toMatchObject({ code: "common.changed_meanwhile" });
      await recordDeparture(team.keeper, values, aKey());
      expect((await seenSlip(slipId)).status).toBe("SHIPPED");
      expect(await logOf(slipId)).toMatchObject({
        deliveryMethod: "DELIVERY",
        waybillId: null,
        carrier: "本厂车 辽B12345 老刘",
      });
      await expect(
        voidPacking(team.clerk, { ...(await packingRef(list)), reason: "写错" }, aKey()),
      ).rejects.toMatchObject({ code: "dispatch.not_handed_over" });
    }));

  it("not before boxing", () =>
    today(async () => {
      const team = await aShippingTeam();
      const list = await aPackingDraft(team, await anIssuedSlip(team, { method: "PICKUP" }));
      await expect(recordPickUp(team.clerk, await receiverOf(list), aKey())).rejects.toMatchObject({
        code: "dispatch.not_boxed",
      });
    }));
});
