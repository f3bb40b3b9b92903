import { Button } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { DiffList } from "@/components/contracts/contract-diff";
import { PageHeader } from "@/components/layout/page-header";
import { AcknowledgementsPanel } from "@/components/records/acknowledgements-panel";
import { type AttachmentRow, AttachmentsPanel } from "@/components/records/attachments-panel";
import { type CommentRow, CommentsPanel } from "@/components/records/comments-panel";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { REVISION_TONES } from "@/lib/changes/labels";
import type { RevisionPage } from "@/lib/changes/queries";
import { changeCount } from "@/lib/contracts/diff";
import type { AcknowledgementRow } from "@/lib/records/acknowledgements";
import type { papersOf } from "@/lib/records/queries";
import { RevisionActions } from "./revision-actions";
import { RevisionFacts } from "./revision-facts";

type Props = {
  revision: RevisionPage;
  papers: Awaited<ReturnType<typeof papersOf>>;
  acknowledgements: readonly AcknowledgementRow[];
};

/** One change of a contract: what and why first, then what it changes line by line, its history beside it. */
export async function RevisionView({ revision, papers, acknowledgements }: Props) {
  const t = await getTranslations("changes");
  const { contract, commands } = revision;
  const number = `${contract.contractNo} ${t("version", { revision: revision.revision })}`;
  const isPending = revision.status === "PENDING_CHIEF" || revision.status === "PENDING_DIRECTOR";
  return (
    <>
      <PageHeader
        number={number}
        title={<Link href={`/contracts/${contract.id}` as Route}>{contract.customerName}</Link>}
        badge={
          <StateBadge
            tone={REVISION_TONES[revision.status]}
            label={t(`status.${revision.status}`)}
          />
        }
        amount={revision.totalAfter}
        back={{ href: `/contracts/${contract.id}`, label: contract.contractNo }}
        remember={`${number} ${contract.customerName}`}
        actions={
          revision.submittedAt ? (
            // A plain link: each request counts as a print, so nothing may fetch it ahead.
            <Button
              component="a"
              href={`/api/pdf/contract-change/${revision.id}`}
              target="_blank"
              rel="noopener"
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden="true" />}
            >
              {t("print")}
            </Button>
          ) : null
        }
      />
      <div className="detail-grid">
        <div className="stack">
          <SectionCard
            title={t("one")}
            {...(isPending
              ? { clause: revision.status === "PENDING_CHIEF" ? "R1.1.4-a" : "R1.1.4-b" }
              : {})}
          >
            <RevisionFacts revision={revision} />
          </SectionCard>
          {revision.submittedAt ? (
            <SectionCard title={t("diff_title", { count: changeCount(revision.diff) })}>
              <DiffList diff={revision.diff} />
            </SectionCard>
          ) : null}
          <AcknowledgementsPanel rows={acknowledgements} />
          <AttachmentsPanel
            subjectType="contract_revision"
            subjectId={revision.id}
            items={papers.attachments satisfies readonly AttachmentRow[]}
            canAdd={papers.mayAttach}
          />
        </div>
        <div className="stack">
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
          <CommentsPanel
            subjectType="contract_revision"
            subjectId={revision.id}
            items={papers.comments satisfies readonly CommentRow[]}
            canAdd
          />
        </div>
      </div>
      {commands.length > 0 || revision.mayEdit ? (
        <StickyActionBar>
          <RevisionActions
            revisionId={revision.id}
            contractId={contract.id}
            rowVersion={revision.rowVersion}
            title={`${number} ${contract.customerName}`}
            commands={commands}
            mayEdit={revision.mayEdit}
            isFormal={contract.form === "FORMAL"}
          />
        </StickyActionBar>
      ) : null}
    </>
  );
}
