"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatMoney } from "@/lib/i18n/format";
import type { AllocationTargets } from "@/lib/receivables/queries";
import { moveOnAccountInput } from "@/lib/receivables/schema";
import { moveOnAccountAction } from "@/lib/shipping/actions";
import { AllocationFields } from "./allocation-fields";
import styles from "./allocation-fields.module.css";

/** Finance uses the money on account for contracts or debts (rules 5.4). */
export function MoveOnAccountForm({
  customerId,
  targets,
}: {
  customerId: string;
  targets: AllocationTargets;
}) {
  const t = useTranslations("receivables");
  const action = useActionForm({
    schema: moveOnAccountInput,
    action: moveOnAccountAction,
    defaultValues: { customerId, allocations: [], reason: "" },
    successMessage: t("ledger.moved"),
    onDone: () => action.form.reset({ customerId, allocations: [], reason: "" }),
  });
  const aside = t("allocations.on_account", { amount: formatMoney(targets.onAccount) });
  return (
    <SectionCard title={t("ledger.move_title")} aside={aside}>
      <ActionForm {...action} label={t("ledger.move_title")} guard={false}>
        <p className={styles.hint}>{t("ledger.move_hint")}</p>
        <AllocationFields name="allocations" targets={targets} amount="" />
        <TextField name="reason" label={t("ledger.move_reason")} required maxLength={120} />
        <div>
          <SubmitButton variant="default">{t("ledger.move")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
