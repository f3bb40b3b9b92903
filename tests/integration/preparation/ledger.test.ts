import { describe, expect, it } from "vitest";
import { signOrder } from "@/lib/preparation/decide-preparation";
import { releaseReserved } from "@/lib/preparation/release-reserved";
import { db, transact } from "@/lib/server/db";
import { cancelNotice } from "@/lib/shipping/cancel-notice";
import { issueNotice } from "@/lib/shipping/issue-notice";
import { bindReceived } from "@/lib/stock/bind-received";
import { createContract, goodsLine } from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";
import {
  aMixedContract,
  anIssuedPreparation,
  aPreparedOrder,
  aSubmittedPreparation,
  preparationRefOf,
  reservationsOf,
  seenPreparation,
  signPreparationOf,
} from "@/tests/factories/preparation";
import { createProduct } from "@/tests/factories/products";
import {
  aDraftNotice,
  anApprovedSlip,
  anIssuedNotice,
  aPostedSlip,
  aShippableContract,
  aShippingTeam,
  contractNow,
  noticeRef,
  openItems,
  post,
  type ShippingTeam,
  seenNotice,
  tryToIssue,
} from "@/tests/factories/shipping";
import { balanceOf, q, stockUp } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

const orderOf = (productId: string) => ({
  verbalReason: "OTHER" as const,
  formReason: "老客户",
  lines: [goodsLine(productId, { quantity: "10", unitPrice: "5" })],
});

async function cancel(team: ShippingTeam, noticeId: string) {
  const input = { ...(await noticeRef(noticeId)), comment: "改期" };
  return cancelNotice(team.chief, input, aKey());
}

/** Goods from the workshop, taken in and bound as a production receipt does. */
async function receiveMade(contract: { id: string }, quantity: string) {
  const { lines } = await contractNow(contract.id);
  const [line] = lines;
  const productId = line?.productId ?? "";
  const { slipId } = await stockUp({ productId, quantity, batchNo: "P1" });
  const inbound = await db.inboundLine.findFirstOrThrow({ where: { inboundSlipId: slipId } });
  await transact(async (tx) => {
    await bindReceived(tx, [
      {
        contractId: contract.id,
        contractLineId: line?.id ?? "",
        productId,
        batchNo: "P1",
        binCode: "A-01",
        quantity: q(quantity),
        sourceType: "inbound_slip",
        sourceLineId: inbound.id,
      },
    ]);
    await tx.$executeRaw`
      update contract_line set produced_qty = produced_qty + ${quantity}::numeric where id = ${line?.id}::uuid`;
  });
}

describe("a notice of a mixed contract", () => {
  it("[R1.1.3-P] waits for the preparation order, and says which one", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      await expect(aDraftNotice(team, contract, ["40"])).rejects.toMatchObject({
        issues: [{ code: "shipping.preparation_missing", details: { unprepared: "40" } }],
      });
      const { docNo } = await seenPreparation(await anIssuedPreparation(team, contract));
      await expect(aDraftNotice(team, contract, ["40"])).rejects.toMatchObject({
        issues: [{ code: "shipping.not_prepared", details: { by: docNo, available: "0" } }],
      });
    }));

  it("[R1.1.3-P] takes over what was prepared, and gives it back when it is cancelled", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      await aPreparedOrder(team, contract);
      const noticeId = await anIssuedNotice(team, contract, ["25"]);
      expect(await reservationsOf(contract.id)).toEqual([
        "preparation_order ACTIVE 15",
        "shipping_notice ACTIVE 25",
      ]);
      const productId = contract.lines[0]?.productId ?? "";
      expect(await balanceOf(productId)).toEqual({ onHand: "40", reserved: "40" });

      await cancel(team, noticeId);
      expect(await reservationsOf(contract.id)).toEqual(["preparation_order ACTIVE 40"]);
      expect(await balanceOf(productId)).toEqual({ onHand: "40", reserved: "40" });
    }));

  it("[R1.1.3-B3] ships prepared and produced goods together; each goes back to what bound it", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      await aPreparedOrder(team, contract);
      await receiveMade(contract, "60");
      const noticeId = await anIssuedNotice(team, contract, ["100"]);
      expect(await reservationsOf(contract.id)).toEqual(["shipping_notice ACTIVE 100"]);
      await cancel(team, noticeId);
      expect(await reservationsOf(contract.id)).toEqual([
        "inbound_slip ACTIVE 60",
        "preparation_order ACTIVE 40",
      ]);
    }));

  it("binds the rest freshly where only a part was prepared", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      await anIssuedPreparation(team, contract, ["4"]);
      const noticeId = await anIssuedNotice(team, contract);
      expect(await reservationsOf(contract.id)).toEqual(["shipping_notice ACTIVE 10"]);
      await cancel(team, noticeId);
      expect(await reservationsOf(contract.id)).toEqual([
        "preparation_order ACTIVE 4",
        "shipping_notice RELEASED 6",
      ]);
    }));

  it("[R1.2.2-c] uses the order up with the last slip; a red slip opens it again", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await aPreparedOrder(team, contract);
      const first = await anIssuedNotice(team, contract, ["15"]);
      await aPostedSlip(team, first);
      expect((await seenPreparation(id)).status).toBe("PREPARED");
      const second = await anIssuedNotice(team, await contractNow(contract.id), ["25"]);
      await aPostedSlip(team, second);
      expect((await seenPreparation(id)).status).toBe("CONSUMED");
      expect(await balanceOf(contract.lines[0]?.productId ?? "")).toEqual({
        onHand: "0",
        reserved: "0",
      });
    }));
});

