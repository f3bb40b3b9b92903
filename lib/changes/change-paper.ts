import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { seesPrices } from "@/lib/auth/permissions";
import { CHANGE_PAGE_TITLE, changePageBlocks, versionText } from "@/lib/contracts/change-page";
import { changePageOf } from "@/lib/contracts/change-page-query";
import { isContractVisible } from "@/lib/contracts/queries";
import { framed, type PaperMark, type PrintablePaper } from "@/lib/pdf/paper-frame";
import { db } from "@/lib/server/db";
import type { RevisionStatus } from "@/lib/server/generated/enums";

const COPY = "市场部存档";

/** The comparison of a change with the version before it; marked until it is in force. Null out of reach. */
export async function findChangePaper(actor: Actor, id: string): Promise<PrintablePaper | null> {
  const revision = await db.contractRevision.findUnique({ where: { id } });
  if (!revision || !seesPrices(actor)) return null;
  if (!(await isContractVisible(actor, revision.contractId))) return null;
  const contract = await db.contract.findUniqueOrThrow({
    where: { id: revision.contractId },
    select: { contractNo: true, customerName: true },
  });
  const page = await changePageOf(revision, contract);
  if (page === null) return null;
  return {
    number: `${page.contractNo}-${revision.revision}`,
    mark: markOf(revision.status),
    draw: (frame) =>
      framed(
        frame,
        CHANGE_PAGE_TITLE,
        [{ name: COPY, blocks: changePageBlocks(page) }],
        versionText(revision.revision),
      ),
  };
}

function markOf(status: RevisionStatus): PaperMark | null {
  if (status === "CANCELLED") return "VOIDED";
  return status === "EFFECTIVE" || status === "SUPERSEDED" ? null : "UNAPPROVED";
}
