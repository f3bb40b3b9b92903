import { Button } from "@mantine/core";
import { IconCopy, IconPrinter } from "@tabler/icons-react";
import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/layout/page-header";
import { type AttachmentRow, AttachmentsPanel } from "@/components/records/attachments-panel";
import { type CommentRow, CommentsPanel } from "@/components/records/comments-panel";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { ButtonLink } from "@/components/ui/button-link";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import type { ContractDiff } from "@/lib/contracts/diff";
import { shownStatus, toneOf } from "@/lib/contracts/labels";
import { isSignedEarly } from "@/lib/contracts/policy";
import type { ContractDetail } from "@/lib/contracts/queries";
import type { CreditOutlook } from "@/lib/credit/outlook";
import { formatMoney } from "@/lib/i18n/format";
import type { papersOf } from "@/lib/records/queries";
import type { ContractShipping } from "@/lib/shipping/contract-papers";
import { ContractActions } from "./contract-actions";
import { ContractDiffView } from "./contract-diff";
import { ContractLines } from "./contract-lines";
import { ContractClauses, ContractHead, ContractTerms } from "./contract-terms";
import { CustomerSignatureForm } from "./customer-signature-form";
import { DecisionPoints } from "./decision-points";
import { EndRequests } from "./end-requests";
import { RegisterBlock } from "./register-block";
import { ReturnNotice } from "./return-notice";
import { ShippingLinks } from "./shipping-links";

type Props = {
  contract: ContractDetail;
  diff: ContractDiff | null;
  /** While it is to be decided: where the customer's credit would be. */
  credit: CreditOutlook | null;
  papers: Awaited<ReturnType<typeof papersOf>>;
  shipping: ContractShipping;
  rights: { personId: string; mayDecideEnd: boolean; mayNotify: boolean };
  /** Where its goods come from: preparation orders, the split. */
  supply: ReactNode;
  /** Papers that keep it from being voided or terminated. */
  openPapers: ReactNode;
  /** Its changes, short closes, completion and archive. */
  ending: ReactNode;
  today: string;
};

