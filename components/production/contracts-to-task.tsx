import type { Route } from "next";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import type { ContractToTask } from "@/lib/production/task-form-query";

/** Contracts that wait for their task notice, the earliest delivery first. */
export function ContractsToTask({ contracts }: { contracts: readonly ContractToTask[] }) {
  const t = useTranslations("production");
  if (contracts.length === 0) {
    return (
      <EmptyState
        kind="nothing"
        title={t("empty.no_contract_title")}
        text={t("empty.no_contract_text")}
      />
    );
  }
  return (
    <SectionCard title={t("sections.to_task")} clause="R1.1.3-B1" flush>
      <PlainTable
        caption={t("sections.to_task")}
        head={[
          t("columns.contract_no"),
          t("columns.customer"),
          t("fields.contract_class"),
          t("columns.lines"),
          t("columns.contract_due_on"),
        ]}
        rows={contracts.map((contract) => ({
          id: contract.id,
          cells: [
            <Link
              key="no"
              href={`/production/notices/new?contract=${contract.id}` as Route}
              className="mono"
            >
              {contract.contractNo}
            </Link>,
            contract.customerName,
            t("fields.class_value", { value: contract.contractClass }),
            contract.lines,
            <DateText key="due" date={contract.dueOn} near />,
          ],
        }))}
      />
    </SectionCard>
  );
}
