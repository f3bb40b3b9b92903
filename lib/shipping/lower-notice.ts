import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { WholeContract } from "@/lib/contracts/load";
import { lockContractForShipping, noteNotice } from "@/lib/contracts/progress";
import { refreshShipItem } from "@/lib/contracts/ship-item";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { assertWholePieces, countedCells } from "@/lib/settings/whole-pieces";
import { tryToFree } from "./free-notices";
import { contractOfNotice, lockNotice, type WholeNotice } from "./notice-load";
import { assertNoticeMove, moveNotice } from "./notice-move";
import { claimedBy, givenBack, sharesOf, wishOf } from "./notice-shares";
import { writeNoticeLines } from "./save-notice";
import { amountsOf, type LowerNoticeInput, type NoticeInput, quantitiesOf } from "./schema";

type Answer = { noticeId: string; outcome: "ISSUED" | "AWAITING_FUNDS" };

/**
 * The clerk lowers a notice that waits for money ("ship what is paid"); it is never split by itself (rules 5.4). What
 * is taken off is free for another notice; then the gates are tried again. Throws `shipping.notice_not_lowered`.
 */
export function lowerNotice(
  actor: Actor,
  input: LowerNoticeInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "notice.lower", input }, async (tx) => {
    const { contract, notice } = await lockWaiting(tx, actor, input, "lower");
    const wish = { quantities: quantitiesOf(input.quantities), charges: amountsOf(input.charges) };
    await assertWholePieces(tx, countedCells("quantities", contract.lines, wish.quantities));
    assertLower(notice, wish.quantities, wish.charges);
    await noteNotice(tx, givenBack(claimedBy(notice)));
    const without = await lockContractForShipping(tx, contract.id);
    const shares = sharesOf(without, wish);
    const totalAmount = Money.sum(shares.map(({ amount }) => amount));
    await noteNotice(tx, shares);
    await writeNoticeLines(tx, notice.id, without, shares);
    await moveNotice(tx, notice, "AWAITING_FUNDS", {
      totalAmount: totalAmount.toString(),
      isPartial: true,
    });
    await recordAudit(tx, actor, {
      type: "notice.lowered",
      subjectType: "shipping_notice",
      subjectId: notice.id,
      details: {
        amount: { before: Money.of(notice.totalAmount).toString(), after: totalAmount.toString() },
      },
    });
    await refreshShipItem(tx, contract.id);
    return tryOnce(tx, actor, contract.id, notice.id);
  });
}

/** Tries a waiting notice again, for example after goods have come in. */
export function tryNoticeAgain(
  actor: Actor,
  input: NoticeInput,
  key: IdempotencyKey,
): Promise<Answer> {
  return transactOnce({ key, actor, action: "notice.try_again", input }, async (tx) => {
    const { contract, notice } = await lockWaiting(tx, actor, input, "try_again");
    const freed = await tryToFree(tx, actor, contract, notice);
    return { noticeId: notice.id, outcome: freed ? "ISSUED" : "AWAITING_FUNDS" };
  });
}

async function lockWaiting(
  tx: Tx,
  actor: Actor,
  input: NoticeInput,
  command: "lower" | "try_again",
) {
  const { contractId } = await contractOfNotice(tx, input.noticeId);
  const contract = await lockContractForShipping(tx, contractId);
  const notice = { ...(await lockNotice(tx, input.noticeId)), rowVersion: input.rowVersion };
  assertNoticeMove(command, notice, actor);
  return { contract, notice };
}

async function tryOnce(
  tx: Tx,
  actor: Actor,
  contractId: string,
  noticeId: string,
): Promise<Answer> {
  const contract: WholeContract = await lockContractForShipping(tx, contractId);
  const freed = await tryToFree(tx, actor, contract, await lockNotice(tx, noticeId));
  return { noticeId, outcome: freed ? "ISSUED" : "AWAITING_FUNDS" };
}

function assertLower(
  notice: WholeNotice,
  quantities: ReadonlyMap<string, Quantity>,
  charges: ReadonlyMap<string, Money>,
): void {
  const before = wishOf(notice);
  const isMore =
    [...quantities].some(([id, quantity]) =>
      quantity.isGreaterThan(before.quantities.get(id) ?? Quantity.zero),
    ) ||
    [...charges].some(([id, amount]) => amount.isGreaterThan(before.charges.get(id) ?? Money.zero));
  const isLess =
    [...before.quantities].some(([id, quantity]) =>
      (quantities.get(id) ?? Quantity.zero).isLessThan(quantity),
    ) ||
    [...before.charges].some(([id, amount]) => (charges.get(id) ?? Money.zero).isLessThan(amount));
  if (isMore || !isLess) throw new DomainError("shipping.notice_not_lowered");
}
