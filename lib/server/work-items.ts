import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { Duty, Role } from "@/lib/auth/roles";
import { type CalendarDate, fromDbDate } from "@/lib/core/calendar-date";
import { clock } from "@/lib/server/clock";
import { db, Prisma, type Tx } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { WORK_ITEM_KINDS, type WorkItemKindName, workItemHref } from "@/lib/server/work-item-kinds";

export type OpenWorkItem = {
  kind: WorkItemKindName;
  subjectType: string;
  subjectId: string;
  /** Number, customer, amount: what the row says on the home page. */
  title: string;
  /** Exactly one of person, duty, role. */
  assigneeId?: string;
  duty?: Duty;
  role?: Role;
  dueOn: CalendarDate;
  /** Default: at once. */
  visibleFromOn?: CalendarDate;
  escalateToRole?: Role;
};

export function openWorkItemSql(item: OpenWorkItem): Prisma.Sql {
  const { kind, subjectType, subjectId, title, assigneeId, duty, role, dueOn, visibleFromOn } =
    item;
  return Prisma.sql`
    insert into work_item (id, kind, subject_type, subject_id, title, assignee_id, duty, role,
      visible_from_on, due_on, escalate_to_role, opened_at)
    values (${newId()}::uuid, ${kind}, ${subjectType}, ${subjectId}::uuid, ${title.slice(0, 200)},
      ${assigneeId ?? null}::uuid, ${duty ?? null}::duty, ${role ?? null}::role,
      ${visibleFromOn ?? clock.today()}::date, ${dueOn}::date, ${item.escalateToRole ?? null}::role, ${clock.now()})
    on conflict (kind, subject_id) where closed_at is null do update
      set title = excluded.title, visible_from_on = excluded.visible_from_on, due_on = excluded.due_on,
          assignee_id = excluded.assignee_id, duty = excluded.duty, role = excluded.role`;
}

export function closeWorkItemSql({
  kind,
  subjectId,
}: {
  kind: WorkItemKindName;
  subjectId: string;
}): Prisma.Sql {
  return Prisma.sql`
    update work_item set closed_at = ${clock.now()}
    where subject_id = ${subjectId}::uuid and kind = ${kind} and closed_at is null`;
}

/** Opens the item, or renews the open one of the same kind and subject. */
export async function openWorkItem(tx: Tx, item: OpenWorkItem): Promise<void> {
  await tx.$executeRaw(openWorkItemSql(item));
}

/** Closes the item because its fact is done; nothing happens when none is open. */
export async function closeWorkItem(
  tx: Tx,
  item: { kind: WorkItemKindName; subjectId: string },
): Promise<void> {
  await tx.$executeRaw(closeWorkItemSql(item));
}

/** Closes all that is open about a subject (voided, cancelled, rejected). */
export async function closeWorkItemsOf(tx: Tx, subjectId: string): Promise<void> {
  await tx.$executeRaw`
    update work_item set closed_at = ${clock.now()} where subject_id = ${subjectId}::uuid and closed_at is null`;
}

export type WorkItemRow = {
  id: string;
  kind: WorkItemKindName;
  subjectId: string;
  title: string;
  dueOn: CalendarDate;
  isOverdue: boolean;
  isDueToday: boolean;
  href: string;
};

/** Items whose kind a delegate may also do, as far as the delegation reaches: kinds of documents, amount (F45). */
function delegatedKinds(actor: Actor): Prisma.Sql[] {
  return actor.delegations.map(
    ({ step, principalRole, documentKinds = [], amountLimit = null }) => {
      const kinds = Object.entries(WORK_ITEM_KINDS)
        .filter(([, kind]) => "step" in kind && kind.step === step)
        .map(([name]) => name);
      const reached = [Prisma.sql`role = ${principalRole}::role and kind = any(${kinds})`];
      if (documentKinds.length > 0) {
        reached.push(Prisma.sql`${documentKind} = any(${[...documentKinds]})`);
      }
      if (amountLimit !== null) {
        reached.push(Prisma.sql`not exists (select 1 from signed_document d where d.id = work_item.subject_id
        and d.subject_type = work_item.subject_type and d.amount > ${amountLimit}::numeric)`);
      }
      return Prisma.sql`(${Prisma.join(reached, " and ")})`;
    },
  );
}

/** What a work item asks to have signed; the kind of a walk-in pickup's slip is the pickup. */
const documentKind = Prisma.sql`case
  when kind = 'contract.end_request' then 'contract_request'
  when kind = 'contract.short_close' then 'short_close'
  when kind = 'slip.sign_reversal' then 'reversal'
  when subject_type = 'outbound_slip' and exists (
    select 1 from outbound_slip s where s.id = subject_id and s.outbound_type = 'WALK_IN') then 'walk_in'
  else subject_type end`;

function mine(actor: Actor): Prisma.Sql {
  const reasons = [
    Prisma.sql`assignee_id = ${actor.id}::uuid`,
    Prisma.sql`role = ${actor.role}::role`,
    Prisma.sql`duty = any(${[...actor.duties]}::duty[])`,
    ...delegatedKinds(actor),
  ];
  return Prisma.sql`closed_at is null and (${Prisma.join(reasons, " or ")})`;
}

/** The open, visible items of the actor, overdue first; at most 200. */
export async function listWorkItems(actor: Actor): Promise<WorkItemRow[]> {
  const today = clock.today();
  const rows = await db.$queryRaw<
    { id: string; kind: WorkItemKindName; subject_id: string; title: string; due_on: Date }[]
  >`
    select id, kind, subject_id, title, due_on from work_item
    where ${mine(actor)} and visible_from_on <= ${today}::date
    order by due_on, opened_at, id limit 200`;
  return rows.map((row) => {
    const dueOn = fromDbDate(row.due_on);
    return {
      id: row.id,
      kind: row.kind,
      subjectId: row.subject_id,
      title: row.title,
      dueOn,
      isOverdue: dueOn < today,
      isDueToday: dueOn === today,
      href: workItemHref(row.kind, row.subject_id),
    };
  });
}

/** How many visible items of each kind the actor has: the badges of the navigation. */
export async function countWorkItems(
  actor: Actor,
): Promise<Partial<Record<WorkItemKindName, number>>> {
  const rows = await db.$queryRaw<{ kind: WorkItemKindName; n: number }[]>`
    select kind, count(*)::int as n from work_item
    where ${mine(actor)} and visible_from_on <= ${clock.today()}::date group by kind`;
  return Object.fromEntries(rows.map(({ kind, n }) => [kind, n]));
}

/** Who must act next on a document: for the detail page's rail. */
export async function openItemsOf(subjectId: string) {
  const rows = await db.workItem.findMany({
    where: { subjectId, closedAt: null },
    orderBy: { openedAt: "asc" },
    select: {
      kind: true,
      dueOn: true,
      visibleFromOn: true,
      role: true,
      duty: true,
      assigneeId: true,
      openedAt: true,
    },
  });
  const today = clock.today();
  return rows.map(({ visibleFromOn, ...row }) => ({
    ...row,
    kind: row.kind as WorkItemKindName,
    dueOn: fromDbDate(row.dueOn),
    /** Its time has come; before that it is only planned. */
    isVisible: fromDbDate(visibleFromOn) <= today,
  }));
}

/** Moves a person's open items to another (leaving, rules 5.15); returns how many. */
export function handOverWorkItems(tx: Tx, fromId: string, toId: string): Promise<number> {
  return tx.$executeRaw`
    update work_item set assignee_id = ${toId}::uuid where assignee_id = ${fromId}::uuid and closed_at is null`;
}
