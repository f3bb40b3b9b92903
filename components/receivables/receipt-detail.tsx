import { useTranslations } from "next-intl";
import { Timeline } from "@/components/layout/timeline";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import type { ReceiptDocument } from "@/lib/receivables/queries";
import type { ReceiptRights } from "@/lib/receivables/receipt-rights";
import type { papersOf } from "@/lib/records/queries";
import { AllocationList } from "./allocation-list";
import { AssignForm } from "./assign-form";
import { ConfirmPanel } from "./confirm-panel";
import { ReceiptActs } from "./receipt-acts";
import { ReceiptFacts } from "./receipt-facts";

type Props = {
  receipt: ReceiptDocument;
  papers: Awaited<ReturnType<typeof papersOf>>;
  rights: ReceiptRights;
};

/** The receipt in paper order on the left, its history on the right. */
export function ReceiptDetail({ receipt, papers, rights }: Props) {
  const { id: receiptId, rowVersion, amount, allocations } = receipt;
  const { commands, targets, waiting, needsOverride, today } = rights;
  const subject = { subjectType: "receipt", subjectId: receiptId } as const;
  const typed = allocations.map(({ kind, contractId, receivableId, amount: part }) => ({
    kind,
    contractId,
    receivableId,
    amount: part,
  }));
  return (
    <div className="detail-grid">
      <div className="stack">
        <ReceiptFacts receipt={receipt} />
        {targets ? (
          <AssignForm
            key={rowVersion}
            receiptId={receiptId}
            rowVersion={rowVersion}
            amount={amount}
            allocations={typed}
            targets={targets}
          />
        ) : (
          <AllocationList allocations={allocations} />
        )}
        {commands.includes("confirm") ? (
          <ConfirmPanel
            key={`confirm-${rowVersion}`}
            receiptId={receiptId}
            rowVersion={rowVersion}
            today={today}
            needsOverride={needsOverride}
            waiting={waiting}
          />
        ) : null}
        <AttachmentsPanel {...subject} items={papers.attachments} canAdd={papers.mayAttach} />
        <CommentsPanel {...subject} items={papers.comments} canAdd />
        <ReceiptActs receiptId={receiptId} rowVersion={rowVersion} commands={commands} />
      </div>
      <History papers={papers} />
    </div>
  );
}

const KNOWN = ["entered", "assigned", "confirmed", "rejected", "reversed"] as const;
const LOOKS = { rejected: "returned", reversed: "voided" } as const;

function History({ papers }: Pick<Props, "papers">) {
  const t = useTranslations("receivables.history");
  const events = papers.history.flatMap(({ id, type, actorName, onBehalfOf, at, details }) => {
    const what = KNOWN.find((name) => type === `receipt.${name}`);
    if (!what) return [];
    const look = what === "rejected" || what === "reversed" ? { look: LOOKS[what] } : {};
    const comment = typeof details.reason === "string" ? details.reason : null;
    return [{ id, title: t(what), at, who: actorName, onBehalfOf, comment, ...look }];
  });
  return <Timeline events={events} />;
}
