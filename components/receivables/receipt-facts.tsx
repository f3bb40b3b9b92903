import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import { amountInWords } from "@/lib/core/amount-in-words";
import { formatDateTime } from "@/lib/i18n/format";
import type { ReceiptDocument } from "@/lib/receivables/queries";

/** What stands on the receipt, and what finance said. */
export function ReceiptFacts({ receipt }: { receipt: ReceiptDocument }) {
  const t = useTranslations("receivables");
  return (
    <SectionCard title={t("detail.facts")} clause="R1.3.1-P1">
      <div className="stack">
        <Warnings receipt={receipt} />
        <DescriptionList
          items={[
            { label: t("form.customer"), value: receipt.customerName },
            { label: t("form.payer"), value: receipt.payerName },
            { label: t("form.channel"), value: t(`channels.${receipt.channel}`) },
            { label: t("form.amount"), value: <MoneyText amount={receipt.amount} symbol bold /> },
            {
              label: t("form.words_label"),
              value: amountInWords(receipt.amount),
            },
            { label: t("form.paid_on"), value: <DateText date={receipt.paidOn} near /> },
            { label: t("form.credited_on"), value: <DateText date={receipt.creditedOn} near /> },
            {
              label: t("detail.account"),
              value: receipt.account
                ? `${receipt.account.bankName} ${receipt.account.accountNo}`
                : "",
            },
            { label: t("form.bank_ref"), value: receipt.bankRef },
            ...billItems(t, receipt),
            { label: t("form.remark"), value: receipt.remark, wide: true },
            ...decisionItems(t, receipt),
          ]}
        />
      </div>
    </SectionCard>
  );
}

type Words = ReturnType<typeof useTranslations<"receivables">>;

function billItems(t: Words, receipt: ReceiptDocument) {
  if (receipt.billNumber === "") return [];
  return [
    { label: t("form.bill_number"), value: <span className="mono">{receipt.billNumber}</span> },
    { label: t("form.bill_drawer"), value: receipt.billDrawer },
    { label: t("form.bill_acceptor"), value: receipt.billAcceptor },
    { label: t("form.bill_due_on"), value: <DateText date={receipt.billDueOn} near /> },
  ];
}

function decisionItems(t: Words, receipt: ReceiptDocument) {
  const { decidedAt, decidedByName, reversedAt, reversedByName } = receipt;
  const decided = decidedAt
    ? [
        {
          label: t("detail.decision"),
          value: [
            t("detail.by_at", { name: decidedByName ?? "", time: formatDateTime(decidedAt) }),
            receipt.decisionComment,
          ].join(" "),
          wide: true,
        },
      ]
    : [];
  const override =
    receipt.overrideReason === ""
      ? []
      : [{ label: t("detail.override"), value: receipt.overrideReason, wide: true }];
  const reversed = reversedAt
    ? [
        {
          label: t("detail.reversed"),
          value: [
            t("detail.by_at", { name: reversedByName ?? "", time: formatDateTime(reversedAt) }),
            receipt.reversalReason,
          ].join(" "),
          wide: true,
        },
      ]
    : [];
  return [...decided, ...override, ...reversed];
}

function Warnings({ receipt }: { receipt: ReceiptDocument }) {
  const t = useTranslations("receivables.detail");
  const isOpen = receipt.status === "UNCONFIRMED";
  const numbers = receipt.sameRef.map(({ docNo }) => docNo).join("、");
  return (
    <>
      {numbers === "" ? null : (
        <InlineNotice tone="warn">{t("same_ref", { numbers })}</InlineNotice>
      )}
      {isOpen && receipt.payerName !== receipt.customerName ? (
        <InlineNotice tone="warn">{t("payer_differs")}</InlineNotice>
      ) : null}
      {isOpen ? <InlineNotice>{t("waiting")}</InlineNotice> : null}
    </>
  );
}
