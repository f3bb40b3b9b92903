import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawNumber } from "@/lib/server/sequence";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { type CreditSnapshot, checkCredit, tenureText } from "./credit-check";
import type { SlipInput } from "./schema";
import { slipContentHash } from "./slip-content";
import { slipFacts, type WholeSlip } from "./slip-load";
import { lockForSignature } from "./slip-locks";
import { assertSlipMove, moveSlip } from "./slip-move";
import { shippingTitle } from "./titles";

/**
 * The preparer hands the slip to the department head: first credit check, stored on the slip; a violation needs the
 * exception reason (R1.2.2-a, R1.3.1-e). The CK number is drawn at the first submission and stays.
 */
export function submitSlip(
  actor: Actor,
  input: SlipInput,
  key: IdempotencyKey,
): Promise<{ slipId: string; docNo: string; violations: string[] }> {
  return transactOnce({ key, actor, action: "slip.submit", input }, async (tx) => {
    const slip = await lockForSignature(tx, input);
    if (slip.walkInId !== null) throw new DomainError("shipping.slip_of_walk_in");
    return submitSlipStep(tx, actor, slip);
  });
}

/** The same inside another transaction, with customer and slip locked: the slip of a walk-in pickup goes with it. */
export async function submitSlipStep(
  tx: Tx,
  actor: Actor,
  slip: WholeSlip,
): Promise<{ slipId: string; docNo: string; violations: string[] }> {
  const { snapshot, standing } = await checkCredit(tx, slip, Money.of(slip.totalAmount));
  const hasViolation = snapshot.violations.length > 0;
  const isPickup = slip.walkInId !== null;
  const command = isPickup ? "submit_walk_in" : "submit";
  const plan = assertSlipMove(command, slipFacts(slip, { hasViolation }), actor);
  await closeWorkItem(tx, { kind: "slip.returned", subjectId: slip.id });
  await sign(tx, actor, {
    permission: isPickup ? "walkin:write" : "slip:write",
    subjectType: "outbound_slip",
    subjectId: slip.id,
    step: "PREPARED",
    decision: "AGREE",
    revision: slip.revision,
    contentHash: slipContentHash(slip),
  });
  const docNo = slip.docNo ?? (await drawNumber(tx, "CK", clock.today())).number;
  await moveSlip(tx, slip, plan.to, {
    docNo,
    slipOn: toDbDate(clock.today()),
    creditSnapshot: snapshot,
    tier: standing.tier,
    tenureText: tenureText(standing),
  });
  await askHead(tx, { ...slip, docNo });
  await auditCheck(tx, actor, { type: "slip.submitted", slip: { ...slip, docNo }, snapshot });
  return { slipId: slip.id, docNo, violations: [...snapshot.violations] };
}

function askHead(tx: Tx, slip: WholeSlip): Promise<void> {
  return openWorkItem(tx, {
    kind: "slip.sign_dept_head",
    subjectType: "outbound_slip",
    subjectId: slip.id,
    title: shippingTitle(slip),
    role: "SECTION_CHIEF",
    dueOn: clock.today(),
  });
}

/** One audit row for an act with a credit check: number, exposure and what it violates. */
export function auditCheck(
  tx: Tx,
  actor: Actor,
  {
    type,
    slip,
    snapshot,
    comment = "",
  }: { type: string; slip: WholeSlip; snapshot: CreditSnapshot; comment?: string },
): Promise<void> {
  return recordAudit(tx, actor, {
    type,
    subjectType: "outbound_slip",
    subjectId: slip.id,
    details: {
      docNo: slip.docNo ?? "",
      amount: Money.of(slip.totalAmount).toString(),
      exposure: snapshot.exposureAfter,
      violations: snapshot.violations,
      comment,
    },
  });
}
