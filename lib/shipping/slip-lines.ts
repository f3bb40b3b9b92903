import "server-only";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { UnitPrice } from "@/lib/core/unit-price";
import type { Tx } from "@/lib/server/db";
import type { WholeNotice } from "./notice-load";
import { throwFirst } from "./notice-shares";
import type { NoticeLineChange } from "./notice-slips";
import { type SlippableLine, type SlipShare, shareOnSlip } from "./slip-amounts";
import { NOTHING_YET, onLiveSlips, type WholeSlip } from "./slip-load";

/** The notice's lines as the next slip sees them; `exceptSlipId` leaves a slip that is being rewritten out. */
export async function slippableLines(
  tx: Tx,
  notice: WholeNotice,
  exceptSlip: WholeSlip | null,
): Promise<SlippableLine[]> {
  const lineIds = notice.lines.map(({ contractLineId }) => contractLineId);
  const soFar = await onLiveSlips(tx, lineIds, exceptSlip?.id ?? null);
  const own = new Map(exceptSlip?.lines.map((line) => [line.noticeLineId, line]));
  return notice.lines.map((line) => {
    const { quantity, amount } = soFar.get(line.contractLineId) ?? NOTHING_YET;
    const mine = own.get(line.id);
    return {
      noticeLineId: line.id,
      lineKind: line.lineKind,
      unit: line.unit,
      quantity: Quantity.of(line.quantity),
      amount: Money.of(line.amount),
      unitPrice: UnitPrice.of(line.unitPrice),
      slippedQty: Quantity.of(line.slippedQty).minus(Quantity.of(mine?.requestedQty ?? 0)),
      slippedAmount: Money.of(line.slippedAmount).minus(Money.of(mine?.amount ?? 0)),
      lineQtySoFar: quantity,
      lineAmountSoFar: amount,
    };
  });
}

/** Shares of the requested quantities; throws the first fault with all as issues (`shipping.over_notice_quantity`). */
export function requestedShares(
  lines: readonly SlippableLine[],
  requested: ReadonlyMap<string, Quantity>,
): SlipShare[] {
  const { shares, issues } = shareOnSlip(lines, requested);
  throwFirst(issues);
  return shares;
}

/** The slip's lines, snapshots of the notice's. */
export async function writeSlipLines(
  tx: Tx,
  slipId: string,
  notice: WholeNotice,
  shares: readonly SlipShare[],
): Promise<void> {
  const byId = new Map(notice.lines.map((line) => [line.id, line]));
  const bins = await binsOf(tx, notice);
  await tx.slipLine.deleteMany({ where: { slipId } });
  await tx.slipLine.createMany({
    data: shares.flatMap(({ noticeLineId, quantity, amount }, index) => {
      const line = byId.get(noticeLineId);
      if (!line) return [];
      return [
        {
          slipId,
          lineNo: index + 1,
          noticeLineId,
          contractLineId: line.contractLineId,
          lineKind: line.lineKind,
          productId: line.productId,
          productCode: line.productCode,
          productName: line.productName,
          spec: line.spec,
          drawingNo: line.drawingNo,
          unit: line.unit,
          requestedQty: quantity.toString(),
          unitPrice: line.unitPrice,
          amount: amount.toString(),
          ...bins.get(line.id),
        },
      ];
    }),
  });
}

/** From which bins and batches the notice's goods will be taken: shown to the keeper. */
async function binsOf(
  tx: Tx,
  notice: WholeNotice,
): Promise<Map<string, { binCode: string; batchNo: string }>> {
  const rows = await tx.stockReservation.findMany({
    where: { sourceLineId: { in: notice.lines.map(({ id }) => id) }, status: "ACTIVE" },
    orderBy: [{ batchNo: "asc" }, { binCode: "asc" }],
    select: { sourceLineId: true, binCode: true, batchNo: true },
  });
  const found = new Map<string, { binCode: string; batchNo: string }>();
  for (const { sourceLineId, binCode, batchNo } of rows) {
    const so = found.get(sourceLineId);
    found.set(sourceLineId, {
      binCode: joined(so?.binCode, binCode, 60),
      batchNo: joined(so?.batchNo, batchNo, 80),
    });
  }
  return found;
}

function joined(so: string | undefined, next: string, max: number): string {
  const parts = new Set([...(so ?? "").split("、"), next].filter(Boolean));
  return [...parts].join("、").slice(0, max);
}

/** What a slip's lines hold of the notice, with the given sign. */
export function held(lines: WholeSlip["lines"], sign: 1 | -1): NoticeLineChange[] {
  return lines.flatMap((line) =>
    line.noticeLineId === null
      ? []
      : [
          {
            noticeLineId: line.noticeLineId,
            slippedQty: Quantity.of(line.requestedQty).times(sign),
            slippedAmount: Money.of(line.amount).times(sign),
            postedQty: Quantity.zero,
            postedAmount: Money.zero,
          },
        ],
  );
}

export function heldByShares(shares: readonly SlipShare[]): NoticeLineChange[] {
  return shares.map(({ noticeLineId, quantity, amount }) => ({
    noticeLineId,
    slippedQty: quantity,
    slippedAmount: amount,
    postedQty: Quantity.zero,
    postedAmount: Money.zero,
  }));
}

/** Everything that is left on the notice: the first proposal of a slip. */
export function restOf(lines: readonly SlippableLine[]): Map<string, Quantity> {
  return new Map(
    lines
      .filter(({ lineKind }) => lineKind === "GOODS")
      .map((line) => [line.noticeLineId, line.quantity.minus(line.slippedQty)]),
  );
}
