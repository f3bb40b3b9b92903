"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { assignReceiptAction } from "@/lib/receivables/actions";
import type { AllocationTargets } from "@/lib/receivables/queries";
import { assignReceiptInput } from "@/lib/receivables/schema";
import { AllocationFields, type TypedAllocation } from "./allocation-fields";

type Props = {
  receiptId: string;
  rowVersion: number;
  amount: string;
  allocations: TypedAllocation[];
  targets: AllocationTargets;
};

/** The collector, or finance, says where a receipt belongs before it is confirmed (R1.3.2-b). */
export function AssignForm({ receiptId, rowVersion, amount, allocations, targets }: Props) {
  const t = useTranslations("receivables.allocations");
  const action = useActionForm({
    schema: assignReceiptInput,
    action: assignReceiptAction,
    defaultValues: { receiptId, rowVersion, allocations },
    successMessage: t("saved"),
  });
  return (
    <SectionCard title={t("title")} clause="R1.3.2-b">
      <ActionForm {...action} label={t("title")}>
        <AllocationFields name="allocations" targets={targets} amount={amount} />
        <div>
          <SubmitButton variant="default">{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
