"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { CreditBar } from "@/components/contracts/credit-bar";
import { useOrderHints } from "@/components/contracts/use-order-hints";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { LineGrid } from "@/components/line-grid/line-grid";
import { useLineGrid } from "@/components/line-grid/use-line-grid";
import { readCustomerHint } from "@/components/type-ahead/customer-hint";
import { CustomerPicker } from "@/components/type-ahead/customer-picker";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { Money } from "@/lib/core/money";
import { saveWalkInAction } from "@/lib/walkin/actions";
import { AUTHORITY_KINDS, COUNTER_CHANNELS } from "@/lib/walkin/labels";
import type { OverduePickup } from "@/lib/walkin/overdue";
import type { WalkInDetail } from "@/lib/walkin/queries";
import { MAX_WALK_IN_LINES, type WalkInHeadInput, walkInHeadInput } from "@/lib/walkin/schema";
import { lineOf, rowAmount, seedsOf, walkInColumnsOf } from "./walk-in-columns";

type Props = { draft: WalkInDetail | null };

const TERMS = ["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"] as const;

function headOf(draft: WalkInDetail | null): WalkInHeadInput {
  const kind = AUTHORITY_KINDS.find((known) => known === draft?.authorityKind) ?? "";
  const channel = COUNTER_CHANNELS.find((known) => known === draft?.paymentChannel) ?? "CASH";
  return {
    walkInId: draft?.id ?? null,
    rowVersion: draft?.rowVersion ?? null,
    customerId: draft?.customerId ?? "",
    receiverName: draft?.receiverName ?? "",
    receiverIdNo: draft?.receiverIdNo ?? "",
    receiverPhone: draft?.receiverPhone ?? "",
    vehicleNo: draft?.vehicleNo ?? "",
    // Nobody is asked for a letter that was never shown: how the receiver was known is chosen each time.
    authorityKind: kind as WalkInHeadInput["authorityKind"],
    paymentTerm: draft?.paymentTerm ?? "PREPAID",
    paymentChannel: channel,
    exceptionReason: draft?.exceptionReason ?? "",
    remark: draft?.remark ?? "",
  };
}

/** A pickup as it is taken at the counter, with the customer's credit beside it while it is typed (R1.2.4-a). */
export function WalkInForm({ draft }: Props) {
  const t = useTranslations("walkin");
  const terms = useTranslations("contracts.payment_terms");
  const channels = useTranslations("receivables.channels");
  const router = useRouter();
  const { ofFieldError } = useRefusalText();
  const [customer, setCustomer] = useState<Suggestion | null>(
    draft ? { id: draft.customerId, code: "", label: draft.customerName } : null,
  );
  const customerId = customer?.id ?? "";
  const columns = useMemo(() => walkInColumnsOf(t, customerId), [t, customerId]);
  const grid = useLineGrid(
    columns,
    useMemo(() => (draft ? seedsOf(draft) : []), [draft]),
  );
  const action = useActionForm({
    schema: walkInHeadInput,
    defaultValues: headOf(draft),
    action: async (head, key) => {
      const result = await saveWalkInAction({ ...head, lines: grid.lines.map(lineOf) }, key);
      if (result.ok) return result;
      const issues = (result.error.issues ?? []).map((issue) => ({
        ...issue,
        path: issue.path.replace(/productId$/, "product"),
      }));
      grid.report(issues);
      return { ok: false, error: { ...result.error, issues } };
    },
    successMessage: t("form.saved"),
    onDone: ({ walkInId }) => router.push(`/walk-in/${walkInId}`),
  });
  const term = action.form.watch("paymentTerm");
  const { hints } = useOrderHints({
    customerId,
    amount: Money.sum(grid.lines.map(rowAmount)).toString(),
    paymentTerm: term,
    productIds: grid.lines.flatMap((row) => row.picked.product?.id ?? []),
    focused: "",
    exceptContractId: "",
  });
  const [overdue, setOverdue] = useState<OverduePickup | null>(null);
  const pick = async (picked: Suggestion | null) => {
    setCustomer(picked);
    setOverdue(null);
    action.form.setValue("customerId", picked?.id ?? "", { shouldDirty: true });
    if (!picked) return;
    const file = await readCustomerHint(picked.id);
    // Another customer may have been picked meanwhile.
    if (!file || action.form.getValues("customerId") !== picked.id) return;
    setOverdue(file.overduePickup);
    if (!action.form.getFieldState("paymentTerm").isDirty)
      action.form.setValue("paymentTerm", file.settlementMode);
  };
  const names = Object.fromEntries(columns.map(({ key, header }) => [key, header]));
  return (
    <ActionForm
      {...action}
      label={t("document")}
      fieldLabels={{ ...names, lines: t("form.lines"), customerId: t("form.customer") }}
    >
      <SectionCard title={t("form.head")} clause="R1.2.4-a">
        <div className="form-grid">
          <CustomerPicker
            label={t("form.customer")}
            name="customerId"
            value={customer}
            onChange={pick}
            onCreate={(name) =>
              router.push(`/customers/new?name=${encodeURIComponent(name)}` as "/customers/new")
            }
            error={ofFieldError(action.form.formState.errors.customerId)}
            required
            autoFocus={draft === null}
          />
          <SelectField
            name="paymentTerm"
            label={t("form.payment_term")}
            required
            options={TERMS.map((value) => ({ value, label: terms(value) }))}
          />
          <SelectField
            name="paymentChannel"
            label={t("form.payment_channel")}
            required
            options={COUNTER_CHANNELS.map((value) => ({ value, label: channels(value) }))}
          />
          <TextField name="receiverName" label={t("form.receiver_name")} required maxLength={40} />
          <TextField name="receiverIdNo" label={t("form.receiver_id")} maxLength={40} mono />
          <TextField
            name="receiverPhone"
            label={t("form.receiver_phone")}
            type="tel"
            maxLength={40}
          />
          <TextField name="vehicleNo" label={t("form.vehicle")} maxLength={20} mono />
          <SelectField
            name="authorityKind"
            label={t("form.authority")}
            required
            options={AUTHORITY_KINDS.map((value) => ({ value, label: t(`authority.${value}`) }))}
          />
        </div>
      </SectionCard>
      {overdue ? (
        <InlineNotice tone="danger">{t("refusals.earlier_overdue", overdue)}</InlineNotice>
      ) : null}
      {hints && customerId !== "" ? (
        <SectionCard title={t("sections.credit")} clause="R1.3.1-e">
          <CreditBar credit={hints.credit} />
        </SectionCard>
      ) : null}
      <SectionCard title={t("form.lines")} flush>
        <LineGrid
          grid={grid}
          label={t("form.lines")}
          maxRows={MAX_WALK_IN_LINES}
          onSubmit={() => void action.submit()}
        />
      </SectionCard>
      <SectionCard title={t("form.remark")}>
        <div className="form-grid">
          <TextAreaField
            name="exceptionReason"
            label={t("form.exception_reason")}
            description={t("form.exception_hint")}
            rows={2}
            wide
            maxLength={500}
          />
          <TextAreaField name="remark" label={t("form.remark")} rows={2} wide maxLength={1000} />
        </div>
      </SectionCard>
      <StickyActionBar>
        <SubmitButton hotkey="Ctrl+Enter">{t("form.save")}</SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}
