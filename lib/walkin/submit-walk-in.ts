import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { submitSlipStep } from "@/lib/shipping/submit-slip";
import { availableStock } from "@/lib/stock/stock-figures";
import { assertWalkInMove, lockWalkIn, type WholeWalkIn } from "./load";
import { assertNothingOverdue } from "./overdue";
import type { WalkInInput } from "./schema";

/**
 * The pickup goes to the department head (R1.2.4-a): goods in the store (G4), no late contract of this customer, the
 * credit as for a sale (V1 to V5). The numbers LT and CK are drawn once. Throws `walkin.earlier_overdue`,
 * `stock.not_enough`, `walkin.exception_reason_required`.
 */
export function submitWalkIn(
  actor: Actor,
  input: WalkInInput,
  key: IdempotencyKey,
): Promise<{ walkInId: string; docNo: string; violations: string[] }> {
  return transactOnce({ key, actor, action: "walkin.submit", input }, async (tx) => {
    const { walkIn, slip } = await lockWalkIn(tx, input);
    assertWalkInMove("submit", walkIn, actor);
    await assertNothingOverdue(tx, walkIn.customerId, walkIn.id);
    await assertInStore(tx, walkIn);
    const docNo = walkIn.docNo ?? (await drawNumber(tx, "LT", clock.today())).number;
    await tx.walkIn.update({
      where: { id: walkIn.id },
      data: { docNo, pickupAt: clock.now(), ...NO_COUNTS },
    });
    const { docNo: slipNo, violations } = await submitSlipStep(tx, actor, slip);
    await tx.walkIn.update({ where: { id: walkIn.id }, data: { slipNo } });
    await recordAudit(tx, actor, {
      type: "walkin.submitted",
      subjectType: "walk_in",
      subjectId: walkIn.id,
      details: { docNo, slipNo, totalAmount: walkIn.totalAmount.toFixed(2) },
    });
    return { walkInId: walkIn.id, docNo, violations };
  });
}

/** What was counted before a return says nothing about the corrected lines. */
const NO_COUNTS = {
  countedByKeeperId: null,
  countedByKeeperName: null,
  countedByKeeperAt: null,
  countedByClerkId: null,
  countedByClerkName: null,
  countedByClerkAt: null,
};

/** G4: a pickup binds nothing, so it may only ask for what nobody else has. */
async function assertInStore(tx: Tx, walkIn: WholeWalkIn): Promise<void> {
  const available = await availableStock(
    tx,
    walkIn.lines.map(({ productId }) => productId),
  );
  const wanted = new Map<string, Quantity>();
  const issues = walkIn.lines.flatMap((line) => {
    const so = (wanted.get(line.productId) ?? Quantity.zero).plus(Quantity.of(line.quantity));
    wanted.set(line.productId, so);
    const there = available.get(line.productId) ?? Quantity.zero;
    if (!so.isGreaterThan(there)) return [];
    const details = {
      product: line.productName,
      wanted: so.toString(),
      available: there.toString(),
      unit: line.unit,
    };
    return [{ path: `lines.${line.lineNo - 1}.quantity`, code: "stock.not_enough", details }];
  });
  const [first] = issues;
  if (first) throw new DomainError(first.code, first.details, issues);
}
