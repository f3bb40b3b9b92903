import { getTranslations } from "next-intl/server";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { SectionCard } from "@/components/ui/section-card";
import type { ContractDetail } from "@/lib/contracts/queries";
import { Money } from "@/lib/core/money";
import { assessPaymentPlan } from "@/lib/core/payment-plan";
import { formatMoney, formatRate } from "@/lib/i18n/format";
import { CLAUSE_KEYS } from "@/lib/settings/clause-keys";
import styles from "./contract.module.css";

/** Who ordered and what was agreed. */
export async function ContractHead({ contract }: { contract: ContractDetail }) {
  const t = await getTranslations("contracts");
  const { buyer, feedbackWords } = { ...contract, feedbackWords: feedbackOf(contract) };
  const agreed = [
    contract.agreedPrice && t("order.agreed_price"),
    contract.agreedDelivery && t("order.agreed_delivery"),
    contract.agreedPayment && t("order.agreed_payment"),
  ].filter(Boolean);
  return (
    <SectionCard title={t("view.head")} clause="R1.1.2-b">
      <DescriptionList
        items={[
          { label: t("form_label"), value: t(`form.${contract.form}`) },
          {
            label: t("class_label"),
            value: contract.contractClass && t(`class.${contract.contractClass}`),
          },
          ...(contract.reviewNos
            ? [{ label: t("order.review_title"), value: contract.reviewNos }]
            : []),
          { label: t("order.channel"), value: t(`channels.${contract.channel}`) },
          { label: t("order.ordered_at"), value: <DateTimeText at={contract.orderedAt} /> },
          {
            label: t("order.orderer"),
            value: [contract.ordererName, contract.ordererTitle, contract.ordererPhone]
              .filter(Boolean)
              .join(" "),
          },
          { label: t("order.po_no"), value: contract.customerPoNo },
          {
            label: t("view.buyer"),
            value: [buyer.name, buyer.address, buyer.phone].filter(Boolean).join(" "),
            wide: true,
          },
          { label: t("order.usage"), value: contract.usage, wide: true },
          {
            label: t("order.agreement"),
            value:
              agreed.length > 0
                ? t("view.agreed", {
                    what: agreed.join(t("order.comma")),
                    who: contract.agreedWith || "—",
                    on: contract.agreedOn ?? "—",
                  })
                : t("view.not_agreed"),
            wide: true,
          },
          ...(contract.form === "VERBAL"
            ? [
                {
                  label: t("order.verbal_reason"),
                  value: [
                    contract.verbalReason &&
                      t(`verbal_reasons.${contract.verbalReason as "SMALL"}`),
                    contract.formReason,
                  ]
                    .filter(Boolean)
                    .join("："),
                },
                {
                  label: t("view.read_back"),
                  value: contract.readBackConfirmed
                    ? contract.readBackByName
                    : t("view.not_read_back"),
                },
              ]
            : []),
          ...(feedbackWords
            ? [{ label: t("order.production"), value: feedbackWords, wide: true }]
            : []),
          { label: t("remark"), value: contract.remark, wide: true },
        ]}
      />
    </SectionCard>
  );
}

function feedbackOf({ productionFeedback: feedback }: ContractDetail): string {
  if (!feedback) return "";
  return [feedback.department, feedback.person, feedback.on, feedback.content, feedback.promisedOn]
    .filter(Boolean)
    .join(" · ");
}

/** How it is paid, how it travels, and to whom. */
export async function ContractTerms({ contract }: { contract: ContractDetail }) {
  const [t, tw] = await Promise.all([
    getTranslations("contracts"),
    getTranslations("common.words"),
  ]);
  const { consignee } = contract;
  return (
    <SectionCard title={t("order.terms")}>
      <DescriptionList
        items={[
          {
            label: t("payment_term"),
            value: [
              t(`payment_terms.${contract.paymentTerm}`),
              contract.dueDays === null ? "" : `${contract.dueDays} ${tw("unit_day")}`,
            ]
              .filter(Boolean)
              .join(" · "),
          },
          ...(contract.looserTermReason
            ? [{ label: t("order.looser_reason"), value: contract.looserTermReason, wide: true }]
            : []),
          {
            label: t("order.payment_channel"),
            value: t(`payment_channels.${contract.paymentChannel}`),
          },
          {
            label: t("order.invoice_type"),
            value: `${t(`invoice_types.${contract.invoiceType}`)} ${formatRate(contract.taxRate)}`,
          },
          {
            label: t("order.delivery_method"),
            value: t(`delivery_methods.${contract.deliveryMethod}`),
          },
          { label: t("order.freight_payer"), value: t(`freight_payers.${contract.freightPayer}`) },
          {
            label: t("order.partial_allowed"),
            value: contract.partialAllowed ? tw("yes") : tw("no"),
          },
          {
            label: t("order.consignee.company"),
            value: [
              consignee.company,
              consignee.contactPerson,
              consignee.phone,
              consignee.address,
              consignee.postalCode,
            ]
              .filter(Boolean)
              .join(" "),
            wide: true,
          },
          { label: t("order.packing"), value: contract.packingRequirement, wide: true },
          { label: t("order.technical"), value: contract.technicalRequirement, wide: true },
        ]}
      />
      {contract.instalments.length > 0 ? <PaymentPlan contract={contract} /> : null}
    </SectionCard>
  );
}

async function PaymentPlan({ contract }: { contract: ContractDetail }) {
  const t = await getTranslations("contracts");
  const { amounts } = assessPaymentPlan(
    Money.of(contract.totalAmount),
    contract.instalments.map(({ percent, kind }) => ({
      percent,
      isDeposit: kind === "DEPOSIT",
      isBeforeDelivery: kind !== "AFTER_DELIVERY",
    })),
  );
  return (
    <>
      <h3 className={styles.sub}>{t("order.plan")}</h3>
      <ul className={styles.changes}>
        {contract.instalments.map(({ id, name, percent, dueDays }, index) => (
          <li key={id}>
            {t("view.instalment", {
              name,
              percent: percent.replace(/\.?0+$/, ""),
              amount: formatMoney(amounts[index] ?? "0"),
              days: dueDays ?? "none",
            })}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What only the formal contract has, in the order in which it is printed. */
export async function ContractClauses({ contract }: { contract: ContractDetail }) {
  const t = await getTranslations("contracts");
  const counted = (count: number | null, unit: "copies" | "months" | "days") =>
    count === null ? null : t(`view.counted.${unit}`, { count });
  return (
    <SectionCard title={t("order.clauses")}>
      <DescriptionList
        items={[
          { label: t("order.sign_place"), value: contract.signPlace },
          { label: t("order.sign_date"), value: <DateText date={contract.signDate} /> },
          {
            label: t("view.validity"),
            value:
              contract.validFrom || contract.validTo
                ? t("decision.from_to", {
                    from: contract.validFrom ?? "—",
                    to: contract.validTo ?? "—",
                  })
                : null,
          },
          { label: t("order.original_count"), value: counted(contract.originalCount, "copies") },
          { label: t("order.warranty_months"), value: counted(contract.warrantyMonths, "months") },
          { label: t("order.objection_days"), value: counted(contract.objectionDays, "days") },
        ]}
      />
      <details>
        <summary className={styles.summary}>{t("view.clauses")}</summary>
        <dl className={styles.clauses}>
          {CLAUSE_KEYS.map((key) => (
            <div key={key}>
              <dt>{t(`clause_names.${key}`)}</dt>
              <dd>{contract.clauses[key] || t("diff.nothing")}</dd>
            </div>
          ))}
        </dl>
      </details>
    </SectionCard>
  );
}
