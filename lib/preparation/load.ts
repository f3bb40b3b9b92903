import "server-only";
import type { WholeContract } from "@/lib/contracts/load";
import { lockContract } from "@/lib/contracts/load";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import type { PreparationFacts } from "./lifecycle";

const whole = {
  lines: { orderBy: { lineNo: "asc" } },
} as const satisfies Prisma.PreparationOrderInclude;

export type WholePreparation = Prisma.PreparationOrderGetPayload<{ include: typeof whole }>;

/** The contract first, then the order, both under row locks. Throws `common.not_found`, `common.changed_meanwhile`. */
export async function lockPreparation(
  tx: Tx,
  preparationId: string,
  seenVersion?: number,
): Promise<{ contract: WholeContract; order: WholePreparation }> {
  const place = await tx.preparationOrder.findUnique({
    where: { id: preparationId },
    select: { contractId: true },
  });
  if (!place) throw new DomainError("common.not_found");
  const contract = await lockContract(tx, place.contractId);
  await tx.$queryRaw`select id from preparation_order where id = ${preparationId}::uuid for update`;
  const order = await findPreparation(tx, preparationId);
  if (!order) throw new DomainError("common.not_found");
  if (seenVersion !== undefined && seenVersion !== order.rowVersion)
    throw new DomainError("common.changed_meanwhile");
  return { contract, order };
}

export function findPreparation(client: Tx, id: string): Promise<WholePreparation | null> {
  return client.preparationOrder.findUnique({ where: { id }, include: whole });
}

type Bound = { line_id: string; own: string; noticed: string; gone: string };

/** Of each line: still bound by the order itself, standing on notices, and gone with posted slips. */
export async function boundOf(client: Tx, lineIds: readonly string[]) {
  const rows = await client.$queryRaw<Bound[]>`
    select l.id::text as line_id,
      coalesce(sum(r.quantity) filter (where r.status = 'ACTIVE' and r.source_line_id = l.id), 0)::text as own,
      coalesce(sum(r.quantity) filter (where r.status = 'ACTIVE' and r.bound_by_line_id = l.id), 0)::text as noticed,
      coalesce(sum(r.quantity) filter (where r.status = 'CONSUMED' and r.bound_by_line_id = l.id), 0)::text as gone
    from unnest(${[...lineIds]}::uuid[]) as l(id)
    left join stock_reservation r on r.source_line_id = l.id or r.bound_by_line_id = l.id
    group by l.id`;
  return rows.map(({ line_id, ...figures }) => ({ lineId: line_id, ...figures }));
}

export async function preparationFacts(
  client: Tx,
  order: Pick<WholePreparation, "status" | "lines" | "preparedById">,
): Promise<PreparationFacts> {
  const bound = await boundOf(
    client,
    order.lines.map(({ id }) => id),
  );
  const some = (key: "own" | "noticed" | "gone") =>
    bound.some((line) => Quantity.of(line[key]).isPositive());
  return {
    status: order.status,
    lineCount: order.lines.length,
    preparedById: order.preparedById,
    onNotice: some("noticed") || some("gone"),
    allLeft: some("gone") && !some("noticed") && !some("own"),
  };
}