/** A contract as its page shows it: the decision first, then the paper, its history beside it. */
export async function ContractView(props: Props) {
  const { contract, diff, credit, papers, shipping, rights, today } = props;
  const t = await getTranslations("contracts");
  const number = contract.contractNo ?? contract.docNo;
  const shown = shownStatus(contract.status, contract.awaitsProduction);
  const title = t("view.title", {
    customer: contract.customerName,
    amount: formatMoney(contract.totalAmount),
  });
  const uncovered = contract.lines.filter((line) => line.uncovered).length;
  const isWaiting = contract.status.startsWith("PENDING_");
  const isResubmitted = isWaiting && contract.submissionCount > 1 && diff !== null;
  const isRejected =
    contract.status === "CANCELLED" && papers.signatures.at(-1)?.decision === "REJECT";
  return (
    <>
      <PageHeader
        number={number}
        title={
          <Link href={`/customers/${contract.customerId}` as Route}>{contract.customerName}</Link>
        }
        amount={contract.totalAmount}
        badge={<StateBadge tone={toneOf(shown)} label={t(`status.${shown}`)} />}
        sub={t("view.sub", {
          version: contract.revision,
          form: t(`form.${contract.form}`),
          drafter: contract.draftedByName,
          prints: papers.prints,
        })}
        back={{ href: "/contracts", label: t("order.back") }}
        remember={`${number ?? t("status.DRAFT")} ${contract.customerName}`}
        actions={
          <>
            {contract.mayCopy ? (
              <ButtonLink
                href={`/contracts/new?form=${contract.form}&copy=${contract.id}`}
                variant="subtle"
                leftSection={<IconCopy size={16} aria-hidden="true" />}
              >
                {t("view.copy")}
              </ButtonLink>
            ) : null}
            {/* A plain link: each request counts as a print, so nothing may fetch it ahead. */}
            <Button
              component="a"
              href={`/api/pdf/contract/${contract.id}`}
              target="_blank"
              rel="noopener"
              variant="default"
              leftSection={<IconPrinter size={16} aria-hidden="true" />}
            >
              {t("view.print")}
            </Button>
          </>
        }
      />
      <div className="detail-grid">
        <div className="stack">
          {contract.mayEdit || isRejected ? <ReturnNotice signatures={papers.signatures} /> : null}
          {contract.endReason && !isRejected ? (
            <InlineNotice tone="warn" title={t(`status.${shown}`)}>
              {contract.endReason}
            </InlineNotice>
          ) : null}
          {contract.walkInId ? (
            <InlineNotice tone="info">
              <Link href={`/walk-in/${contract.walkInId}` as Route}>{t("view.of_walk_in")}</Link>
            </InlineNotice>
          ) : null}
          {isResubmitted ? (
            <>
              <ReturnNotice signatures={papers.signatures} isResubmitted />
              <ContractDiffView diff={diff} isOpen={credit !== null} />
            </>
          ) : null}
          {credit ? (
            <SectionCard
              title={t("decision.title")}
              clause={contract.status === "PENDING_CHIEF" ? "R1.1.4-a" : "R1.1.4-b"}
            >
              <DecisionPoints
                item={{ ...contract, uncovered, signedEarly: isSignedEarly(contract, today) }}
                credit={credit}
              />
            </SectionCard>
          ) : null}
          {uncovered > 0 ? (
            <InlineNotice tone="warn">{t("view.uncovered", { count: uncovered })}</InlineNotice>
          ) : null}
          <ContractHead contract={contract} />
          <ContractLines
            lines={contract.lines}
            totalAmount={contract.totalAmount}
            totalQty={contract.totalQty}
          />
          <ContractTerms contract={contract} />
          {contract.form === "FORMAL" ? <ContractClauses contract={contract} /> : null}
          <RegisterBlock contract={contract} />
          {contract.mayRecordSignature ? (
            <CustomerSignatureForm
              contractId={contract.id}
              rowVersion={contract.rowVersion}
              today={today}
              hasScan={contract.hasSignatureScan}
            />
          ) : null}
          {contract.signedByCustomerOn ? (
            <InlineNotice tone="success">
              {t("signature.recorded", {
                on: contract.signedByCustomerOn,
                how: t(`signature_hows.${contract.signedByCustomerHow as "FAX"}`),
              })}
            </InlineNotice>
          ) : null}
          {contract.signatureWaivedAt ? (
            <InlineNotice tone="warn">
              {t("signature.waived", { reason: contract.signatureWaivedReason })}
            </InlineNotice>
          ) : null}
          {props.supply}
          <ShippingLinks
            contractId={contract.id}
            shipping={shipping}
            mayNotify={rights.mayNotify && contract.status === "EXECUTING"}
          />
          {props.ending}
          <EndRequests
            contract={contract}
            deciderId={rights.mayDecideEnd ? rights.personId : null}
            openPapers={props.openPapers}
          />
          <AttachmentsPanel
            subjectType="contract"
            subjectId={contract.id}
            items={papers.attachments satisfies readonly AttachmentRow[]}
            canAdd={papers.mayAttach}
          />
        </div>
        <div className="stack">
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
          <CommentsPanel
            subjectType="contract"
            subjectId={contract.id}
            items={papers.comments satisfies readonly CommentRow[]}
            canAdd
          />
        </div>
      </div>
      {contract.commands.length > 0 || contract.mayEdit ? (
        <StickyActionBar
          note={credit && decides(contract.commands) ? t("view.decide_note") : undefined}
        >
          <ContractActions
            contractId={contract.id}
            rowVersion={contract.rowVersion}
            title={title}
            commands={contract.commands}
            mayEdit={contract.mayEdit}
            mayDelete={
              contract.mayEdit &&
              contract.submissionCount === 0 &&
              contract.draftedById === rights.personId
            }
          />
        </StickyActionBar>
      ) : null}
    </>
  );
}

/** Whose turn it is: who drafted it sees the points too, and decides nothing. */
function decides(commands: readonly string[]): boolean {
  return commands.includes("check") || commands.includes("approve");
}
