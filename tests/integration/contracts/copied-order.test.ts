import { describe, expect, it } from "vitest";
import { newOrder, savedOrder } from "@/lib/contracts/order-start";
import { db } from "@/lib/server/db";
import { createContract, goodsLine } from "@/tests/factories/contracts";
import { anActor } from "@/tests/factories/people";
import { createProduct, createUnits } from "@/tests/factories/products";
import { stockUp } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";

describe("an order copied from an earlier one", () => {
  it("[R1.1.2-a] keeps the old prices and says whose they are; the product's price is today's", async () => {
    const clerk = await anActor("CLERK");
    await createUnits();
    const { id: productId } = await createProduct({ listPrice: "90.0000" });
    await stockUp({ productId, quantity: "100" });
    const lines = [goodsLine(productId, { unitPrice: "86.5" })];
    const old = await at("2026-03-02", () =>
      createContract({ status: "EFFECTIVE", order: { lines } }),
    );
    await db.product.update({ where: { id: productId }, data: { listPrice: "95" } });
    const copy = await at("2026-11-23", () => newOrder(clerk, { form: "VERBAL", copyId: old.id }));
    expect(copy.copiedFrom).toEqual({ number: old.contractNo, on: "2026-03-02" });
    expect(copy.goods).toMatchObject([{ unitPrice: "86.50" }]);
    expect(Number.parseFloat(copy.goods[0]?.product?.price ?? "0")).toBeGreaterThan(86.5);
  });

  it("is told apart from a blank order and from a saved draft", async () => {
    const clerk = await anActor("CLERK");
    const draft = await at("2026-11-23", () => createContract({ clerk }));
    await at("2026-11-23", async () => {
      expect((await newOrder(clerk, { form: "VERBAL" })).copiedFrom).toBeNull();
      expect((await savedOrder(clerk, draft.id))?.copiedFrom).toBeNull();
    });
  });
});
