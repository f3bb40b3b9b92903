import { calendarDate, toDbDate } from "@/lib/core/calendar-date";
import type { ProductFormValues } from "@/lib/products/schema";
import { db } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { buildSearchText } from "@/lib/server/search-text";

let count = 0;

type ProductOptions = {
  name?: string;
  spec?: string;
  drawingNo?: string;
  productCode?: string;
  unit?: string;
  listPrice?: string;
  isStandard?: boolean;
  isTool?: boolean;
  /** Null: never made, so a line of it is class C. */
  firstProducedOn?: string | null;
  packs?: { unit: string; factor: string }[];
  active?: boolean;
};

/** The units that the products of tests are counted in. */
export async function createUnits() {
  const names = ["支", "片", "件", "盒", "把"];
  await db.unit.createMany({
    data: [
      ...names.map((name, sortNo) => ({ name, sortNo })),
      { name: "kg", allowFraction: true, sortNo: 9 },
    ],
    skipDuplicates: true,
  });
}

/** A standard product that has been made before, with a price: ready to be ordered and shipped. */
export async function createProduct(options: ProductOptions = {}) {
  count += 1;
  const number = String(count).padStart(4, "0");
  const {
    name = "硬质合金立铣刀",
    spec = `φ10×22×72-4F-${number}`,
    drawingNo = options.isStandard === false ? `T-${number}` : "",
    productCode = `XT-${process.pid % 1000}-${number}`,
    firstProducedOn = "2024-01-05",
    packs = [],
  } = options;
  return db.product.create({
    data: {
      id: newId(),
      productCode,
      name,
      spec,
      drawingNo,
      category: "MILL",
      unit: options.unit ?? "支",
      listPrice: options.listPrice ?? "50.0000",
      isStandard: options.isStandard ?? true,
      isTool: options.isTool ?? false,
      firstProducedOn: firstProducedOn === null ? null : toDbDate(calendarDate(firstProducedOn)),
      active: options.active ?? true,
      searchText: buildSearchText({
        codes: [productCode, drawingNo],
        names: [name],
        others: [spec],
      }),
      createdById: newId(),
      packs: { create: packs },
    },
    include: { packs: true },
  });
}

/** The form of a new product, filled in so that a clerk can save it. */
export function aProductForm(changes: Partial<ProductFormValues> = {}): ProductFormValues {
  count += 1;
  return {
    id: null,
    rowVersion: null,
    name: "直柄麻花钻",
    category: "DRILL",
    spec: `φ8.5 x${count}`,
    drawingNo: "",
    drawingRev: "",
    material: "高速钢 HSS",
    coating: "",
    accuracyGrade: "",
    shank: "",
    brand: "",
    unit: "支",
    packs: [],
    isStandard: true,
    firstProducedOn: null,
    isTool: false,
    qualityStandard: "",
    listPrice: "",
    minStock: "",
    maxStock: "",
    leadTimeDays: "",
    specialistId: null,
    remark: "",
    ...changes,
  };
}
