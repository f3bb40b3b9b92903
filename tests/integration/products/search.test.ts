import { describe, expect, it } from "vitest";
import { searchProducts } from "@/lib/products/search";
import { db } from "@/lib/server/db";
import { anActor } from "../../factories/people";
import { createProduct } from "../../factories/products";

describe("type-ahead for products", () => {
  it("finds by code, drawing, spec in any spelling, pinyin and initials; what was bought before comes first", async () => {
    const clerk = await anActor("CLERK");
    const mill = await createProduct({
      productCode: "XD-8001",
      name: "硬质合金球头铣刀",
      spec: "R7×6×50",
    });
    const drill = await createProduct({
      productCode: "XD-8002",
      name: "直柄麻花钻头",
      spec: "φ8.5",
    });
    const special = await createProduct({
      productCode: "XD-8003",
      name: "非标成型刀",
      spec: "按图",
      drawingNo: "HX-2026-18",
      isStandard: false,
    });
    const codes = async (text: string, preferredIds: string[] = []) =>
      (await searchProducts(clerk, { text, preferredIds })).map(({ productCode }) => productCode);
    expect(await codes("8002")).toEqual(["XD-8002"]);
    expect(await codes("xd-800")).toEqual(["XD-8003", "XD-8002", "XD-8001"]);
    expect(await codes("r7x6*50")).toEqual(["XD-8001"]);
    expect(await codes("Φ8.5 麻花")).toEqual(["XD-8002"]);
    expect(await codes("hx-2026-18")).toEqual(["XD-8003"]);
    expect(await codes("qtxd")).toEqual(["XD-8001"]);
    expect(await codes("yzhjqtxd")).toEqual(["XD-8001"]);
    expect(await codes("mahua")).toEqual(["XD-8002"]);
    expect((await codes("xd-800", [mill.id]))[0]).toBe("XD-8001");
    await db.product.update({
      where: { id: special.id },
      data: { drawingRev: "B", accuracyGrade: "h6" },
    });
    const [hit] = await searchProducts(clerk, { text: "hx-2026-18" });
    expect(hit, "what a review's line is filled from").toMatchObject({
      drawingNo: "HX-2026-18",
      drawingRev: "B",
      accuracyGrade: "h6",
    });
    expect((await codes("", [special.id, drill.id])).slice(0, 2)).toEqual(["XD-8003", "XD-8002"]);
  });
});
