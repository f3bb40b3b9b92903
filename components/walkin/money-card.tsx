"use client";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { MoneyFormField } from "@/components/form/figure-fields";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { formatMoney } from "@/lib/i18n/format";
import { takeMoneyAction } from "@/lib/walkin/actions";
import { COUNTER_CHANNELS } from "@/lib/walkin/labels";
import type { WalkInDetail } from "@/lib/walkin/queries";
import { takeMoneyInput } from "@/lib/walkin/schema";

type Money = NonNullable<WalkInDetail["money"]>;
type Props = { walkIn: WalkInDetail; money: Money };

/** Money for a pickup: what was taken, whether finance has confirmed it, what is missing before goods leave. */
export function MoneyCard({ walkIn, money }: Props) {
  const t = useTranslations("walkin.money");
  const sections = useTranslations("walkin.sections");
  const { receipt, confirmed, missing } = money;
  const isMissing = missing !== null && missing !== "0.00";
  const mayTake = walkIn.mayTakeMoney && money.mayReplace;
  if (!receipt && !mayTake && confirmed === null) return null;
  return (
    <SectionCard title={sections("money")} clause="R1.3.1-P1">
      <div className="stack">
        {confirmed === null ? null : (
          <InlineNotice tone={isMissing ? "warn" : "success"}>
            {t("confirmed", { amount: formatMoney(confirmed) })}
            {isMissing ? `；${t("missing", { amount: formatMoney(missing) })}` : ""}
          </InlineNotice>
        )}
        {receipt ? (
          <p>
            <Link href={`/receipts/${receipt.id}` as Route}>
              {t("receipt", { docNo: receipt.docNo, amount: formatMoney(receipt.amount) })}
            </Link>{" "}
            {t(receipt.status)}
          </p>
        ) : null}
        {mayTake ? <TakeMoneyForm walkIn={walkIn} money={money} /> : null}
      </div>
    </SectionCard>
  );
}

function TakeMoneyForm({ walkIn, money }: Props) {
  const t = useTranslations("walkin.money");
  const channels = useTranslations("receivables.channels");
  const channel = COUNTER_CHANNELS.find((known) => known === walkIn.paymentChannel) ?? "CASH";
  const action = useActionForm({
    schema: takeMoneyInput,
    action: takeMoneyAction,
    defaultValues: {
      walkInId: walkIn.id,
      rowVersion: walkIn.rowVersion,
      amount: walkIn.totalAmount ?? "",
      channel,
      payerName: walkIn.customerName,
      bankAccountId: money.accounts[0]?.value ?? "",
      bankRef: "",
    },
    successMessage: t("done"),
  });
  return (
    <ActionForm {...action} label={t("submit")} guard={false}>
      <p>{t(walkIn.paymentTerm === "PREPAID" ? "intro" : "intro_on_credit")}</p>
      <div className="form-grid">
        <MoneyFormField name="amount" label={t("amount")} required />
        <SelectField
          name="channel"
          label={t("channel")}
          required
          options={COUNTER_CHANNELS.map((value) => ({ value, label: channels(value) }))}
        />
        <TextField name="payerName" label={t("payer")} required maxLength={80} />
        <SelectField
          name="bankAccountId"
          label={t("account")}
          required
          options={[...money.accounts]}
        />
        <TextField name="bankRef" label={t("reference")} maxLength={60} mono />
      </div>
      <div>
        <SubmitButton>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
