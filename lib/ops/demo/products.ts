import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { saveProduct } from "@/lib/products/save-product";
import { type ProductCategory, saveProductInput } from "@/lib/products/schema";
import { db } from "@/lib/server/db";
import { postInbound } from "@/lib/stock/post-inbound";
import { saveInbound } from "@/lib/stock/save-inbound";
import { newKey } from "./keys";
import type { Staff } from "./people";

/** How well a product is usually in store: A contracts want plenty, B contracts little, C contracts are new. */
export type Supply = "PLENTY" | "SCARCE" | "NEW";
export type KnownProduct = {
  id: string;
  name: string;
  spec: string;
  unit: string;
  price: number;
  supply: Supply;
};

type Series = {
  name: string;
  category: ProductCategory;
  unit: string;
  material: string;
  coating: string;
  specs: readonly string[];
  price: number;
  pack?: readonly [unit: string, factor: string];
};

const SIZES = [3, 4, 5, 6, 8, 10, 12, 16, 20] as const;
const SERIES: readonly Series[] = [
  {
    name: "硬质合金立铣刀",
    category: "MILL",
    unit: "支",
    material: "硬质合金",
    coating: "TiAlN",
    specs: SIZES.flatMap((d) => [
      `φ${d}×${d * 2}×${d * 5 + 22}-4F`,
      `φ${d}×${d * 3}×${d * 6 + 30}-2F`,
    ]),
    price: 38,
  },
  {
    name: "球头铣刀",
    category: "MILL",
    unit: "支",
    material: "硬质合金",
    coating: "AlCrN",
    specs: SIZES.map((d) => `R${d / 2}×${d}×${d * 5 + 20}`),
    price: 52,
  },
  {
    name: "直柄麻花钻",
    category: "DRILL",
    unit: "支",
    material: "高速钢 HSS",
    coating: "TiN",
    specs: [2.5, 3.3, 4.2, 5, 6.8, 8.5, 10.2, 12, 14, 17.5].map((d) => `φ${d}`),
    price: 9,
  },
  {
    name: "锥柄麻花钻",
    category: "DRILL",
    unit: "支",
    material: "高速钢 HSS",
    coating: "",
    specs: [18, 20, 22, 25, 28, 32].map((d) => `φ${d} MT${d > 23 ? 3 : 2}`),
    price: 46,
  },
  {
    name: "机用丝锥",
    category: "TAP",
    unit: "支",
    material: "含钴 HSS-E",
    coating: "TiCN",
    specs: [
      "M3×0.5 H2",
      "M4×0.7 H2",
      "M5×0.8 H2",
      "M6×1 H2",
      "M8×1.25 H2",
      "M10×1.5 6H",
      "M12×1.75 6H",
      "M16×2 6H",
    ],
    price: 28,
  },
  {
    name: "可转位刀片",
    category: "INSERT",
    unit: "片",
    material: "硬质合金",
    coating: "AlTiN",
    specs: [
      "CNMG120408",
      "CNMG120404",
      "TNMG160408",
      "DNMG150608",
      "WNMG080408",
      "SNMG120408",
      "VNMG160404",
      "APMT1604PDER",
    ],
    price: 14,
    pack: ["盒", "10"],
  },
  {
    name: "机用铰刀",
    category: "REAMER",
    unit: "支",
    material: "高速钢 HSS",
    coating: "",
    specs: [6, 8, 10, 12, 14, 16, 18, 20].map((d) => `φ${d}H7`),
    price: 62,
  },
  {
    name: "外圆车刀杆",
    category: "TURNING",
    unit: "把",
    material: "40Cr",
    coating: "",
    specs: ["MCLNR2525M12", "MTJNR2525M16", "MWLNR2020K08", "PDJNR2525M15", "MVJNR2525M16"],
    price: 88,
  },
  {
    name: "内孔镗刀杆",
    category: "BORING",
    unit: "把",
    material: "40Cr",
    coating: "",
    specs: ["S20R-MCLNR09", "S25S-MCLNR12", "S16Q-SCLCR09", "S32T-MTUNR16"],
    price: 120,
  },
  {
    name: "弹簧夹头刀柄",
    category: "HOLDER",
    unit: "个",
    material: "20CrMnTi",
    coating: "",
    specs: ["BT40-ER32-100", "BT40-ER25-70", "BT50-ER32-100", "HSK63A-ER32-80", "BT30-ER20-60"],
    price: 160,
  },
  {
    name: "光滑塞规",
    category: "GAUGE",
    unit: "支",
    material: "GCr15",
    coating: "",
    specs: [8, 10, 12, 16, 20, 25].map((d) => `φ${d}H7`),
    price: 75,
  },
  {
    name: "圆板牙",
    category: "DIE",
    unit: "副",
    material: "9SiCr",
    coating: "",
    specs: ["M5×0.8", "M6×1", "M8×1.25", "M10×1.5", "M12×1.75"],
    price: 22,
  },
];

