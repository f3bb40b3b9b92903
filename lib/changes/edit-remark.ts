import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockCustomerAndContract } from "@/lib/changes/load";
import type { EditRemarkInput } from "@/lib/changes/schema";
import type { WholeContract } from "@/lib/contracts/load";
import { DomainError } from "@/lib/core/domain-error";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";

const EDITABLE: readonly string[] = ["EFFECTIVE", "EXECUTING", "COMPLETED"];
const LINE_REMARK_LENGTH = 200;

/**
 * A harmless remark of a numbered contract is edited without a change of its own and logged with before and after
 * (Q38): the contract's, its register row's, or a line's.
 */
export function editRemark(
  actor: Actor,
  input: EditRemarkInput,
  key: IdempotencyKey,
): Promise<{ id: string }> {
  return transactOnce({ key, actor, action: "contract.edit_remark", input }, async (tx) => {
    requirePermission(actor, "contract:draft");
    const contract = await lockCustomerAndContract(tx, input.contractId);
    if (!EDITABLE.includes(contract.status)) throw new DomainError("contracts.wrong_status");
    const before = await write(tx, contract, input);
    const { count } = await tx.contract.updateMany({
      where: { id: contract.id, rowVersion: input.rowVersion },
      data: { rowVersion: { increment: 1 }, updatedAt: clock.now() },
    });
    if (count === 0) throw new DomainError("common.changed_meanwhile");
    await recordAudit(tx, actor, {
      type: "contract.remark_edited",
      subjectType: "contract",
      subjectId: contract.id,
      details: { field: input.field, before, after: input.text },
    });
    return { id: contract.id };
  });
}

/** Writes the remark; answers what stood there. */
async function write(tx: Tx, contract: WholeContract, input: EditRemarkInput): Promise<string> {
  if (input.field === "contract") {
    await tx.contract.update({ where: { id: contract.id }, data: { remark: input.text } });
    return contract.remark;
  }
  if (input.field === "register") {
    const row = await tx.registerEntry.findUniqueOrThrow({ where: { contractId: contract.id } });
    await tx.registerEntry.update({
      where: { contractId: contract.id },
      data: { remark: input.text, rowVersion: { increment: 1 } },
    });
    return row.remark;
  }
  const line = contract.lines.find(({ id }) => id === input.lineId);
  if (!line) throw new DomainError("common.not_found");
  await tx.contractLine.update({
    where: { id: line.id },
    data: { lineRemark: input.text.slice(0, LINE_REMARK_LENGTH) },
  });
  return line.lineRemark;
}
