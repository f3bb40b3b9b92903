import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db";
import { anEffectiveChange } from "@/tests/factories/changes";
import {
  aBoxedList,
  aNotifiedWaybill,
  aPackingDraft,
  handedOver,
  seenPacking,
} from "@/tests/factories/dispatch";
import {
  anApprovedSlip,
  anIssuedNotice,
  aPostedSlip,
  aShippableContract,
  aShippingTeam,
  aSubmittedSlip,
  openItems,
  seenNotice,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

describe("papers that are open when a contract changes", () => {
  it("asks the holders of open papers to take note of it", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100", stock: "40" }],
      });
      const notice = await anIssuedNotice(team, contract, ["6"]);
      const id = await anEffectiveChange(team, contract.id, {
        lines: { 0: { quantity: "12" } },
        reason: "客户加订",
      });
      const rows = await db.acknowledgement.findMany({ where: { subjectId: id } });
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({ holder: "SHIPPING", paperId: notice, reason: "客户加订" });
      expect(rows[0]?.what).toContain("数量 10→12");
      expect(await openItems(rows[0]?.id ?? "")).toEqual(["acknowledgement.give"]);
    }));

  it("[Q38] asks keeper and shipping for what is signed, issued, packed and not handed over, and nobody for what has left", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "20", price: "100", stock: "40" }],
      });
      const posted = async () => aPostedSlip(team, await anIssuedNotice(team, contract, ["2"]));
      const notice = await anIssuedNotice(team, contract, ["2"]);
      const toIssue = await anApprovedSlip(team, notice);
      const toPack = await posted();
      const packing = await aPackingDraft(team, await posted());
      const boxed = await aBoxedList(team, await posted());
      const waybill = await aNotifiedWaybill(team, [boxed]);
      await handedOver(team, await posted());
      const other = await anIssuedNotice(team, contract, ["1"]);
      const toSign = await aSubmittedSlip(team, other);
      const id = await anEffectiveChange(team, contract.id, {
        lines: { 0: { deliveryOn: "2026-12-30" } },
      });
      const rows = await db.acknowledgement.findMany({ where: { subjectId: id } });
      const asked = rows.map(
        ({ holder, paperType, paperId }) => `${holder} ${paperType} ${paperId}`,
      );
      expect(asked.sort()).toEqual(
        [
          `SHIPPING shipping_notice ${notice}`,
          `SHIPPING shipping_notice ${other}`,
          `WAREHOUSE outbound_slip ${toIssue}`,
          `SHIPPING outbound_slip ${toSign}`,
          `WAREHOUSE outbound_slip ${toPack}`,
          `WAREHOUSE packing_list ${packing}`,
          `WAREHOUSE packing_list ${boxed}`,
          `SHIPPING waybill ${waybill}`,
        ].sort(),
      );
      const numberOf = (id: string) => rows.find(({ paperId }) => paperId === id)?.paperNo;
      // A list that is not boxed has no number yet and goes by its slip's; the parcel was called and has its own.
      expect(numberOf(packing)).toMatch(/^CK/);
      expect(numberOf(boxed)).toMatch(/^ZX/);
      expect(numberOf(waybill)).toMatch(/^YD/);
    }));

  it("takes the new address to the papers whose goods are still in the house, but not to those addressed otherwise", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100", stock: "40" }],
      });
      const consignee = {
        company: "沈阳北方透平机械有限公司",
        contactPerson: "李工",
        phone: "13900001111",
        address: "永丰路 9 号",
        postalCode: "",
      };
      const packed = await aPackingDraft(
        team,
        await aPostedSlip(team, await anIssuedNotice(team, contract, ["4"])),
      );
      const waiting = await anIssuedNotice(team, contract, ["3"]);
      const elsewhere = await anIssuedNotice(team, contract, ["1"]);
      const typed = { ...consignee, address: "别处 1 号" };
      await db.shippingNotice.update({
        where: { id: elsewhere },
        data: { consigneeSource: "TYPED", consignee: typed },
      });
      const id = await anEffectiveChange(team, contract.id, { head: { consignee } });
      expect((await seenPacking(packed)).consignee).toEqual(consignee);
      expect((await seenNotice(waiting)).consignee).toEqual(consignee);
      expect((await seenNotice(elsewhere)).consignee).toEqual(typed);
      const told = await db.acknowledgement.findFirst({ where: { subjectId: id } });
      expect(told?.what).toContain("→李工 13900001111 永丰路 9 号");
    }));
});
