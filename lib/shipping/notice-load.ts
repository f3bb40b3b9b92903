import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import type { NoticeFacts } from "./notice-lifecycle";
import { LIVE_SLIP_STATUSES } from "./slip-lifecycle";

const whole = {
  lines: { orderBy: { lineNo: "asc" } },
  slips: { where: { redOfId: null }, select: { id: true, status: true, docNo: true } },
} as const satisfies Prisma.ShippingNoticeInclude;

export type WholeNotice = Prisma.ShippingNoticeGetPayload<{ include: typeof whole }>;

/** The contract to which a notice belongs, to be locked before the notice; throws `common.not_found`. */
export async function contractOfNotice(
  tx: Tx,
  noticeId: string,
): Promise<{ contractId: string; customerId: string }> {
  const notice = await tx.shippingNotice.findUnique({
    where: { id: noticeId },
    select: { contractId: true, customerId: true },
  });
  if (!notice) throw new DomainError("common.not_found");
  return notice;
}

/** The notice with its lines under a row lock; call with the contract locked. Throws `common.not_found`. */
export async function lockNotice(tx: Tx, noticeId: string): Promise<WholeNotice> {
  await tx.$queryRaw`select id from shipping_notice where id = ${noticeId}::uuid for update`;
  const notice = await tx.shippingNotice.findUnique({ where: { id: noticeId }, include: whole });
  if (!notice) throw new DomainError("common.not_found");
  return notice;
}

export function findNotice(client: Tx, noticeId: string): Promise<WholeNotice | null> {
  return client.shippingNotice.findUnique({ where: { id: noticeId }, include: whole });
}

type FactsSource = Pick<WholeNotice, "status" | "lines" | "slips">;

export function noticeFacts({ status, lines, slips }: FactsSource): NoticeFacts {
  const goods = lines.filter(({ lineKind }) => lineKind === "GOODS");
  const live: readonly string[] = LIVE_SLIP_STATUSES;
  return {
    status,
    hasLiveSlip: slips.some((slip) => live.includes(slip.status)),
    hasPosted: goods.some(({ postedQty }) => Quantity.of(postedQty).isPositive()),
    hasRest: goods.some(({ quantity, slippedQty }) =>
      Quantity.of(slippedQty).isLessThan(Quantity.of(quantity)),
    ),
    allPosted: goods.every(({ quantity, postedQty }) =>
      Quantity.of(postedQty).equals(Quantity.of(quantity)),
    ),
  };
}
