import "server-only";
import { toDbDate } from "@/lib/core/calendar-date";
import { clock } from "@/lib/server/clock";
import type { Tx } from "@/lib/server/db";

type Reader = Pick<Tx, "workItem" | "dutyAssignment" | "delegation" | "customer">;

/** What a person still holds: work items addressed to them, customers, duties and delegations that are not over. */
export async function openMattersOf(client: Reader, personId: string) {
  const today = toDbDate(clock.today());
  const workItems = await client.workItem.findMany({
    where: { assigneeId: personId, closedAt: null },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, title: true, dueOn: true },
  });
  const duties = await client.dutyAssignment.findMany({
    where: { personId, OR: [{ toOn: null }, { toOn: { gte: today } }] },
    orderBy: [{ duty: "asc" }, { fromOn: "asc" }],
    select: { id: true, duty: true, fromOn: true, toOn: true },
  });
  const delegations = await client.delegation.findMany({
    where: {
      revokedAt: null,
      toOn: { gte: today },
      OR: [{ principalId: personId }, { delegateId: personId }],
    },
    orderBy: { fromOn: "asc" },
    select: {
      id: true,
      docNo: true,
      step: true,
      fromOn: true,
      toOn: true,
      principal: { select: { displayName: true } },
      delegate: { select: { displayName: true } },
    },
  });
  const customers = await client.customer.count({
    where: { ownerId: personId, mergedIntoId: null },
  });
  return { workItems, duties, delegations, customers };
}

export type OpenMatters = Awaited<ReturnType<typeof openMattersOf>>;
