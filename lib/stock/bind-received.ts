import "server-only";
import type { Quantity } from "@/lib/core/quantity";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { refreshDemand } from "@/lib/stock/record-demand";

/** Goods that have just come in for a contract line, in the place where they lie. */
export type ReceivedGoods = {
  contractId: string;
  contractLineId: string;
  productId: string;
  batchNo: string;
  binCode: string;
  quantity: Quantity;
  /** The document that binds them: "inbound_slip", and its line. */
  sourceType: string;
  sourceLineId: string;
};

/**
 * Reserves exactly these goods for their contract lines (rules 5.6: a production receipt binds). Call in the
 * transaction that posted them, after the movements, with the products locked. The database refuses more than lies free.
 */
export async function bindReceived(tx: Tx, rows: readonly ReceivedGoods[]): Promise<void> {
  const goods = rows.filter(({ quantity }) => quantity.isPositive());
  if (goods.length === 0) return;
  await tx.$executeRaw`
    insert into stock_reservation (id, product_id, batch_no, bin_code, contract_id, contract_line_id,
      source_type, source_line_id, quantity, status, reserved_at)
    select r.*, 'ACTIVE'::reservation_status, ${clock.now()}::timestamptz
    from unnest(${goods.map(() => newId())}::uuid[], ${goods.map((row) => row.productId)}::uuid[],
      ${goods.map((row) => row.batchNo)}::text[], ${goods.map((row) => row.binCode)}::text[],
      ${goods.map((row) => row.contractId)}::uuid[], ${goods.map((row) => row.contractLineId)}::uuid[],
      ${goods.map((row) => row.sourceType)}::text[], ${goods.map((row) => row.sourceLineId)}::uuid[],
      ${goods.map((row) => row.quantity.toString())}::numeric[]) as r`;
  await refreshDemand(
    tx,
    goods.map(({ contractLineId }) => contractLineId),
  );
}
