import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { HOLDERS, type Holder, isHolder } from "@/lib/records/holders";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import { db, type Tx } from "@/lib/server/db";
import { openWorkItem } from "@/lib/server/work-items";

export type NewAcknowledgement = {
  /** What changed: a contract revision, a production task notice, a preparation order, a contract that ended. */
  subjectType: string;
  subjectId: string;
  contractId: string | null;
  holder: Holder;
  /** The paper that the holder works by. */
  paperType: string;
  paperId: string;
  paperNo: string;
  what: BothLanguages;
  reason: string;
};

/** Words that are stored because what they tell of will look otherwise later. */
export type BothLanguages = { zh: string; en: string };

const TEXT_LENGTH = 500;

/**
 * Somebody who holds a paper must take note that what it rests on changed or ended (GB/T 19001 8.2.4, Q38): one row
 * and one work item for the holder, in the transaction of the change.
 */
export async function openAcknowledgement(
  tx: Tx,
  actor: Actor,
  wanted: NewAcknowledgement,
): Promise<{ id: string }> {
  const [what, whatEn] = [wanted.what.zh, wanted.what.en].map((text) =>
    text.slice(0, TEXT_LENGTH),
  ) as [string, string];
  const { id } = await tx.acknowledgement.create({
    data: {
      ...wanted,
      what,
      whatEn,
      reason: wanted.reason.slice(0, TEXT_LENGTH),
      openedByName: actor.name,
      openedAt: clock.now(),
    },
    select: { id: true },
  });
  await openWorkItem(tx, {
    kind: "acknowledgement.give",
    subjectType: "acknowledgement",
    subjectId: id,
    title: await titleOf(tx, wanted),
    ...HOLDERS[wanted.holder].assignee,
    dueOn: clock.today(),
  });
  await recordAudit(tx, actor, {
    type: "acknowledgement.opened",
    subjectType: wanted.paperType,
    subjectId: wanted.paperId,
    details: { paperNo: wanted.paperNo, what, whatEn },
  });
  return { id };
}

/** "SC2026-0012 LG2026-018": in no language, and without the customer, whom not every holder may see. */
async function titleOf(tx: Tx, { paperNo, contractId }: NewAcknowledgement): Promise<string> {
  const contract = contractId
    ? await tx.contract.findUnique({ where: { id: contractId }, select: { contractNo: true } })
    : null;
  return [paperNo, contract?.contractNo].filter(Boolean).join(" ");
}

/** The holder whose acknowledgements this person gives; null for everybody else. */
export function holderOf(actor: Actor): Holder | null {
  if (!can(actor, "acknowledgement:give")) return null;
  const holder = Object.entries(HOLDERS).find(([, { role }]) => role === actor.role)?.[0];
  return holder !== undefined && isHolder(holder) ? holder : null;
}

export type AcknowledgementRow = {
  id: string;
  holder: Holder;
  subjectType: string;
  subjectId: string;
  contractId: string | null;
  paperType: string;
  paperId: string;
  paperNo: string;
  what: string;
  whatEn: string;
  reason: string;
  openedByName: string;
  openedAt: Date;
  acknowledgedByName: string | null;
  acknowledgedAt: Date | null;
  /** This actor is the one who must take note of it, and has not yet. */
  mayAcknowledge: boolean;
};

type Stored = Omit<AcknowledgementRow, "holder" | "mayAcknowledge"> & { holder: string };

const asRow =
  (own: Holder | null) =>
  (row: Stored): AcknowledgementRow => ({
    ...row,
    holder: isHolder(row.holder) ? row.holder : "SHIPPING",
    mayAcknowledge: row.acknowledgedAt === null && row.holder === own,
  });

const SHOWN_AT_MOST = 200;

/** What this person must still take note of, the oldest first; at most 200. */
export async function openAcknowledgements(actor: Actor): Promise<AcknowledgementRow[]> {
  const holder = holderOf(actor);
  if (holder === null) return [];
  const rows = await db.acknowledgement.findMany({
    where: { holder, acknowledgedAt: null },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: SHOWN_AT_MOST,
  });
  return rows.map(asRow(holder));
}

/**
 * All acknowledgements of one paper, or asked for by one change, the newest first. The caller has shown that the
 * document is in the actor's view.
 */
export async function acknowledgementsAbout(
  actor: Actor,
  documentId: string,
): Promise<AcknowledgementRow[]> {
  const rows = await db.acknowledgement.findMany({
    where: {
      OR: [{ paperId: documentId }, { subjectId: documentId }, { contractId: documentId }],
    },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
    take: SHOWN_AT_MOST,
  });
  return rows.map(asRow(holderOf(actor)));
}

/** What the holder of one paper has not taken note of yet. The caller has shown that the paper is in view. */
export async function openAcknowledgementsOf(
  actor: Actor,
  paperId: string,
): Promise<AcknowledgementRow[]> {
  const rows = await db.acknowledgement.findMany({
    where: { paperId, acknowledgedAt: null },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    take: SHOWN_AT_MOST,
  });
  return rows.map(asRow(holderOf(actor)));
}

/** One acknowledgement as its page shows it; null when it is none of this person's business. */
export async function findAcknowledgement(
  actor: Actor,
  id: string,
): Promise<AcknowledgementRow | null> {
  const row = await db.acknowledgement.findUnique({ where: { id } });
  if (!row) return null;
  const holder = holderOf(actor);
  if (row.holder !== holder && !can(actor, "contract:read")) return null;
  return asRow(holder)(row);
}
