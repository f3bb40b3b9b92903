import { useTranslations } from "next-intl";
import { TermHistory } from "@/components/credit/term-history";
import { TermsCard } from "@/components/credit/terms-card";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { ButtonLink } from "@/components/ui/button-link";
import { StateBadge } from "@/components/ui/state-badge";
import { type Actor, can } from "@/lib/auth/permissions";
import type { CalendarDate } from "@/lib/core/calendar-date";
import type { CreditStanding } from "@/lib/credit/queries";
import type { TermChangeHistoryRow } from "@/lib/credit/term-change-queries";
import { CUSTOMER_STAGE_TONES } from "@/lib/customers/labels";
import type { CustomerView } from "@/lib/customers/queries";
import type { papersOf } from "@/lib/records/queries";
import { AddressList } from "./address-list";
import { ConfirmStartForm } from "./confirm-start-form";
import { ContactList } from "./contact-list";
import { CustomerFacts } from "./customer-facts";
import { type CustomerTab, CustomerTabs } from "./customer-tabs";
import { CustomerTimeline } from "./customer-timeline";
import { HistoryLinks } from "./history-links";
import { InvoicingFacts, UsageFacts } from "./invoicing-facts";
import { MergeForm } from "./merge-form";

type Props = {
  actor: Actor;
  customer: CustomerView;
  standing: CreditStanding;
  changes: readonly TermChangeHistoryRow[];
  papers: Awaited<ReturnType<typeof papersOf>>;
  today: CalendarDate;
};

/** The customer's file in sheets: who it is, terms, history, papers. */
export function CustomerFile(props: Props) {
  const { actor, customer, papers } = props;
  const t = useTranslations("customers");
  const tc = useTranslations("common.actions");
  return (
    <>
      <PageHeader
        number={customer.customerCode}
        title={customer.name}
        badge={
          <StateBadge
            tone={CUSTOMER_STAGE_TONES[customer.stage]}
            label={t(`stage.${customer.stage}`)}
          />
        }
        back={{ href: "/customers", label: t("title") }}
        remember={customer.name}
        actions={
          can(actor, "customer:edit") ? (
            <ButtonLink href={`/customers/${customer.id}/edit`}>{tc("edit")}</ButtonLink>
          ) : undefined
        }
      />
      <div className="detail-grid">
        <CustomerTabs label={t("file_title")} tabs={tabsOf(props, t)} />
        <div className="stack">
          <AttachmentsPanel
            subjectType="customer"
            subjectId={customer.id}
            items={papers.attachments}
            canAdd={papers.mayAttach}
            title={t("sections.papers")}
          />
          <CommentsPanel
            subjectType="customer"
            subjectId={customer.id}
            items={papers.comments}
            canAdd={papers.mayAttach}
          />
        </div>
      </div>
    </>
  );
}

function tabsOf(
  { actor, customer, standing, changes, papers, today }: Props,
  t: ReturnType<typeof useTranslations<"customers">>,
): CustomerTab[] {
  return [
    {
      key: "file",
      label: t("tabs.file"),
      content: (
        <div className="stack">
          <CustomerFacts customer={customer} />
          <ContactList contacts={customer.contacts} />
          <AddressList addresses={customer.addresses} />
          <InvoicingFacts customer={customer} />
          <UsageFacts customer={customer} />
        </div>
      ),
    },
    {
      key: "terms",
      label: t("tabs.terms"),
      content: (
        <div className="stack">
          <TermsCard
            standing={standing}
            today={today}
            proposeHref={can(actor, "terms:apply") ? `/terms/new?customer=${customer.id}` : null}
          />
          {can(actor, "customer:confirm_start") ? (
            <ConfirmStartForm
              key={customer.rowVersion}
              id={customer.id}
              rowVersion={customer.rowVersion}
              startOn={customer.legacyStartOn ?? ""}
              evidence={customer.legacyEvidence}
              today={today}
            />
          ) : null}
          {can(actor, "terms:read") ? <TermHistory rows={changes} /> : null}
        </div>
      ),
    },
    {
      key: "history",
      label: t("tabs.history"),
      content: (
        <div className="stack">
          <HistoryLinks actor={actor} customerId={customer.id} />
          <CustomerTimeline history={papers.history} />
          {can(actor, "customer:merge") ? (
            <MergeForm
              key={customer.rowVersion}
              duplicateId={customer.id}
              rowVersion={customer.rowVersion}
              name={customer.name}
            />
          ) : null}
        </div>
      ),
    },
  ];
}
