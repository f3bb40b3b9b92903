import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { emptyColumns, type RegisterColumns } from "@/lib/contracts/register-check";
import type { ConfirmRegisterInput } from "@/lib/contracts/schema";
import { startExecution } from "@/lib/contracts/start-execution";
import { refreshTaskItem } from "@/lib/contracts/task-item";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { closeWorkItem } from "@/lib/server/work-items";

export type RegisterOutcome = { contractId: string; contractNo: string; executing: boolean };

/**
 * The registrar confirms register rows, one or many at once, after the completeness check
 * (R1.1.5-a, R1.1.5-c, R1.1.5-R2). All or none; throws `contracts.register_incomplete` naming the columns.
 */
export function confirmRegister(
  actor: Actor,
  input: ConfirmRegisterInput,
  key: IdempotencyKey,
): Promise<RegisterOutcome[]> {
  return transactOnce({ key, actor, action: "contract.confirm_register", input }, async (tx) => {
    const outcomes: RegisterOutcome[] = [];
    // In the order of ids, so that two registrars never wait for each other in a circle.
    for (const contractId of [...new Set(input.contractIds)].sort()) {
      outcomes.push(await confirmOne(tx, actor, contractId, input.remark));
    }
    return outcomes;
  });
}

async function confirmOne(
  tx: Tx,
  actor: Actor,
  contractId: string,
  remark: string,
): Promise<RegisterOutcome> {
  await tx.$queryRaw`select id from contract where id = ${contractId}::uuid for update`;
  const entry = await tx.registerEntry.findUnique({
    where: { contractId },
    include: { contract: true },
  });
  if (!entry) throw new DomainError("common.not_found");
  const { contractNo } = entry;
  if (entry.registeredAt !== null)
    throw new DomainError("contracts.already_registered", { contractNo });
  if (entry.contract.status !== "EFFECTIVE")
    throw new DomainError("contracts.wrong_status", { contractNo });
  const missing = emptyColumns(columnsOf(entry));
  if (missing) {
    throw new DomainError("contracts.register_incomplete", { contractNo, columns: missing });
  }
  await tx.registerEntry.update({
    where: { contractId },
    data: {
      registeredById: actor.id,
      registeredByName: actor.name,
      registeredAt: clock.now(),
      rowVersion: { increment: 1 },
      ...(remark !== "" && { remark }),
    },
  });
  await closeWorkItem(tx, { kind: "contract.register", subjectId: contractId });
  await recordAudit(tx, actor, {
    type: "contract.registered",
    subjectType: "contract",
    subjectId: contractId,
    details: { contractNo },
  });
  const executing = await startExecution(tx, actor, contractId);
  await refreshTaskItem(tx, contractId);
  return { contractId, contractNo, executing };
}

type EntryWithContract = NonNullable<Awaited<ReturnType<Tx["registerEntry"]["findUnique"]>>> & {
  contract: NonNullable<Awaited<ReturnType<Tx["contract"]["findUnique"]>>>;
};

function columnsOf({ contract, ...entry }: EntryWithContract): RegisterColumns {
  return {
    contractNo: entry.contractNo,
    contractClass: contract.contractClass,
    contractForm: contract.form,
    effectiveDate: contract.effectiveOn?.toISOString() ?? null,
    customerName: contract.customerName,
    settlementMode: entry.settlementMode,
    tier: entry.tier,
    productSummary: contract.productSummary,
    totalQty: contract.totalQty.isZero() ? null : contract.totalQty.toFixed(3),
    totalAmount: contract.totalAmount.toFixed(2),
    deliveryDates:
      contract.deliveryFrom && contract.deliveryTo ? contract.deliveryFrom.toISOString() : null,
    paymentTerm: contract.paymentTerm,
    status: contract.status,
    handler: contract.handlerId,
    preparedBy: entry.preparedByName,
    checkedBy: entry.checkedByName,
    approvedBy: entry.approvedByName,
  };
}
