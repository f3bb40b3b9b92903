import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { isRunning, lockCustomerAndContract } from "@/lib/changes/load";
import { notifyHolders } from "@/lib/changes/notify-holders";
import { closable } from "@/lib/changes/request-short-close";
import type { DecideShortCloseInput } from "@/lib/changes/schema";
import { settleStock } from "@/lib/changes/write-revision";
import { lockContract, type WholeContract } from "@/lib/contracts/load";
import { proposeCompletion } from "@/lib/contracts/propose-completion";
import { refreshShipItem } from "@/lib/contracts/ship-item";
import { refreshTaskItem } from "@/lib/contracts/task-item";
import { contentHash } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { lineAmount, UnitPrice } from "@/lib/core/unit-price";
import type { BothLanguages } from "@/lib/records/acknowledgements";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import type { Prisma } from "@/lib/server/generated/client";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { requirePermission } from "@/lib/server/require-permission";
import { sign } from "@/lib/server/signatures";
import { closeWorkItem } from "@/lib/server/work-items";

type ShortClose = Prisma.ShortCloseGetPayload<{ include: { lines: true } }>;

/**
 * The section chief signs or refuses a short close (Q29): the rest will not be delivered, its stock and demand are
 * free again, and the contract may be complete. Throws `changes.over_rest` when a notice took the rest meanwhile.
 */
export function decideShortClose(
  actor: Actor,
  input: DecideShortCloseInput,
  key: IdempotencyKey,
): Promise<{ contractId: string }> {
  return transactOnce({ key, actor, action: "short_close.decide", input }, async (tx) => {
    requirePermission(actor, "contract:sign_short_close");
    const found = await tx.shortClose.findUnique({
      where: { id: input.shortCloseId },
      include: { lines: true },
    });
    if (!found) throw new DomainError("common.not_found");
    const contract = await lockCustomerAndContract(tx, found.contractId);
    if (found.requestedById === actor.id) throw new DomainError("changes.own_short_close");
    if (input.decision === "REJECT" && input.comment === "") {
      throw new DomainError("common.invalid_input", undefined, [
        { path: "comment", code: "common.required" },
      ]);
    }
    await settleRequest(tx, actor, input);
    await signDecision(tx, actor, contract, found, input);
    if (input.decision === "AGREE") await closeRest(tx, actor, contract, found);
    await closeWorkItem(tx, { kind: "contract.short_close", subjectId: contract.id });
    await recordAudit(tx, actor, {
      type:
        input.decision === "AGREE" ? "contract.short_close_signed" : "contract.short_close_refused",
      subjectType: "contract",
      subjectId: contract.id,
      details: { reason: found.reason, comment: input.comment },
    });
    return { contractId: contract.id };
  });
}

async function settleRequest(tx: Tx, actor: Actor, input: DecideShortCloseInput): Promise<void> {
  const { count } = await tx.shortClose.updateMany({
    where: { id: input.shortCloseId, status: "PENDING", rowVersion: input.rowVersion },
    data: {
      status: input.decision === "AGREE" ? "SIGNED" : "REFUSED",
      decidedById: actor.id,
      decidedByName: actor.name,
      decidedAt: clock.now(),
      decisionComment: input.comment,
      rowVersion: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("common.changed_meanwhile");
}

function signDecision(
  tx: Tx,
  actor: Actor,
  contract: WholeContract,
  { id, reason, consentNote, lines }: ShortClose,
  input: DecideShortCloseInput,
): Promise<string> {
  return sign(tx, actor, {
    permission: "contract:sign_short_close",
    subjectType: "short_close",
    subjectId: id,
    step: "DEPT_HEAD",
    decision: input.decision,
    comment: input.comment,
    revision: contract.revision,
    contentHash: contentHash({
      reason,
      consentNote,
      lines: lines.map(({ contractLineId, quantity }) => ({
        contractLineId,
        quantity: quantity.toFixed(3),
      })),
    }),
  });
}

async function closeRest(
  tx: Tx,
  actor: Actor,
  contract: WholeContract,
  { id, reason, lines }: ShortClose,
): Promise<void> {
  if (!isRunning(contract)) throw new DomainError("changes.contract_runs");
  const wanted = new Map(lines.map((line) => [line.contractLineId, Quantity.of(line.quantity)]));
  let closedAmount = Money.zero;
  for (const line of contract.lines) {
    const quantity = wanted.get(line.id);
    if (!quantity) continue;
    const rest = closable(line);
    if (quantity.isGreaterThan(rest)) {
      throw new DomainError("changes.over_rest", { rest: rest.toString(), unit: line.unit });
    }
    await tx.contractLine.update({
      where: { id: line.id },
      data: { closedQty: { increment: quantity.toString() } },
    });
    closedAmount = closedAmount.plus(lineAmount(quantity, UnitPrice.of(line.unitPrice)));
  }
  await tx.registerEntry.update({
    where: { contractId: contract.id },
    data: { closedAmount: { increment: closedAmount.toString() } },
  });
  await tx.contract.update({
    where: { id: contract.id },
    data: { rowVersion: { increment: 1 }, updatedAt: clock.now() },
  });
  const now = await lockContract(tx, contract.id);
  await settleStock(tx, now);
  await notifyHolders(tx, actor, contract.id, {
    subjectType: "short_close",
    subjectId: id,
    what: closedInWords(now, wanted),
    reason,
  });
  await refreshShipItem(tx, contract.id);
  await refreshTaskItem(tx, contract.id);
  await proposeCompletion(tx, contract.id);
}

/** "尾数不发：第1行 立铣刀 2支": printed words, for whoever holds papers of the contract. */
function closedInWords(
  contract: WholeContract,
  wanted: ReadonlyMap<string, Quantity>,
): BothLanguages {
  const parts = contract.lines.flatMap((line) => {
    const quantity = wanted.get(line.id);
    if (!quantity) return [];
    const goods = `${line.productName} ${line.spec} ${quantity.toString()}${line.unit}`;
    return [{ zh: `第${line.lineNo}行 ${goods}`, en: `line ${line.lineNo} ${goods}` }];
  });
  return {
    zh: `尾数不发：${parts.map(({ zh }) => zh).join("；")}`,
    en: `The rest is not shipped: ${parts.map(({ en }) => en).join("; ")}`,
  };
}
