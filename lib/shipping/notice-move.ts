import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { type NoticeCommand, type NoticeStatus, noticeLifecycle } from "./notice-lifecycle";
import { noticeFacts, type WholeNotice } from "./notice-load";

/** Throws `shipping.notice_<refusal>` when the command is not allowed to this person now. */
export function assertNoticeMove(command: NoticeCommand, notice: WholeNotice, actor: Actor) {
  const plan = noticeLifecycle.plan(command, noticeFacts(notice), actor, can);
  if (plan.ok) return plan;
  if (plan.refusal === "forbidden") throw new DomainError("common.forbidden");
  throw new DomainError(`shipping.notice_${plan.refusal}`);
}

/** Compare-and-set on what was on the screen; throws `common.changed_meanwhile`. */
export async function moveNotice(
  tx: Tx,
  notice: { id: string; status: NoticeStatus; rowVersion: number },
  to: NoticeStatus,
  data: Prisma.ShippingNoticeUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await tx.shippingNotice.updateMany({
    where: { id: notice.id, status: notice.status, rowVersion: notice.rowVersion },
    data: { ...data, status: to, rowVersion: { increment: 1 } },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}
