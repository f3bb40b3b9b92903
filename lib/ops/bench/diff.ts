/**
 * Compares two versions of a contract with 200 lines in turns by the service and by hand, one pass over the same cells.
 * The last line is the result as JSON.
 */
import type { ContentLine, ContractContent } from "@/lib/contracts/content";
import { diffContent, type FieldChange } from "@/lib/contracts/diff";
import { median } from "./statistics.mjs";

const LINES = 200;
const ROUNDS = 300;
const WARM_UP = 100;
/** Every fifth line gets another quantity, every seventh another date. */
const EVERY_FIFTH = 5;
const EVERY_SEVENTH = 7;

export async function main(): Promise<void> {
  const before = version(0);
  const after = version(1);
  const times = { service: [] as number[], floor: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const service = timed(() => diffContent(before, after).lines.length);
    const floor = timed(() => changedLines(before, after));
    if (service.result !== floor.result) throw new Error("The two ways see different changes");
    if (round < 0) continue;
    times.service.push(service.ms);
    times.floor.push(floor.ms);
  }
  console.log(JSON.stringify({ service: median(times.service), floor: median(times.floor) }));
}

function timed(work: () => number): { ms: number; result: number } {
  const begun = performance.now();
  const result = work();
  return { ms: performance.now() - begun, result };
}

function version(step: 0 | 1): ContractContent {
  return {
    head: { form: "FORMAL", customerName: "大连宏达机械", totalAmount: String(1000 + step) },
    clauses: { qualityClause: "按国家标准执行" },
    instalments: [],
    lines: Array.from({ length: LINES }, (_, index) => line(index, step)),
  };
}

function line(index: number, step: 0 | 1): ContentLine {
  const quantity = index % EVERY_FIFTH === 0 ? 10 + step : 10;
  return {
    contractLineId: `line-${index}`,
    lineNo: index + 1,
    lineKind: "GOODS",
    productId: `product-${index % 40}`,
    productName: "硬质合金立铣刀",
    spec: `φ${index}×22×72-4F`,
    drawingNo: "",
    material: "K40UF",
    coating: "TiAlN",
    accuracyGrade: "h6",
    brand: "",
    unit: "支",
    quantity: String(quantity),
    packUnit: null,
    packQuantity: null,
    unitPrice: "86.5000",
    amount: (quantity * 86.5).toFixed(2),
    deliveryOn: index % EVERY_SEVENTH === 0 ? `2026-12-0${1 + step}` : "2026-12-01",
    supplyType: "STOCK",
    qtyFromStock: String(quantity),
    qtyToProduce: "0",
    lineRemark: "",
  };
}

/** The floor: lines by their id, cell by cell, each difference kept. */
function changedLines(before: ContractContent, after: ContractContent): number {
  const old = new Map(before.lines.map((row) => [row.contractLineId, row]));
  const changes: FieldChange[][] = [];
  for (const now of after.lines) {
    const was = old.get(now.contractLineId);
    if (!was) continue;
    const fields: FieldChange[] = [];
    for (const field of Object.keys(now) as (keyof ContentLine)[]) {
      const [a, b] = [was[field], now[field]];
      if (field !== "lineNo" && a !== b)
        fields.push({ field, before: String(a), after: String(b) });
    }
    if (fields.length > 0) changes.push(fields);
  }
  return changes.length;
}
