import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { emptyListState } from "@/lib/core/list-state";
import { decideStandard, setProductActive } from "@/lib/products/decide-standard";
import { listProducts } from "@/lib/products/product-list";
import { findProduct, getProductsForLines } from "@/lib/products/queries";
import { saveProduct } from "@/lib/products/save-product";
import { type ProductFormValues, saveProductInput } from "@/lib/products/schema";
import { searchProducts } from "@/lib/products/search";
import { db } from "@/lib/server/db";
import { auditTypesOf } from "../../factories/customers";
import { aKey, anActor } from "../../factories/people";
import { aProductForm, createProduct, createUnits } from "../../factories/products";
import { at } from "../../support/clock";

const TODAY = "2026-11-23";
const save = (actor: Actor, form: ProductFormValues) =>
  saveProduct(actor, saveProductInput.parse(form), aKey());
beforeAll(createUnits);

describe("the product list (conventions 4.13)", () => {
  it("takes a product with one spelling of its spec and draws a code", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const { id, productCode } = await save(
        clerk,
        aProductForm({ spec: " φ１０x22*72-4F ", packs: [{ unit: "盒", factor: "10" }] }),
      );
      expect(productCode).toMatch(/^XD-\d{4}$/);
      expect(await findProduct(clerk, id)).toMatchObject({
        spec: "φ10×22×72-4F",
        packs: [{ unit: "盒", factor: "10" }],
        isStandard: true,
        isTool: false,
        firstProducedOn: null,
        listPrice: null,
      });
      expect(await auditTypesOf(id)).toEqual(["product.created"]);
    }));

  it("names what is wrong: drawing, packs, units, stock bounds", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const issues = (form: ProductFormValues) =>
        saveProductInput.safeParse(form).error?.issues.map(({ message }) => message) ?? [];
      expect(issues(aProductForm({ isStandard: false }))).toEqual(["products.drawing_missing"]);
      expect(issues(aProductForm({ packs: [{ unit: "支", factor: "10" }] }))).toEqual([
        "products.pack_unit_twice",
      ]);
      expect(issues(aProductForm({ packs: [{ unit: "盒", factor: "0" }] }))).toEqual([
        "products.factor_not_positive",
      ]);
      expect(issues(aProductForm({ minStock: "9", maxStock: "8" }))).toEqual([
        "products.stock_bounds_reversed",
      ]);
      expect(issues(aProductForm({ listPrice: "1.23456" }))).toEqual(["common.price_malformed"]);
      await expect(save(clerk, aProductForm({ unit: "桶" }))).rejects.toMatchObject({
        code: "products.unit_unknown",
      });
      const half = aProductForm({ packs: [{ unit: "盒", factor: "2.5" }] });
      await expect(save(clerk, half)).rejects.toMatchObject({ code: "products.factor_not_whole" });
    }));

  it("has each product once", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const form = aProductForm({ spec: "M8x1.25 H2" });
      const { productCode } = await save(clerk, form);
      await expect(save(clerk, { ...form, spec: "M8×1.25  H2" })).rejects.toMatchObject({
        code: "products.same_product_is",
        details: { code: productCode },
      });
      const rivals = await Promise.allSettled(
        Array.from({ length: 6 }, () => save(clerk, aProductForm({ spec: "R3×6×50" }))),
      );
      expect(rivals.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      expect(await db.product.count({ where: { spec: "R3×6×50" } })).toBe(1);
    }));

  it("leaves prices and tools to the chief, standard and specialist to chief and technicians", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const chief = await anActor("SECTION_CHIEF");
      const technical = await anActor("TECHNICAL");
      const keeper = await anActor("WAREHOUSE_KEEPER");
      const refusals = [
        [{ listPrice: "12.5" }, "products.price_reserved"],
        [{ isTool: true }, "products.tool_reserved"],
        [{ category: "TOOL" as const }, "products.tool_reserved"],
        [{ firstProducedOn: "2026-01-05" }, "products.standard_reserved"],
        [{ specialistId: technical.id }, "products.standard_reserved"],
      ] as const;
      for (const [changes, code] of refusals) {
        await expect(save(clerk, aProductForm(changes))).rejects.toMatchObject({ code });
      }
      expect(() => save(keeper, aProductForm())).toThrow("common.forbidden");
      expect(() => save(technical, aProductForm())).toThrow("common.forbidden");

      const form = aProductForm({ isStandard: false, drawingNo: "HX-7" });
      const { id } = await save(clerk, form);
      await save(chief, { ...form, id, rowVersion: 1, listPrice: "12.5", isTool: true });
      const priced = { ...form, id, rowVersion: 2, listPrice: "12.5000", isTool: true };
      await expect(save(clerk, { ...priced, isStandard: true })).rejects.toMatchObject({
        code: "products.standard_reserved",
      });
      await save(clerk, { ...priced, remark: "备注" });
      const decision = {
        id,
        rowVersion: 3,
        isStandard: true,
        firstProducedOn: "2026-02-03",
        specialistId: technical.id,
      };
      expect(() => decideStandard(clerk, decision, aKey())).toThrow("common.forbidden");
      await decideStandard(technical, decision, aKey());
      expect(await findProduct(chief, id)).toMatchObject({
        isStandard: true,
        firstProducedOn: "2026-02-03",
        specialistName: technical.name,
        listPrice: "12.5000",
      });
    }));

  it("shows prices to those who may see them only", () =>
    at(TODAY, async () => {
      const { id, spec } = await createProduct({ listPrice: "88.00" });
      const chief = await anActor("SECTION_CHIEF");
      expect((await findProduct(chief, id))?.levelPrices.length).toBeGreaterThan(0);
      for (const role of ["WAREHOUSE_KEEPER", "PRODUCTION", "TECHNICAL", "REVIEWER"] as const) {
        const actor = await anActor(role);
        const product = await findProduct(actor, id);
        expect([product?.listPrice, product?.levelPrices]).toEqual([null, []]);
        const [hit] = await searchProducts(actor, { text: spec });
        expect(hit).not.toHaveProperty("listPrice");
        const page = await listProducts(actor, emptyListState);
        expect(page.rows[0]).not.toHaveProperty("listPrice");
      }
      const keeper = await anActor("WAREHOUSE_KEEPER", { keeperSeesPrices: true });
      expect((await findProduct(keeper, id))?.listPrice).toBe("88.0000");
      expect((await listProducts(keeper, emptyListState)).rows[0]).toHaveProperty("listPrice");
    }));

  it("gives lines a snapshot with packs and the price level of the customer's category", () =>
    at(TODAY, async () => {
      await db.setting.create({
        data: {
          key: "priceFactors",
          value: {
            KEY: "0.90",
            GENERAL: "1.00",
            DEALER: "0.85",
            END_USER: "1.00",
            NEW: "1.00",
            TARGET: "1.00",
          },
          effectiveFrom: new Date("2026-01-01T00:00:00Z"),
        },
      });
      const { id } = await createProduct({
        listPrice: "12.3456",
        packs: [{ unit: "盒", factor: "10" }],
      });
      const dealer = (await getProductsForLines(db, [id], "DEALER")).get(id);
      expect(dealer).toMatchObject({
        packs: [{ unit: "盒", factor: "10" }],
        isStandard: true,
        firstProducedOn: "2024-01-05",
        listPrice: "12.3456",
        levelPrice: "10.4938",
      });
      expect((await getProductsForLines(db, [])).size).toBe(0);
    }));

  it("rests and comes back with a reason; nothing is deleted", () =>
    at(TODAY, async () => {
      const clerk = await anActor("CLERK");
      const { id, productCode } = await createProduct();
      const rest = { id, rowVersion: 1, active: false, comment: "停产" };
      await setProductActive(clerk, rest, aKey());
      expect(await searchProducts(clerk, { text: productCode })).toEqual([]);
      await expect(setProductActive(clerk, rest, aKey())).rejects.toMatchObject({
        code: "common.changed_meanwhile",
      });
      await setProductActive(clerk, { ...rest, rowVersion: 2, active: true }, aKey());
      expect(await searchProducts(clerk, { text: productCode })).toHaveLength(1);
    }));
});
