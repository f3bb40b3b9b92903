import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { WholeContract } from "@/lib/contracts/load";
import { changeOpenPapers, lockContractForShipping } from "@/lib/contracts/progress";
import { Money } from "@/lib/core/money";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { lockProducts } from "@/lib/stock/lock-products";
import { outcomeOf } from "./gates";
import { bindGoods, failingGates, openNextItem } from "./issue-step";
import { evaluateGates, goodsOf } from "./notice-gates";
import { lockNotice, type WholeNotice } from "./notice-load";
import { moveNotice } from "./notice-move";

/**
 * Money was confirmed: the waiting notices of these contracts are tried in number order with all gates; what passes is
 * issued, the rest stays with its reason (R1.3.1-P1, rules 5.4). Transaction step of the confirmation; `actor` null
 * when the system does it by itself. Answers the notices that were freed.
 */
export async function retryWaitingNotices(
  tx: Tx,
  actor: Actor | null,
  contractIds: readonly string[],
): Promise<string[]> {
  const freed: string[] = [];
  for (const contractId of [...new Set(contractIds)].sort()) {
    const contract = await lockContractForShipping(tx, contractId);
    for (const noticeId of await waitingInOrder(tx, contractId)) {
      const notice = await lockNotice(tx, noticeId);
      if (await tryToFree(tx, actor, contract, notice)) freed.push(noticeId);
    }
  }
  return freed;
}

async function waitingInOrder(tx: Tx, contractId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text from shipping_notice
    where contract_id = ${contractId}::uuid and status = 'AWAITING_FUNDS'
    order by substr(doc_no, 3, 4), doc_seq`;
  return rows.map(({ id }) => id);
}

/** One waiting notice against all gates; keeps the reason when it still has to wait. */
export async function tryToFree(
  tx: Tx,
  actor: Actor | null,
  contract: WholeContract,
  notice: WholeNotice,
): Promise<boolean> {
  const goods = goodsOf(notice.lines);
  await lockProducts(
    tx,
    goods.map(({ productId }) => productId),
  );
  const totalAmount = Money.of(notice.totalAmount);
  const results = await evaluateGates(tx, contract, { id: notice.id, totalAmount, goods });
  const { blockedBy, blockedDetails, names } = failingGates(results);
  if (contract.status !== "EXECUTING" || outcomeOf(results) !== "ISSUED") {
    await moveNotice(tx, notice, "AWAITING_FUNDS", { blockedBy, blockedDetails });
    return false;
  }
  await bindGoods(tx, notice);
  await changeOpenPapers(tx, contract.id, 1);
  await moveNotice(tx, notice, "ISSUED", {
    issuedAt: clock.now(),
    fundsStatus: contract.paymentTerm === "PREPAID" ? "CONFIRMED" : "NOT_REQUIRED",
    fundsConfirmedAt: clock.now(),
    blockedBy,
    blockedDetails,
  });
  await openNextItem(tx, notice, "ISSUED");
  await recordAudit(tx, actor, {
    type: "notice.freed",
    subjectType: "shipping_notice",
    subjectId: notice.id,
    details: { docNo: notice.docNo ?? "", gates: names },
  });
  return true;
}
