import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import { AGEING_BANDS } from "@/lib/receivables/policy";
import type { LedgerAccount } from "@/lib/receivables/queries";
import styles from "./allocation-fields.module.css";

/** The head of an account: terms, balance, what is open by age (F15). */
export function AccountSummary({ account }: { account: LedgerAccount }) {
  const t = useTranslations("receivables");
  const [contact] = account.contacts;
  return (
    <>
      <SectionCard title={t("ledger.head")} clause="R1.1.5-L1">
        <DescriptionList
          items={[
            { label: t("columns.mode"), value: t(`modes.${account.settlementMode}`) },
            { label: t("columns.credit_limit"), value: moneyOrNone(account.creditLimit) },
            ...(account.accumulatedFrom
              ? [
                  {
                    label: t("ledger.accumulated"),
                    value: <MoneyText amount={account.accumulatedFrom} />,
                  },
                ]
              : []),
            {
              label: t("ledger.balance"),
              value: <MoneyText amount={account.balance} symbol bold />,
            },
            { label: t("ledger.open"), value: <MoneyText amount={account.openTotal} /> },
            { label: t("ledger.overdue"), value: overdue(account.overdueTotal) },
            { label: t("ledger.on_account"), value: <MoneyText amount={account.onAccount} /> },
            { label: t("ledger.tied"), value: <MoneyText amount={account.tied} /> },
            {
              label: t("ledger.finance_contact"),
              value: contact ? `${contact.name} ${contact.mobile || contact.landline}` : "",
            },
          ]}
        />
        <p className={styles.hint}>{t("ledger.prepaid")}</p>
      </SectionCard>
      <SectionCard title={t("ageing.title")}>
        <DescriptionList
          items={AGEING_BANDS.map((band) => ({
            label: t(`ageing.${band}`),
            value: <MoneyText amount={account.ageing[band]} />,
          }))}
        />
      </SectionCard>
    </>
  );
}

function moneyOrNone(amount: string | null) {
  return amount === null ? "" : <MoneyText amount={amount} />;
}

function overdue(amount: string) {
  return <MoneyText amount={amount} debt={amount !== "0.00"} />;
}
