import "server-only";
import { type Actor, can, canSign } from "@/lib/auth/permissions";
import { revisionLifecycle } from "@/lib/changes/lifecycle";
import { type Revision, revisionFacts } from "@/lib/changes/load";
import type { ContractContent } from "@/lib/contracts/content";
import { type ContractDiff, diffContent } from "@/lib/contracts/diff";
import { findWholeContract } from "@/lib/contracts/load";
import { isContractVisible } from "@/lib/contracts/queries";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Money } from "@/lib/core/money";
import { isUuid } from "@/lib/core/uuid";
import { db } from "@/lib/server/db";

export type RevisionRow = {
  id: string;
  revision: number;
  status: Revision["status"];
  reason: string;
  totalBefore: string;
  totalAfter: string;
  draftedByName: string;
  submittedAt: Date | null;
  effectiveOn: string | null;
  cancelReason: string;
  rowVersion: number;
  diff: ContractDiff;
};

/** What a submitted change does, or what its draft would do so far as it is known: nothing before the submission. */
function diffOf(revision: Revision): ContractDiff {
  const after = revision.contentAfter as ContractContent | null;
  if (after === null) return { fields: [], clauses: [], lines: [] };
  return diffContent(revision.contentBefore as ContractContent, after);
}

const asRow = (revision: Revision): RevisionRow => ({
  id: revision.id,
  revision: revision.revision,
  status: revision.status,
  reason: revision.reason,
  totalBefore: Money.of(revision.totalBefore).toString(),
  totalAfter: Money.of(revision.totalAfter).toString(),
  draftedByName: revision.draftedByName,
  submittedAt: revision.submittedAt,
  effectiveOn: revision.effectiveOn && fromDbDate(revision.effectiveOn),
  cancelReason: revision.cancelReason,
  rowVersion: revision.rowVersion,
  diff: diffOf(revision),
});

/** All changes of a contract, the newest first. The caller has shown that the contract is in view. */
export async function revisionsOf(contractId: string): Promise<RevisionRow[]> {
  const rows = await db.contractRevision.findMany({
    where: { contractId },
    orderBy: { revision: "desc" },
  });
  return rows.map(asRow);
}

export type RevisionPage = NonNullable<Awaited<ReturnType<typeof findRevisionPage>>>;

/** One change with its contract and the commands this actor may give; null when not in view. */
export async function findRevisionPage(actor: Actor, revisionId: string) {
  if (!isUuid(revisionId)) return null;
  const revision = await db.contractRevision.findUnique({ where: { id: revisionId } });
  if (!revision || !(await isContractVisible(actor, revision.contractId))) return null;
  const contract = await findWholeContract(db, revision.contractId);
  if (!contract) return null;
  const document = {
    kind: "contract_revision",
    amount: Money.of(revision.totalAfter).toString(),
  };
  const commands = revisionLifecycle.available(
    revisionFacts(revision, contract),
    actor,
    canSign(document),
  );
  return {
    ...asRow(revision),
    contract: {
      id: contract.id,
      contractNo: contract.contractNo ?? "",
      customerId: contract.customerId,
      customerName: contract.customerName,
      form: contract.form,
      paymentTerm: contract.paymentTerm,
    },
    commands,
    mayEdit:
      revision.status === "DRAFT" &&
      can(actor, "contract:draft") &&
      (revision.draftedById === actor.id || actor.role === "CLERK"),
  };
}

export type WaitingRevision = RevisionRow & {
  contractId: string;
  contractNo: string;
  customerName: string;
  /** May this actor decide it, or not (own draft, same signer). */
  mayDecide: boolean;
};

const SHOWN_AT_MOST = 100;

/** Changes that wait for this actor's check or approval, the earliest first (R1.1.4-a, R1.1.4-b). */
export async function revisionInbox(actor: Actor): Promise<WaitingRevision[]> {
  const statuses = [
    ...(can(actor, "contract:check") ? (["PENDING_CHIEF"] as const) : []),
    ...(can(actor, "contract:approve") ? (["PENDING_DIRECTOR"] as const) : []),
  ];
  if (statuses.length === 0) return [];
  const rows = await db.contractRevision.findMany({
    where: { status: { in: statuses } },
    orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
    take: SHOWN_AT_MOST,
  });
  const reached = rows.filter(({ status, totalAfter }) => {
    const permission = status === "PENDING_CHIEF" ? "contract:check" : "contract:approve";
    const amount = Money.of(totalAfter).toString();
    return can(actor, permission, { kind: "contract_revision", amount });
  });
  const contracts = await db.contract.findMany({
    where: { id: { in: reached.map(({ contractId }) => contractId) } },
    select: { id: true, contractNo: true, customerName: true },
  });
  const byId = new Map(contracts.map((contract) => [contract.id, contract]));
  return reached.map((row) => ({
    ...asRow(row),
    contractId: row.contractId,
    contractNo: byId.get(row.contractId)?.contractNo ?? "",
    customerName: byId.get(row.contractId)?.customerName ?? "",
    mayDecide:
      !row.drafterIds.includes(actor.id) &&
      (row.status === "PENDING_CHIEF" || row.checkedById !== actor.id),
  }));
}
