import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { type CountedCell, wholePieceIssues } from "@/lib/settings/whole-pieces";
import { lockPacking, unequalLines, type WholePacking } from "./packing-load";
import type { SavePackingInput, TickLineInput } from "./schema";

/**
 * Divides what was issued over boxes. Ticks of lines that stay the same stay; changed lines must be checked again.
 * Throws `common.invalid_input` naming the line, `dispatch.packed_differs` when the sum is not what was issued.
 */
export function savePacking(
  actor: Actor,
  input: SavePackingInput,
  key: IdempotencyKey,
): Promise<{ rowVersion: number }> {
  return transactOnce({ key, actor, action: "packing.save", input }, async (tx) => {
    const packing = await lockPacking(tx, input.packingListId);
    assertDraft(packing);
    const issues = [
      ...lineIssues(packing, input),
      ...(await wholePieceIssues(tx, packedCells(packing, input))),
    ];
    if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
    await raiseVersion(tx, input, {
      boxCount: input.boxes.length,
      enclosedDocs: input.enclosedDocs,
      remark: input.remark,
    });
    await replaceContents(tx, packing, input);
    const saved = await lockPacking(tx, input.packingListId);
    const [unequal] = unequalLines(saved);
    if (unequal) {
      throw new DomainError("dispatch.packed_differs", {
        product: unequal.productName,
        issued: unequal.issued.toString(),
        packed: unequal.packed.toString(),
      });
    }
    await recordAudit(tx, actor, {
      type: "packing.saved",
      subjectType: "packing_list",
      subjectId: packing.id,
      details: { boxCount: input.boxes.length },
    });
    return { rowVersion: input.rowVersion + 1 };
  });
}

function lineIssues(packing: WholePacking, { lines, boxes }: SavePackingInput): FieldIssue[] {
  const known = new Set(packing.slip.lines.map(({ id }) => id));
  return lines.flatMap(({ slipLineId, boxNo }, i): FieldIssue[] => [
    ...(known.has(slipLineId)
      ? []
      : [{ path: `lines.${i}.slipLineId`, code: "dispatch.line_unknown" }]),
    ...(boxNo <= boxes.length ? [] : [{ path: `lines.${i}.boxNo`, code: "dispatch.box_unknown" }]),
  ]);
}

function packedCells({ slip }: WholePacking, { lines }: SavePackingInput): CountedCell[] {
  const units = new Map(slip.lines.map(({ id, unit }) => [id, unit]));
  return lines.map(({ slipLineId, packedQty }, i) => ({
    path: `lines.${i}.packedQty`,
    unit: units.get(slipLineId) ?? "",
    quantity: Quantity.of(packedQty),
  }));
}

/** A boxed or voided list stays as it is. */
function assertDraft({ status }: WholePacking): void {
  if (status !== "DRAFT") throw new DomainError("dispatch.wrong_status");
}

/** Compare-and-set on what was on the screen, drafts only. */
async function raiseVersion(
  tx: Tx,
  at: { packingListId: string; rowVersion: number },
  data: { boxCount?: number; enclosedDocs?: string[]; remark?: string } = {},
): Promise<void> {
  const { count } = await tx.packingList.updateMany({
    where: { id: at.packingListId, status: "DRAFT", rowVersion: at.rowVersion },
    data: { ...data, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}

async function replaceContents(
  tx: Tx,
  packing: WholePacking,
  { boxes, lines }: SavePackingInput,
): Promise<void> {
  const { id: packingListId } = packing;
  await tx.packingBox.deleteMany({ where: { packingListId } });
  await tx.packingBox.createMany({
    data: boxes.map((box, i) => ({ ...box, packingListId, boxNo: i + 1 })),
  });
  await tx.packingLine.deleteMany({ where: { packingListId } });
  const slipLines = new Map(packing.slip.lines.map((line) => [line.id, line]));
  await tx.packingLine.createMany({
    data: lines.map((line, i) => {
      const source = slipLines.get(line.slipLineId);
      const before = packing.lines.find(
        (old) =>
          old.slipLineId === line.slipLineId &&
          old.boxNo === line.boxNo &&
          Quantity.of(old.packedQty).equals(Quantity.of(line.packedQty)),
      );
      const sample = packing.lines.find(({ slipLineId }) => slipLineId === line.slipLineId);
      return {
        packingListId,
        lineNo: i + 1,
        ...line,
        productCode: source?.productCode ?? "",
        productName: source?.productName ?? "",
        spec: source?.spec ?? "",
        drawingNo: source?.drawingNo ?? "",
        unit: source?.unit ?? "",
        contractQty: sample?.contractQty ?? source?.requestedQty ?? 0,
        checkedAt: before?.checkedAt ?? null,
        checkedById: before?.checkedById ?? null,
      };
    }),
  });
}

/** One line compared with the goods in hand: ticked, or the tick taken back (R1.2.2-f). */
export function tickLine(
  actor: Actor,
  input: TickLineInput,
  key: IdempotencyKey,
): Promise<{ rowVersion: number }> {
  return transactOnce({ key, actor, action: "packing.tick", input }, async (tx) => {
    assertDraft(await lockPacking(tx, input.packingListId));
    await raiseVersion(tx, input);
    const { count } = await tx.packingLine.updateMany({
      where: { id: input.lineId, packingListId: input.packingListId },
      data: input.checked
        ? { checkedAt: clock.now(), checkedById: actor.id }
        : { checkedAt: null, checkedById: null },
    });
    if (count === 0) throw new DomainError("common.not_found");
    return { rowVersion: input.rowVersion + 1 };
  });
}