describe("reserved goods", () => {
  /** Two contracts for the same product, the second one with nothing left. */
  async function twoContracts(team: ShippingTeam) {
    const { id } = await createProduct();
    await stockUp({ productId: id, quantity: "10" });
    const order = orderOf(id);
    const first = await createContract({ status: "EXECUTING", ...team, order });
    // What the first was promised is bound by nothing yet: both may think it theirs.
    await db.stockDemand.deleteMany({ where: { contractId: first.id } });
    const second = await createContract({ status: "EXECUTING", ...team, order });
    await db.stockDemand.deleteMany({ where: { contractId: second.id } });
    return { productId: id, first, second };
  }

  it("[R1.1.3-P] of one contract cannot be taken by another", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { first, second } = await twoContracts(team);
      await anIssuedPreparation(team, first);
      const noticeId = await aDraftNotice(team, second);
      const { outcome, failing } = await tryToIssue(team, noticeId);
      expect([outcome, failing]).toEqual(["HELD", ["G4_GOODS"]]);
      expect(await reservationsOf(second.id)).toEqual([]);
      // The contract's own reservation does not stand in its way.
      expect((await tryToIssue(team, await aDraftNotice(team, first))).outcome).toBe("ISSUED");
    }));

  it("go to exactly one of two contracts that reserve the last pieces at once", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { productId, first, second } = await twoContracts(team);
      const ids = [
        await aSubmittedPreparation(team, first),
        await aSubmittedPreparation(team, second),
      ];
      const refs = await Promise.all(ids.map(preparationRefOf));
      // Six tries for two orders: with two rivals a missing lock would often go unnoticed.
      const tries = await Promise.allSettled(
        [0, 1, 0, 1, 0, 1].map((index) =>
          signOrder(team.chief, { ...(refs[index] ?? refs[0]), comment: "" } as never, aKey()),
        ),
      );
      expect(tries.filter(({ status }) => status === "fulfilled").length).toBe(1);
      expect(await balanceOf(productId)).toEqual({ onHand: "10", reserved: "10" });
      const statuses = await Promise.all(ids.map(async (id) => (await seenPreparation(id)).status));
      expect(statuses.sort()).toEqual(["ISSUED", "PENDING_CHIEF"]);
    }));

  it("go to exactly one when the chief's signature meets another contract's notice", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { productId, first, second } = await twoContracts(team);
      const order = await aSubmittedPreparation(team, first);
      const notice = await noticeRef(await aDraftNotice(team, second));
      const seen = { ...(await preparationRefOf(order)), comment: "" };
      const outcomes = await Promise.all([
        signOrder(team.chief, seen, aKey()).then(
          () => "bound",
          () => "refused",
        ),
        issueNotice(team.clerk, notice, aKey()).then(
          ({ outcome }) => (outcome === "ISSUED" ? "bound" : "refused"),
          () => "refused",
        ),
      ]);
      expect(outcomes.sort()).toEqual(["bound", "refused"]);
      expect(await balanceOf(productId)).toEqual({ onHand: "10", reserved: "10" });
    }));

  it("[R1.2.2-c] taken over are consumed by the slip and restored for the same notice by the red slip", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      await aPreparedOrder(team, contract);
      const noticeId = await anIssuedNotice(team, contract, ["40"]);
      const slipId = await anApprovedSlip(team, noticeId);
      await post(team, slipId);
      const rows = await db.stockReservation.findMany({ where: { contractId: contract.id } });
      expect(rows.map(({ status, boundByType }) => [status, boundByType])).toEqual([
        ["CONSUMED", "preparation_order"],
      ]);
      expect((await seenNotice(noticeId)).status).toBe("CLOSED");
    }));
});

