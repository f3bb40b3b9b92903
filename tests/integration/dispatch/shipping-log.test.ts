import { expect, it } from "vitest";
import { emptyListState } from "@/lib/core/list-state";
import { logScope } from "@/lib/dispatch/dispatch-lists";
import { shippingLogRegister } from "@/lib/dispatch/shipping-log-list";
import { db } from "@/lib/server/db";
import { listPage } from "@/lib/server/list-query";
import { aShipment } from "@/tests/factories/dispatch";
import { aShippableContract, aShippingTeam } from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";

it("[R1.2.3-a] the shipping log lists every product with its quantity, and whether the invoice went along", () =>
  at("2026-11-23", async () => {
    const team = await aShippingTeam();
    const contract = await aShippableContract(team, {
      lines: [
        { quantity: "10", price: "100" },
        { quantity: "6", price: "20", changes: { productName: "机用丝锥" } },
      ],
    });
    const { slipId } = await aShipment(team, { contract, quantities: ["4", "6"] });
    const { noticeId } = await db.outboundSlip.findUniqueOrThrow({ where: { id: slipId } });
    await db.shippingNotice.update({
      where: { id: noticeId ?? "" },
      data: { invoiceWithGoods: true },
    });
    const state = { ...emptyListState, q: contract.contractNo ?? "" };
    const actor = team.clerk;
    const { rows } = await listPage(shippingLogRegister, { actor, state, scope: logScope(actor) });
    expect(rows).toHaveLength(1);
    const [row] = rows;
    expect(row?.invoiceWithGoods).toBe(true);
    expect(String(row?.goods).split("；")).toEqual([
      expect.stringMatching(/ 4支$/),
      expect.stringMatching(/ 6支$/),
    ]);
  }));
