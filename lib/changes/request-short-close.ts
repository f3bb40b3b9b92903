import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { isRunning, lockCustomerAndContract } from "@/lib/changes/load";
import type { RequestShortCloseInput, WithdrawShortCloseInput } from "@/lib/changes/schema";
import type { WholeContract } from "@/lib/contracts/load";
import { contractTitle } from "@/lib/contracts/titles";
import { type CalendarDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { closeWorkItem, openWorkItem } from "@/lib/server/work-items";
import { type CountedCell, wholePieceIssues } from "@/lib/settings/whole-pieces";

/**
 * The clerk asks that the rest of lines is not delivered (尾数不发, Q29): with a reason and the customer's consent.
 * Only what no notice claims can be closed. Throws `common.invalid_input` with one issue per line.
 */
export function requestShortClose(
  actor: Actor,
  input: RequestShortCloseInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "short_close.request", input }, async (tx) => {
    requirePermission(actor, "contract:short_close");
    const contract = await lockCustomerAndContract(tx, input.contractId);
    if (contract.rowVersion !== input.rowVersion) throw new DomainError("common.changed_meanwhile");
    if (!isRunning(contract)) throw new DomainError("changes.contract_runs");
    await assertNothingOpen(tx, contract.id);
    const lines = await wantedLines(tx, contract, input);
    const { id } = await tx.shortClose.create({
      data: {
        contractId: contract.id,
        reason: input.reason,
        consentNote: input.consentNote,
        consentOn: toDbDate(input.consentOn as CalendarDate),
        requestedById: actor.id,
        requestedByName: actor.name,
        requestedAt: clock.now(),
        lines: {
          create: lines.map(({ contractLineId, quantity }) => ({
            contractLineId,
            quantity: quantity.toString(),
          })),
        },
      },
      select: { id: true },
    });
    await openWorkItem(tx, {
      kind: "contract.short_close",
      subjectType: "contract",
      subjectId: contract.id,
      title: contractTitle(contract),
      role: "SECTION_CHIEF",
      dueOn: clock.today(),
    });
    await recordAudit(tx, actor, {
      type: "contract.short_close_requested",
      subjectType: "contract",
      subjectId: contract.id,
      details: { reason: input.reason },
    });
    return { id };
  });
}

/** A change counts on the lines as they are, and the other way round: one after the other. */
async function assertNothingOpen(tx: Tx, contractId: string): Promise<void> {
  const changes = await tx.contractRevision.count({
    where: { contractId, status: { in: ["PENDING_CHIEF", "PENDING_DIRECTOR"] } },
  });
  if (changes > 0) throw new DomainError("changes.change_open");
  const closes = await tx.shortClose.count({ where: { contractId, status: "PENDING" } });
  if (closes > 0) throw new DomainError("changes.short_close_open");
}

/** What no notice claims and nobody closed yet. */
export function closable(line: WholeContract["lines"][number]): Quantity {
  return Quantity.of(line.quantity)
    .minus(Quantity.of(line.closedQty))
    .minus(Quantity.of(line.noticedQty));
}

async function wantedLines(tx: Tx, contract: WholeContract, input: RequestShortCloseInput) {
  const issues: FieldIssue[] = [];
  const cells: CountedCell[] = [];
  if (input.consentOn > clock.today())
    issues.push({ path: "consentOn", code: "common.date_in_future" });
  const lines = contract.lines.flatMap((line) => {
    const quantity = Quantity.parse(input.quantities[line.id] ?? "") ?? Quantity.zero;
    if (quantity.isZero() || line.lineKind !== "GOODS") return [];
    const rest = closable(line);
    if (quantity.isGreaterThan(rest)) {
      issues.push({
        path: `quantities.${line.id}`,
        code: "changes.over_rest",
        details: { rest: rest.toString(), unit: line.unit },
      });
    }
    cells.push({ path: `quantities.${line.id}`, unit: line.unit, quantity });
    return [{ contractLineId: line.id, quantity }];
  });
  issues.push(...(await wholePieceIssues(tx, cells)));
  if (lines.length === 0) issues.push({ path: "quantities", code: "changes.nothing_to_close" });
  if (issues.length > 0) throw new DomainError("common.invalid_input", undefined, issues);
  return lines;
}

/** The clerk takes the request back before the chief has decided. */
export function withdrawShortClose(
  actor: Actor,
  input: WithdrawShortCloseInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "short_close.withdraw", input }, async (tx) => {
    requirePermission(actor, "contract:short_close");
    const found = await tx.shortClose.findUnique({ where: { id: input.shortCloseId } });
    if (!found) throw new DomainError("common.not_found");
    await lockCustomerAndContract(tx, found.contractId);
    const { count } = await tx.shortClose.updateMany({
      where: { id: found.id, status: "PENDING", rowVersion: input.rowVersion },
      data: { status: "WITHDRAWN", decidedAt: clock.now(), rowVersion: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await closeWorkItem(tx, { kind: "contract.short_close", subjectId: found.contractId });
    await recordAudit(tx, actor, {
      type: "contract.short_close_withdrawn",
      subjectType: "contract",
      subjectId: found.contractId,
    });
    return { id: found.id };
  });
}
