import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { proposedArchiveNo } from "@/lib/changes/archive-numbers";
import { isRunning } from "@/lib/changes/load";
import { type RevisionRow, revisionsOf } from "@/lib/changes/queries";
import { closable } from "@/lib/changes/request-short-close";
import { contractLifecycle } from "@/lib/contracts/lifecycle";
import { factsOf, findWholeContract, type WholeContract } from "@/lib/contracts/load";
import { fromDbDate } from "@/lib/core/calendar-date";
import { Quantity } from "@/lib/core/quantity";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";

export type ShortCloseRow = {
  id: string;
  status: "PENDING" | "SIGNED" | "REFUSED" | "WITHDRAWN";
  reason: string;
  consentNote: string;
  consentOn: string;
  requestedById: string;
  requestedByName: string;
  requestedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  decisionComment: string;
  rowVersion: number;
  lines: { lineNo: number; product: string; quantity: string; unit: string }[];
};

/** A line with a rest that no notice claims. */
export type RestRow = { id: string; lineNo: number; product: string; rest: string; unit: string };

/** What stands between a contract in execution and its completion. */
export type CompletionState = {
  allDelivered: boolean;
  openPapers: number;
  goodsInHouse: number;
  openWork: number;
  openChange: boolean;
};

export type ContractEnds = {
  contractId: string;
  rowVersion: number;
  revisions: RevisionRow[];
  /** A new change may be drafted, or the open draft edited. */
  mayChange: boolean;
  shortCloses: ShortCloseRow[];
  rests: RestRow[];
  mayShortClose: boolean;
  maySignShortClose: boolean;
  completion: CompletionState | null;
  mayComplete: boolean;
  completed: { at: Date; byName: string } | null;
  mayArchive: boolean;
  archiveNo: string;
  archivedOn: string | null;
  proposedArchiveNo: string;
  remarks: RemarkRow[];
  mayEditRemarks: boolean;
};

export type RemarkRow = {
  field: "contract" | "register" | "line";
  lineId: string | null;
  lineNo: number | null;
  product: string;
  text: string;
};

/** Changes, short closes, completion, archive and remarks of a numbered contract; null before it has a number. */
export async function contractEnds(actor: Actor, contractId: string): Promise<ContractEnds | null> {
  const contract = await findWholeContract(db, contractId);
  if (!contract || contract.contractNo === null) return null;
  const [revisions, shortCloses, facts, register] = await Promise.all([
    revisionsOf(contractId),
    shortClosesOf(contract),
    factsOf(db, contract),
    db.registerEntry.findUnique({ where: { contractId }, select: { remark: true } }),
  ]);
  const runs = isRunning(contract);
  const commands = contractLifecycle.available(facts, actor, can);
  const isEnded = contract.status === "VOIDED" || contract.status === "TERMINATED";
  const mayArchive =
    can(actor, "contract:archive") &&
    (contract.status === "COMPLETED" || (isEnded && contract.archiveNo === ""));
  const open = revisions.find(({ status }) => OPEN.includes(status));
  return {
    contractId,
    rowVersion: contract.rowVersion,
    revisions,
    mayChange: runs && can(actor, "contract:draft") && (!open || open.status === "DRAFT"),
    shortCloses,
    rests: runs ? restsOf(contract) : [],
    mayShortClose:
      runs &&
      can(actor, "contract:short_close") &&
      !shortCloses.some(({ status }) => status === "PENDING"),
    maySignShortClose: can(actor, "contract:sign_short_close"),
    completion: contract.status === "EXECUTING" ? facts : null,
    mayComplete: commands.includes("complete"),
    completed: contract.completedAt && {
      at: contract.completedAt,
      byName: contract.completedByName ?? "",
    },
    mayArchive,
    archiveNo: contract.archiveNo,
    archivedOn: contract.archivedOn && fromDbDate(contract.archivedOn),
    proposedArchiveNo: mayArchive ? await proposedArchiveNo(db, clock.today()) : "",
    remarks: remarksOf(contract, register?.remark ?? ""),
    mayEditRemarks: can(actor, "contract:draft") && (runs || contract.status === "COMPLETED"),
  };
}

const OPEN: readonly string[] = ["DRAFT", "PENDING_CHIEF", "PENDING_DIRECTOR"];

const nameOf = ({ productName, spec }: WholeContract["lines"][number]) =>
  `${productName} ${spec}`.trim();

function restsOf(contract: WholeContract): RestRow[] {
  return contract.lines.flatMap((line) => {
    const rest = closable(line);
    if (line.lineKind !== "GOODS" || !rest.isPositive()) return [];
    return [
      {
        id: line.id,
        lineNo: line.lineNo,
        product: nameOf(line),
        rest: rest.toString(),
        unit: line.unit,
      },
    ];
  });
}

async function shortClosesOf(contract: WholeContract): Promise<ShortCloseRow[]> {
  const rows = await db.shortClose.findMany({
    where: { contractId: contract.id },
    orderBy: { requestedAt: "desc" },
    include: { lines: true },
  });
  const lineOf = new Map(contract.lines.map((line) => [line.id, line]));
  return rows.map(({ lines, consentOn, ...row }) => ({
    ...row,
    consentOn: fromDbDate(consentOn),
    lines: lines.flatMap(({ contractLineId, quantity }) => {
      const line = lineOf.get(contractLineId);
      if (!line) return [];
      return [
        {
          lineNo: line.lineNo,
          product: nameOf(line),
          quantity: Quantity.of(quantity).toString(),
          unit: line.unit,
        },
      ];
    }),
  }));
}

function remarksOf(contract: WholeContract, register: string): RemarkRow[] {
  const whole = { lineId: null, lineNo: null, product: "" };
  return [
    { ...whole, field: "contract", text: contract.remark },
    { ...whole, field: "register", text: register },
    ...contract.lines.map((line) => ({
      field: "line" as const,
      lineId: line.id,
      lineNo: line.lineNo,
      product: nameOf(line),
      text: line.lineRemark,
    })),
  ];
}
