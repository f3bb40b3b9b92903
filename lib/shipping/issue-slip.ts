import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { releaseCommitment } from "@/lib/credit/commitments";
import { isCoveredBy } from "@/lib/credit/policy";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItem } from "@/lib/server/work-items";
import { assertWholePieces, countedCells } from "@/lib/settings/whole-pieces";
import { approvedException, checkCredit } from "./credit-check";
import { fundsGate } from "./gates";
import { fundsFacts } from "./notice-gates";
import { throwFirst } from "./notice-shares";
import { postSlip } from "./post-slip";
import { type IssueSlipInput, quantitiesOf } from "./schema";
import { askDirector } from "./sign-slip";
import { type IssuedShare, shareIssued } from "./slip-amounts";
import { lineValues, NOTHING_YET, onLiveSlips, slipFacts, type WholeSlip } from "./slip-load";
import { type LockedChain, lockChain } from "./slip-locks";
import { assertSlipMove, moveSlip } from "./slip-move";
import { auditCheck } from "./submit-slip";

export type IssueSlipOutcome = {
  slipId: string;
  outcome: "ISSUED" | "RETURNED_TO_DIRECTOR";
  violations: string[];
};

/**
 * The keeper issues the goods (R1.2.2-c). Under the customer's lock: the money again for prepaid contracts (refused
 * with `shipping.funds_missing`, the slip stays approved), the credit again. Covered: stock, receivable, contract and
 * notice move in this one transaction. Not covered: the slip goes back to the director and that is committed.
 */
export function issueSlip(
  actor: Actor,
  input: IssueSlipInput,
  key: IdempotencyKey,
): Promise<IssueSlipOutcome> {
  return transactOnce({ key, actor, action: "slip.issue", input }, async (tx) => {
    const chain = await lockChain(tx, input);
    const { slip } = chain;
    assertSlipMove("issue", slipFacts(slip), actor);
    const issued = quantitiesOf(input.quantities);
    await assertWholePieces(tx, countedCells("quantities", slip.lines, issued));
    const { shares, isShort } = await issuedShares(tx, slip, input);
    if (isShort && input.shortReason === "") {
      const issues = [{ path: "shortReason", code: "shipping.short_reason_required" }];
      throw new DomainError("shipping.short_reason_required", undefined, issues);
    }
    await assertFunds(tx, chain);
    const amount = Money.sum(shares.map((share) => share.amount));
    const check = await checkCredit(tx, slip, amount);
    if (!isCoveredBy(check.verdict, approvedException(slip)))
      return backToDirector(tx, actor, slip);
    await postSlip(
      tx,
      actor,
      { ...chain, shares, snapshot: check.snapshot, terms: check.standing.terms },
      input.shortReason,
    );
    return { slipId: slip.id, outcome: "ISSUED", violations: check.snapshot.violations };
  });
}

async function issuedShares(
  tx: Tx,
  slip: WholeSlip,
  input: IssueSlipInput,
): Promise<{ shares: IssuedShare[]; isShort: boolean }> {
  const lineIds = slip.lines.flatMap(({ contractLineId }) => contractLineId ?? []);
  const others = await onLiveSlips(tx, lineIds, slip.id);
  const lines = slip.lines.map((line) => {
    const { quantity, amount } = others.get(line.contractLineId ?? "") ?? NOTHING_YET;
    return {
      slipLineId: line.id,
      lineKind: line.lineKind,
      unit: line.unit,
      ...lineValues(line),
      lineQtySoFar: quantity,
      lineAmountSoFar: amount,
    };
  });
  const { shares, isShort, issues } = shareIssued(lines, quantitiesOf(input.quantities));
  throwFirst(issues);
  return { shares, isShort };
}

/** G1 at posting: money may have been reversed since the notice was issued (R1.3.1-P1). */
async function assertFunds(tx: Tx, { contract, notice }: LockedChain): Promise<void> {
  const rest = Money.sum(
    notice.lines.map((line) =>
      line.lineKind === "GOODS" && line.postedQty.equals(line.quantity)
        ? Money.zero
        : Money.of(line.amount).minus(Money.of(line.postedAmount)),
    ),
  );
  const { fails, details } = fundsGate(
    await fundsFacts(tx, contract, { id: notice.id, totalAmount: rest }),
  );
  if (fails) throw new DomainError("shipping.funds_missing", details);
}

/** The debt grew past what was approved: the director decides again; the caller commits this and stops (rules 5.4). */
export async function backToDirector(
  tx: Tx,
  actor: Actor,
  slip: WholeSlip,
): Promise<IssueSlipOutcome> {
  const { snapshot } = await checkCredit(tx, slip, Money.of(slip.totalAmount));
  const hasViolation = true;
  const plan = assertSlipMove("back_to_director", slipFacts(slip, { hasViolation }), actor);
  await moveSlip(tx, slip, plan.to, { creditSnapshot: snapshot });
  await releaseCommitment(tx, slip.id);
  await closeWorkItem(tx, { kind: "slip.issue", subjectId: slip.id });
  await askDirector(tx, slip);
  await auditCheck(tx, actor, { type: "slip.back_to_director", slip, snapshot });
  return { slipId: slip.id, outcome: "RETURNED_TO_DIRECTOR", violations: snapshot.violations };
}
