"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { enterReceiptAction } from "@/lib/receivables/actions";
import { isBill } from "@/lib/receivables/labels";
import { type ReceiptFormInput, receiptFormInput } from "@/lib/receivables/schema";
import type { ActionResult, FieldIssue } from "@/lib/server/action-result";
import { enterConfirmedReceiptAction } from "@/lib/shipping/actions";
import { AllocationFields } from "./allocation-fields";
import { BillFields } from "./bill-fields";
import { ConfirmNowFields } from "./confirm-now-fields";
import { type AccountChoice, PaymentFields } from "./payment-fields";
import { TargetsNotice } from "./targets-notice";
import { useAllocationTargets } from "./use-allocation-targets";

type Props = {
  accounts: readonly AccountChoice[];
  today: string;
  mayAssign: boolean;
  mayConfirm: boolean;
};

type Entered = { receiptId: string };

/** One form, two acts: entering, or entering and confirming at once. */
async function send(
  { receipt, confirmNow, creditedOn, overrideReason }: ReceiptFormInput,
  key: string,
): Promise<ActionResult<Entered>> {
  const isConfirmed = confirmNow && creditedOn !== null;
  const result = isConfirmed
    ? await enterConfirmedReceiptAction({ receipt, creditedOn, overrideReason }, key)
    : await enterReceiptAction(receipt, key);
  if (result.ok || !result.error.issues) return result;
  return { ok: false, error: { ...result.error, issues: result.error.issues.map(inThisForm) } };
}

const OWN_FIELDS = new Set(["confirmNow", "creditedOn", "overrideReason"]);

/** The acts name the fields of the receipt itself; here they stand below `receipt`. */
function inThisForm(issue: FieldIssue): FieldIssue {
  const isHere = issue.path.startsWith("receipt.") || OWN_FIELDS.has(issue.path);
  return isHere ? issue : { ...issue, path: `receipt.${issue.path}` };
}

function blankReceipt(
  today: string,
  accounts: readonly AccountChoice[],
): ReceiptFormInput["receipt"] {
  return {
    customerId: "",
    payerName: "",
    channel: "BANK_TRANSFER",
    amount: "",
    paidOn: today,
    bankAccountId: accounts[0]?.value ?? "",
    bankRef: "",
    bill: null,
    allocations: [],
    remark: "",
  };
}

/** A new receipt (F16). */
export function ReceiptForm({ accounts, today, mayAssign, mayConfirm }: Props) {
  const t = useTranslations("receivables");
  const router = useRouter();
  const action = useActionForm({
    schema: receiptFormInput,
    action: send,
    defaultValues: {
      receipt: blankReceipt(today, accounts),
      confirmNow: mayConfirm,
      creditedOn: today,
      overrideReason: "",
    },
    onDone: ({ receiptId }) => router.push(`/receipts/${receiptId}`),
  });
  const { watch } = action.form;
  const [customerId, amount, channel, confirmNow] = watch([
    "receipt.customerId",
    "receipt.amount",
    "receipt.channel",
    "confirmNow",
  ]);
  const targets = useAllocationTargets(customerId === "" ? null : customerId);
  return (
    <ActionForm {...action} label={t("receipts.new")}>
      <SectionCard title={t("form.payment")}>
        <PaymentFields accounts={accounts} today={today} />
      </SectionCard>
      {isBill(channel) ? (
        <SectionCard title={t("form.bill")}>
          <BillFields name="receipt.bill" />
        </SectionCard>
      ) : null}
      <SectionCard title={t("allocations.title")} clause="R1.3.2-b">
        {mayAssign && targets.status === "ready" ? (
          <AllocationFields name="receipt.allocations" targets={targets.targets} amount={amount} />
        ) : (
          <TargetsNotice mayAssign={mayAssign} status={targets.status} />
        )}
      </SectionCard>
      {mayConfirm ? (
        <SectionCard title={t("detail.confirm_title")} clause="R1.3.1-P1">
          <ConfirmNowFields today={today} />
        </SectionCard>
      ) : null}
      <StickyActionBar>
        <SubmitButton hotkey="Ctrl+Enter">
          {confirmNow ? t("form.save_confirmed") : t("form.save")}
        </SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}
