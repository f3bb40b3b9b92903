import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { ButtonLink } from "@/components/ui/button-link";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { Link } from "@/components/ui/link";
import { UnitPriceText } from "@/components/ui/money-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { INTAKE_TONES } from "@/lib/intake/labels";
import type { IntakeDetail } from "@/lib/intake/queries";
import type { papersOf } from "@/lib/records/queries";
import { CloseIntakeForm } from "./close-intake-form";
import styles from "./intake.module.css";

type Props = {
  intake: IntakeDetail;
  papers: Awaited<ReturnType<typeof papersOf>>;
  contracts: readonly { id: string; number: string | null }[];
  mayDraft: boolean;
  mayReview: boolean;
};

/** One intake record: what was said, what was seen of the stock, and what became of it. */
export async function IntakeView({ intake, papers, contracts, mayDraft, mayReview }: Props) {
  const t = await getTranslations("intake");
  const isOpen = intake.status === "OPEN";
  return (
    <>
      <PageHeader
        number={intake.docNo}
        title={intake.customerName}
        badge={
          <StateBadge tone={INTAKE_TONES[intake.status]} label={t(`status.${intake.status}`)} />
        }
        sub={t("view.sub", { name: intake.createdByName, type: t(`type.${intake.intakeType}`) })}
        back={{ href: "/intake", label: t("title") }}
        remember={`${intake.docNo} ${intake.customerName}`}
      />
      <div className="detail-grid">
        <div className="stack">
          <IntakeFacts intake={intake} contracts={contracts} />
          {intake.lines.length > 0 ? <IntakeLines intake={intake} /> : null}
          {intake.mayEdit ? (
            <CloseIntakeForm intakeId={intake.id} rowVersion={intake.rowVersion} />
          ) : null}
          <AttachmentsPanel
            subjectType="intake"
            subjectId={intake.id}
            items={papers.attachments}
            canAdd={papers.mayAttach}
            title={t("view.original")}
          />
        </div>
        <div className="stack">
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
          <CommentsPanel
            subjectType="intake"
            subjectId={intake.id}
            items={papers.comments}
            canAdd
          />
        </div>
      </div>
      {isOpen && (intake.mayEdit || mayDraft || mayReview) ? (
        <StickyActionBar note={mayDraft ? t("view.turn_note") : undefined}>
          {intake.mayEdit ? (
            <ButtonLink href={`/intake/${intake.id}/edit`} variant="default">
              {t("view.edit")}
            </ButtonLink>
          ) : null}
          {mayReview && intake.lines.length > 0 ? (
            <ButtonLink href={`/reviews/new?intake=${intake.id}`} variant="default">
              {t("view.to_review")}
            </ButtonLink>
          ) : null}
          {mayDraft ? (
            <>
              <ButtonLink href={`/contracts/new?form=FORMAL&intake=${intake.id}`} variant="default">
                {t("view.to_formal")}
              </ButtonLink>
              <ButtonLink href={`/contracts/new?form=VERBAL&intake=${intake.id}`}>
                {t("view.to_verbal")}
              </ButtonLink>
            </>
          ) : null}
        </StickyActionBar>
      ) : null}
    </>
  );
}

async function IntakeFacts({ intake, contracts }: Pick<Props, "intake" | "contracts">) {
  const [t, category] = await Promise.all([
    getTranslations("intake"),
    getTranslations("customers.category"),
  ]);
  const agreed = [
    intake.agreedPrice && t("form.agreed_price"),
    intake.agreedDelivery && t("form.agreed_delivery"),
    intake.agreedPayment && t("form.agreed_payment"),
  ].filter(Boolean);
  return (
    <SectionCard title={t("form.call")} clause="R1.1.1-d">
      <DescriptionList
        items={[
          {
            label: t("channel_label"),
            value: `${t(`channel.${intake.channel}`)} · ${t(`direction.${intake.direction}`)}`,
          },
          { label: t("received_at"), value: <DateTimeText at={intake.receivedAt} /> },
          {
            label: t("contact"),
            value: [intake.contactName, intake.contactPhone].filter(Boolean).join(" "),
          },
          {
            label: t("customer"),
            value: intake.customerId ? (
              <Link href={`/customers/${intake.customerId}` as Route}>{intake.customerName}</Link>
            ) : (
              intake.customerName
            ),
          },
          {
            label: t("form.content"),
            value: intake.content && <p className={styles.text}>{intake.content}</p>,
            wide: true,
          },
          { label: t("form.usage"), value: intake.usage, wide: true },
          { label: t("form.first_qty"), value: intake.firstQty },
          { label: t("form.future_qty"), value: intake.futureQty },
          { label: t("form.previous_use"), value: intake.previousUse, wide: true },
          {
            label: t("form.customer_category"),
            value: intake.customerCategory && category(intake.customerCategory),
          },
          { label: t("feedback.title"), value: feedbackWords(intake), wide: true },
          {
            label: t("form.delivery_method"),
            value: intake.deliveryMethod && t(`delivery_method.${intake.deliveryMethod}`),
          },
          {
            label: t("form.freight_payer"),
            value: intake.freightPayer && t(`freight_payer.${intake.freightPayer}`),
          },
          {
            label: t("form.payment_term"),
            value: intake.paymentTerm && t(`payment_term.${intake.paymentTerm}`),
          },
          { label: t("form.address"), value: intake.addressText, wide: true },
          {
            label: t("form.agreement"),
            value:
              agreed.length > 0
                ? `${agreed.join(" · ")} ${intake.agreedWith} ${intake.agreedOn ?? ""}`
                : null,
            wide: true,
          },
          {
            label: t("outcome_label"),
            value: intake.outcome && (
              <>
                {t(`outcome.${intake.outcome}`)} {intake.closeReason}{" "}
                {contracts.map(({ id, number }) => (
                  <Link key={id} href={`/contracts/${id}` as Route} className="mono">
                    {number ?? t("view.draft")}
                  </Link>
                ))}
              </>
            ),
            wide: true,
          },
          { label: t("form.remark"), value: intake.remark, wide: true },
        ]}
      />
    </SectionCard>
  );
}

function feedbackWords({ productionFeedback: feedback }: IntakeDetail): string | null {
  if (!feedback) return null;
  return [feedback.department, feedback.person, feedback.on, feedback.content, feedback.promisedOn]
    .filter(Boolean)
    .join(" · ");
}

async function IntakeLines({ intake }: { intake: IntakeDetail }) {
  const t = await getTranslations("intake");
  const seen = new Map(intake.stockSnapshot?.map((row) => [row.lineNo, row]));
  return (
    <SectionCard title={t("form.goods")} clause="R1.1.1-b" flush>
      <PlainTable
        caption={t("form.goods")}
        head={[
          t("product"),
          t("spec"),
          t("drawing"),
          t("quantity"),
          t("wanted_on"),
          t("target_price"),
          t("view.seen_stock"),
          t("line_remark"),
        ]}
        rows={intake.lines.map((line) => ({
          id: line.id,
          cells: [
            line.productName,
            line.spec,
            line.drawingNo,
            <QuantityText key="quantity" quantity={line.quantity} unit={line.unit} />,
            <DateText key="wanted" date={line.wantedOn} />,
            <UnitPriceText key="price" price={line.targetPrice} />,
            <QuantityText key="seen" quantity={seen.get(line.lineNo)?.freeToPromise} />,
            line.lineRemark,
          ],
        }))}
      />
    </SectionCard>
  );
}