type Draft = { series: Series; spec: string; index: number };

/** The product list: made before and well stocked, some scarce, a few never made (class C). */
export async function fillProductList(staff: Staff, today: CalendarDate): Promise<KnownProduct[]> {
  const drafts: Draft[] = SERIES.flatMap((series) =>
    series.specs.map((spec, index) => ({ series, spec, index })),
  );
  const known: KnownProduct[] = [];
  for (const { series, spec, index } of drafts) {
    const price = Math.round(series.price * (1 + index * 0.22));
    const supply: Supply = index % 6 === 5 ? "SCARCE" : "PLENTY";
    known.push(await addProduct(staff, today, { series, spec, price, supply }));
  }
  const special: Series = {
    name: "非标成型铣刀",
    category: "MILL",
    unit: "支",
    material: "硬质合金",
    coating: "DLC",
    specs: [],
    price: 420,
  };
  for (let i = 1; i <= 150 - drafts.length; i += 1) {
    const spec = `按图 XD-F${String(i).padStart(3, "0")}`;
    known.push(
      await addProduct(staff, today, { series: special, spec, price: 380 + i * 15, supply: "NEW" }),
    );
  }
  return known;
}

type Entry = { series: Series; spec: string; price: number; supply: Supply };

async function addProduct(
  staff: Staff,
  today: CalendarDate,
  { series, spec, price, supply }: Entry,
): Promise<KnownProduct> {
  const isNew = supply === "NEW";
  const input = saveProductInput.parse({
    id: null,
    rowVersion: null,
    name: series.name,
    category: series.category,
    spec,
    drawingNo: isNew ? spec.replace("按图 ", "") : "",
    drawingRev: isNew ? "A" : "",
    material: series.material,
    coating: series.coating,
    accuracyGrade: "",
    shank: "",
    brand: "兴达",
    unit: series.unit,
    packs: series.pack ? [{ unit: series.pack[0], factor: series.pack[1] }] : [],
    isStandard: !isNew,
    firstProducedOn: isNew ? null : addDays(today, -800),
    isTool: false,
    qualityStandard: isNew ? "按图纸" : "GB/T",
    listPrice: String(price),
    minStock: supply === "PLENTY" ? "20" : "",
    maxStock: "",
    leadTimeDays: "15",
    specialistId: null,
    remark: "",
  });
  const { id } = await saveProduct(await staff.who("chief"), input, newKey());
  return { id, name: input.name, spec: input.spec, unit: series.unit, price, supply };
}

/** The keeper takes goods in (F27): opening balances at first, plain receipts from the workshop later. */
export async function takeIn(
  staff: Staff,
  inboundType: "OPENING" | "OTHER",
  receivedOn: CalendarDate,
  goods: readonly { productId: string; quantity: number; binCode: string }[],
): Promise<void> {
  const keeper = await staff.who("keeper");
  const { slipId } = await saveInbound(
    keeper,
    {
      slipId: null,
      rowVersion: null,
      inboundType,
      receivedOn,
      fromDepartment: "机加车间",
      deliveredBy: "郑海涛",
      remark: "",
      lines: goods.map(({ productId, quantity, binCode }) => ({
        productId,
        deliveredQty: Quantity.of(quantity),
        receivedQty: Quantity.of(quantity),
        batchNo: "",
        binCode,
        inspectionNo: "",
        inspectionResult: "QUALIFIED" as const,
        lineRemark: "",
      })),
    },
    newKey(),
  );
  const { rowVersion } = await db.inboundSlip.findUniqueOrThrow({
    where: { id: slipId },
    select: { rowVersion: true },
  });
  await postInbound(keeper, { slipId, rowVersion }, newKey());
}
