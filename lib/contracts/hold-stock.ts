import "server-only";
import * as z from "zod";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract, type WholeContract } from "@/lib/contracts/load";
import { addDays } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { Quantity } from "@/lib/core/quantity";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { dropHold, holdStock } from "@/lib/stock/stock-hold";

const HOLD_DAYS = 3; // Q28

export const holdInput = z.strictObject({ contractId: z.uuid() });
export type HoldInput = z.output<typeof holdInput>;

/** A draft holds its goods softly for three days: others see it, nothing is bound (Q28). */
export function holdForDraft(
  actor: Actor,
  input: HoldInput,
  key: IdempotencyKey,
): Promise<{ until: string }> {
  return transactOnce({ key, actor, action: "contract.hold_stock", input }, async (tx) => {
    const contract = await ownDraft(tx, actor, input.contractId);
    const rows = contract.lines.flatMap(({ lineKind, productId, quantity }) =>
      lineKind === "GOODS" && productId ? [{ productId, quantity: Quantity.of(quantity) }] : [],
    );
    if (rows.length === 0) throw new DomainError("contracts.nothing_to_hold");
    const untilOn = addDays(clock.today(), HOLD_DAYS);
    await holdStock(tx, {
      contractId: contract.id,
      heldById: actor.id,
      heldByName: actor.name,
      untilOn,
      rows,
    });
    await recordAudit(tx, actor, {
      type: "contract.stock_held",
      subjectType: "contract",
      subjectId: contract.id,
      details: { until: untilOn },
    });
    return { until: untilOn };
  });
}

/** The drafter no longer wants the goods held. */
export function endHold(
  actor: Actor,
  input: HoldInput,
  key: IdempotencyKey,
): Promise<{ contractId: string }> {
  return transactOnce({ key, actor, action: "contract.end_hold", input }, async (tx) => {
    const contract = await ownDraft(tx, actor, input.contractId);
    if (await dropHold(tx, contract.id)) {
      await recordAudit(tx, actor, {
        type: "contract.stock_hold_ended",
        subjectType: "contract",
        subjectId: contract.id,
      });
    }
    return { contractId: contract.id };
  });
}

async function ownDraft(tx: Tx, actor: Actor, contractId: string): Promise<WholeContract> {
  const contract = await lockContract(tx, contractId);
  if (contract.status !== "DRAFT") throw new DomainError("contracts.only_drafts_edited");
  if (!contract.drafterIds.includes(actor.id)) throw new DomainError("contracts.own_draft");
  return contract;
}
