/**
 * Reserves and releases the stock of a contract with 200 lines in turns by the service and by hand-written SQL on pg:
 * the same rows, under the same locks. The last line is the result as JSON.
 */
import { Client } from "pg";
import { Quantity } from "@/lib/core/quantity";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { releaseReservations } from "@/lib/stock/release-reservation";
import { reserve } from "@/lib/stock/reserve-stock";
import { STAFF } from "./staff";
import { median } from "./statistics.mjs";

const LINES = 200;
const ROUNDS = 30;
const WARM_UP = 5;
const PIECES = "5";

type Line = { productId: string; contractLineId: string; sourceLineId: string };

export async function main(): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  const productIds = await stockProducts(client);
  const times = { service: [] as number[], floor: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const contract = () =>
      productIds.map((productId) => ({
        productId,
        contractLineId: newId(),
        sourceLineId: newId(),
      }));
    const [ours, theirs] = [contract(), contract()];
    const service = await timed(() => byService(ours));
    const floor = await timed(() => byHand(client, theirs));
    if (round < 0) continue;
    times.service.push(service);
    times.floor.push(floor);
  }
  await client.end();
  console.log(JSON.stringify({ service: median(times.service), floor: median(times.floor) }));
}

async function timed(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function stockProducts(client: Client): Promise<string[]> {
  const ids = Array.from({ length: LINES }, newId);
  await db.product.createMany({
    data: ids.map((id, index) => ({
      id,
      productCode: `BR-${id.slice(-8)}`,
      name: "硬质合金立铣刀",
      category: "MILL" as const,
      spec: `φ${index}×22-${id.slice(-6)}`,
      unit: "支",
      listPrice: "25",
      createdById: STAFF.clerk.id,
    })),
  });
  await client.query(
    `insert into stock_balance (product_id, batch_no, bin_code, on_hand, reserved)
     select id, '', 'A-01', 1000, 0 from unnest($1::uuid[]) as p(id)`,
    [ids],
  );
  return ids;
}

async function byService(lines: readonly Line[]): Promise<void> {
  const contractId = newId();
  const quantity = Quantity.of(PIECES);
  const wishes = lines.map((line) => ({
    ...line,
    contractId,
    quantity,
    sourceType: "preparation_order",
  }));
  await transact((tx) => reserve(tx, wishes));
  await transact((tx) => releaseReservations(tx, lines));
}

const LOCK = "select id from product where id = any($1::uuid[]) order by id for no key update";
const FREE = `select product_id, batch_no, bin_code, on_hand - reserved as free from stock_balance
  where product_id = any($1::uuid[]) and on_hand > reserved`;
const RESERVE = `insert into stock_reservation (id, product_id, batch_no, bin_code, contract_id, contract_line_id,
    source_type, source_line_id, quantity, status, reserved_at)
  select gen_random_uuid(), product_id, '', 'A-01', $4, line_id, 'preparation_order', source_id, ${PIECES}, 'ACTIVE', now()
  from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as w(product_id, line_id, source_id)`;
const DEMAND = `update stock_demand d set unbound = greatest(d.planned - coalesce((select sum(r.quantity)
    from stock_reservation r where r.contract_line_id = d.contract_line_id and r.status in ('ACTIVE', 'CONSUMED')), 0), 0)
  where d.contract_line_id = any($1::uuid[])`;
const FIND = `select id, product_id, quantity from stock_reservation
  where source_line_id = any($1::uuid[]) and status = 'ACTIVE'`;
const RELEASE = `update stock_reservation set status = 'RELEASED', closed_at = now()
  where source_line_id = any($1::uuid[]) and status = 'ACTIVE'`;

/** The floor: the statements that the rules ask for, and nothing else. */
async function byHand(client: Client, lines: readonly Line[]): Promise<void> {
  const products = lines.map(({ productId }) => productId);
  const ids = lines.map(({ contractLineId }) => contractLineId);
  const sources = lines.map(({ sourceLineId }) => sourceLineId);
  await client.query("begin");
  await client.query(LOCK, [products]);
  await client.query(FREE, [products]);
  await client.query(RESERVE, [products, ids, sources, newId()]);
  await client.query(DEMAND, [ids]);
  await client.query("commit");
  await client.query("begin");
  await client.query(LOCK, [products]);
  await client.query(FIND, [sources]);
  await client.query(RELEASE, [sources]);
  await client.query(DEMAND, [ids]);
  await client.query("commit");
}
