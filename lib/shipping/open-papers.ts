import "server-only";
import { type Actor, can } from "@/lib/auth/permissions";
import { db } from "@/lib/server/db";

/** A paper that keeps a contract from being voided or terminated (rules 5.1). */
export type OpenPaper = {
  id: string;
  kind: "notice" | "slip";
  number: string;
  rowVersion: number;
  mayCancel: boolean;
};

/** Issued notices and slips that are not posted; the caller has shown that the contract is in view. */
export async function openPapersOf(actor: Actor, contractId: string): Promise<OpenPaper[]> {
  const [notices, slips] = await Promise.all([
    db.shippingNotice.findMany({
      where: { contractId, status: { in: ["ISSUED", "ACKNOWLEDGED"] } },
      orderBy: { id: "asc" },
      select: { id: true, docNo: true, rowVersion: true, lines: { select: { postedQty: true } } },
    }),
    db.outboundSlip.findMany({
      where: {
        contractId,
        redOfId: null,
        status: { in: ["DRAFT", "PENDING_DEPT_HEAD", "PENDING_DIRECTOR", "APPROVED"] },
      },
      orderBy: { id: "asc" },
      select: { id: true, docNo: true, rowVersion: true },
    }),
  ]);
  return [
    ...slips.map(({ id, docNo, rowVersion }) => ({
      id,
      kind: "slip" as const,
      number: docNo ?? "",
      rowVersion,
      mayCancel: can(actor, "slip:cancel"),
    })),
    ...notices.map(({ id, docNo, rowVersion, lines }) => ({
      id,
      kind: "notice" as const,
      number: docNo ?? "",
      rowVersion,
      mayCancel: can(actor, "notice:cancel") && lines.every(({ postedQty }) => postedQty.isZero()),
    })),
  ];
}
