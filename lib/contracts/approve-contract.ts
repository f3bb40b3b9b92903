import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { type ApprovalCase, approvalCase } from "@/lib/contracts/approval-case";
import { assertStillCovered } from "@/lib/contracts/cover-contract";
import { assertMayMove } from "@/lib/contracts/move-contract";
import { registerEntrySql } from "@/lib/contracts/register-entry";
import type { DecideInput } from "@/lib/contracts/schema";
import { contractTitle } from "@/lib/contracts/titles";
import { type CalendarDate, yearOf } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { cooperationSql } from "@/lib/customers/cooperation";
import { auditSql } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { Prisma, runTogether, type Tx } from "@/lib/server/db";
import { answerSql, type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { drawSql, formatNumber } from "@/lib/server/sequence";
import { signatureSql } from "@/lib/server/signatures";
import { closeWorkItemSql, openWorkItemSql } from "@/lib/server/work-items";

export type Approved = { contractNo: string };

/** What the floors above do when a contract takes effect whose goods left before: the pickup gets its contract. */
export type ApprovalHooks = {
  bindPickup: (
    tx: Tx,
    actor: Actor,
    contract: { id: string; walkInId: string; contractNo: string },
  ) => Promise<void>;
};

/**
 * The factory director's approval (R1.1.4-b, R1.1.4-c): the contract takes effect and gets its LG number and its
 * register entry in the same transaction (R1.1.5-a, R1.1.5-c, R1.1.5-N). This is the department's hottest
 * transaction, hence few statements, and the counter row locked only from the last one to the commit.
 * Throws `contracts.<guard>`, or `common.changed_meanwhile` when it is no longer what the director looked at.
 */
export function approveContract(
  actor: Actor,
  input: DecideInput,
  key: IdempotencyKey,
  hooks?: ApprovalHooks,
): Promise<Approved> {
  const once = { key, actor, action: "contract.approve", input, storesAnswer: true };
  return transactOnce(once, async (tx) => {
    const today = clock.today(); // once: the year of the number and the effective date must agree
    const found = await approvalCase(tx, input.contractId, today);
    const plan = assertMayMove("approve", found.facts, actor);
    if (found.rowVersion !== input.rowVersion) throw new DomainError("common.changed_meanwhile");
    if (found.contractClass === "C") await assertStillCovered(tx, found, today);
    await signAndPassOn(tx, actor, { found, today, comment: input.comment });
    const approved = await numberAndRegister(tx, actor, { found, to: plan.to, today, key });
    const { id, walkInId } = found;
    if (walkInId === null) return approved;
    if (!hooks) throw new Error("A contract of a walk-in pickup is approved together with it");
    await hooks.bindPickup(tx, actor, { id, walkInId, ...approved });
    return approved;
  });
}

type Signed = { found: ApprovalCase; today: CalendarDate; comment: string };

/** All that needs no number: the signature, the work items, the fact of cooperation. */
function signAndPassOn(tx: Tx, actor: Actor, { found, today, comment }: Signed): Promise<void> {
  const subject = { subjectType: "contract", subjectId: found.id };
  return runTogether(tx, [
    signatureSql(actor, {
      permission: "contract:approve",
      ...subject,
      step: "APPROVED",
      decision: "AGREE",
      comment,
      revision: found.revision,
      contentHash: found.contentHash,
      amount: found.totalAmount.toFixed(2),
    }),
    closeWorkItemSql({ kind: "contract.approve", subjectId: found.id }),
    openWorkItemSql({
      kind: "contract.register",
      ...subject,
      title: contractTitle({ ...found, docNo: null }),
      duty: "CONTRACT_NUMBERING",
      dueOn: today,
    }),
    ...signatureWanted(found, today),
    cooperationSql({ contractId: found.id, customerId: found.customerId, effectiveOn: today }),
  ]);
}

/** A formal contract still needs the customer's signature before goods may leave (Q05). */
function signatureWanted(found: ApprovalCase, today: CalendarDate): Prisma.Sql[] {
  if (found.facts.signedOrWaived) return [];
  return [
    openWorkItemSql({
      kind: "contract.customer_signature",
      subjectType: "contract",
      subjectId: found.id,
      title: contractTitle({ ...found, docNo: null }),
      assigneeId: found.facts.draftedById,
      dueOn: today,
    }),
  ];
}

type Numbering = { found: ApprovalCase; to: "EFFECTIVE"; today: CalendarDate; key: IdempotencyKey };

/** Move, number, register row, audit row and answer in one statement: the last before the commit. */
async function numberAndRegister(
  tx: Tx,
  actor: Actor,
  { found, to, today, key }: Numbering,
): Promise<Approved> {
  const year = yearOf(today);
  const contractNo = Prisma.sql`(${`LG${year}-`} || lpad(last::text, greatest(3, length(last::text)), '0'))`;
  const [drawn] = await tx.$queryRaw<{ last: number }[]>`
    with drawn as (${drawSql("LG", year)}),
    numbered as (
      update contract set status = ${to}::contract_status, effective_on = ${today}::date, year = ${year},
        seq = drawn.last, contract_no = ${contractNo}, row_version = row_version + 1, updated_at = ${clock.now()}
      from drawn where id = ${found.id}::uuid returning id
    ),
    registered as (${registerEntrySql(found, actor, today, Prisma.sql`select ${contractNo} from drawn`)}),
    titled as (
      update work_item set title = ${contractNo} || ' ' || title from drawn
      where subject_id = ${found.id}::uuid and closed_at is null
    ),
    audited as (${auditSql(actor, {
      type: "contract.approved",
      subjectType: "contract",
      subjectId: found.id,
      details: { totalAmount: found.totalAmount.toFixed(2) },
    })}),
    answered as (${answerSql(
      key,
      Prisma.sql`(select jsonb_build_object('contractNo', ${contractNo}) from drawn)`,
    )})
    select last from drawn`;
  if (!drawn) throw new Error("The counter gave no number");
  return { contractNo: formatNumber("LG", year, drawn.last) };
}
