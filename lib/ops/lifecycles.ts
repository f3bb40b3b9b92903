/** The life cycle of every document whose moves the database checks; `document` is also the table's name. */
import { revisionLifecycle } from "@/lib/changes/lifecycle";
import { contractLifecycle } from "@/lib/contracts/lifecycle";
import { termChangeLifecycle } from "@/lib/credit/lifecycle";
import { packingLifecycle, waybillLifecycle } from "@/lib/dispatch/lifecycle";
import { preparationLifecycle } from "@/lib/preparation/lifecycle";
import { taskLifecycle } from "@/lib/production/lifecycle";
import { receiptLifecycle as productionReceiptLifecycle } from "@/lib/production/receipt-lifecycle";
import { receiptLifecycle } from "@/lib/receivables/lifecycle";
import { reviewLifecycle } from "@/lib/reviews/lifecycle";
import { noticeLifecycle } from "@/lib/shipping/notice-lifecycle";
import { slipLifecycle } from "@/lib/shipping/slip-lifecycle";
import { inboundLifecycle } from "@/lib/stock/lifecycle";
import { walkInLifecycle } from "@/lib/walkin/lifecycle";

export const LIFECYCLES: readonly { document: string; moves: () => [string, string][] }[] = [
  contractLifecycle,
  revisionLifecycle,
  reviewLifecycle,
  termChangeLifecycle,
  receiptLifecycle,
  preparationLifecycle,
  noticeLifecycle,
  slipLifecycle,
  walkInLifecycle,
  inboundLifecycle,
  productionReceiptLifecycle,
  taskLifecycle,
  packingLifecycle,
  waybillLifecycle,
];

/** `[document, from, to]` of every move, in order. */
export function allMoves(): [document: string, from: string, to: string][] {
  return LIFECYCLES.flatMap(({ document, moves }) =>
    moves()
      .map(([from, to]): [string, string, string] => [document, from, to])
      .sort((a, b) => (a.join() < b.join() ? -1 : 1)),
  );
}