describe("the chief's release", () => {
  async function activeIds(contractId: string) {
    const rows = await db.stockReservation.findMany({ where: { contractId, status: "ACTIVE" } });
    return rows.map(({ id }) => id);
  }

  it("frees what an order had bound, takes it off the order and tells the clerk", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      const id = await aPreparedOrder(team, contract);
      const input = { reservationIds: await activeIds(contract.id), comment: "先给急件" };
      await releaseReserved(team.chief, input, aKey());

      expect(await reservationsOf(contract.id)).toEqual(["preparation_order RELEASED 40"]);
      const order = await seenPreparation(id);
      expect([order.lines[0]?.preparedQty, order.lines[0]?.releasedQty].map(String)).toEqual([
        "0",
        "40",
      ]);
      const [line] = (await contractNow(contract.id)).lines;
      expect([line?.orderedPrepQty, line?.preparedQty].map(String)).toEqual(["0", "0"]);
      expect(await openItems(contract.id)).toContain("contract.resplit");
      const row = await db.stockReservation.findFirst({ where: { contractId: contract.id } });
      expect(row?.releaseReason).toBe("先给急件");
    }));

  it("happens once, whoever clicks twice", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aMixedContract(team);
      await anIssuedPreparation(team, contract);
      const input = { reservationIds: await activeIds(contract.id), comment: "释放" };
      const tries = await Promise.allSettled(
        Array.from({ length: 6 }, () => releaseReserved(team.chief, input, aKey())),
      );
      expect(tries.filter(({ status }) => status === "fulfilled").length).toBe(1);
      const refused = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
      expect(new Set(refused)).toEqual(new Set(["stock.reservation_gone"]));
      expect(await balanceOf(contract.lines[0]?.productId ?? "")).toEqual({
        onHand: "40",
        reserved: "0",
      });
      const [line] = (await contractNow(contract.id)).lines;
      expect(line?.orderedPrepQty.toString()).toBe("0");
    }));

  it("is refused for goods on a notice and to everybody but the chief", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      await anIssuedNotice(team, contract);
      const input = { reservationIds: await activeIds(contract.id), comment: "释放" };
      await expect(releaseReserved(team.chief, input, aKey())).rejects.toMatchObject({
        code: "stock.reserved_on_notice",
      });
      for (const role of ["CLERK", "WAREHOUSE_KEEPER", "FACTORY_DIRECTOR"] as const) {
        await expect(releaseReserved(await anActor(role), input, aKey())).rejects.toMatchObject({
          code: "common.forbidden",
        });
      }
      expect(await reservationsOf(contract.id)).toEqual(["shipping_notice ACTIVE 10"]);
    }));

  it("lets the other contract have the goods", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id: productId } = await createProduct();
      await stockUp({ productId, quantity: "10" });
      const order = orderOf(productId);
      const first = await createContract({ status: "EXECUTING", ...team, order });
      const orderId = await aSubmittedPreparation(team, first);
      await signPreparationOf(team, orderId);
      await releaseReserved(
        team.chief,
        { reservationIds: await activeIds(first.id), comment: "急件" },
        aKey(),
      );
      await db.stockDemand.deleteMany({ where: { contractId: first.id } });
      const second = await createContract({ status: "EXECUTING", ...team, order });
      expect((await tryToIssue(team, await aDraftNotice(team, second))).outcome).toBe("ISSUED");
      expect((await tryToIssue(team, await aDraftNotice(team, first))).outcome).toBe("HELD");
    }));
});
