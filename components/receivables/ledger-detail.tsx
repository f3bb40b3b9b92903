import { useTranslations } from "next-intl";
import { DataTable, type DataTableProps } from "@/components/data-table/data-table";
import { ClauseHint } from "@/components/ui/clause-hint";
import type { AllocationTargets, LedgerAccount } from "@/lib/receivables/queries";
import { AccountSummary } from "./account-summary";
import styles from "./allocation-fields.module.css";
import { MoveOnAccountForm } from "./move-on-account-form";
import { OpenItems } from "./open-items";

type Props = {
  account: LedgerAccount;
  entries: Pick<DataTableProps, "columns" | "page" | "state"> & {
    filters: NonNullable<DataTableProps["filters"]>;
  };
  /** Set when finance may use money on account. */
  targets: AllocationTargets | null;
};

/** An account as the paper ledger has it: head, what is open, then the entries with their running balance. */
export function LedgerDetail({ account, entries, targets }: Props) {
  const t = useTranslations("receivables.ledger");
  return (
    <>
      <AccountSummary account={account} />
      <OpenItems items={account.openItems} />
      {targets && hasTargets(targets) ? (
        <MoveOnAccountForm customerId={account.id} targets={targets} />
      ) : null}
      <h2 className={styles.heading}>
        {t("entries")} <ClauseHint clause="R1.1.5-L2" />
      </h2>
      <DataTable
        caption={t("entries")}
        {...entries}
        exportName={`ledger/${account.id}`}
        empty={{ text: t("no_entries") }}
      />
    </>
  );
}

function hasTargets({ contracts, deliveries }: AllocationTargets): boolean {
  return contracts.length > 0 || deliveries.length > 0;
}
