"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { CheckboxField, SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { TextField } from "@/components/form/text-field";
import { SectionCard } from "@/components/ui/section-card";
import { VERBAL_REASONS } from "@/lib/contracts/labels";
import type { OrderHead } from "@/lib/contracts/order-values";
import { FromFile } from "./from-file";
import styles from "./order-entry.module.css";

type Props = {
  /** Grounds for a verbal order that hold, joined by commas: a plain text keeps this section still. */
  grounds: string;
  recommended: "FORMAL" | "VERBAL";
};

/** What was agreed with whom and when (R1.1.2-b), and for a verbal order why and that it was read back. */
export function AgreementSection({ grounds, recommended }: Props) {
  const t = useTranslations("contracts.order");
  const form = useWatch<OrderHead, "form">({ name: "form" });
  return (
    <SectionCard title={t("agreement")} clause="R1.1.2-b">
      <div className="form-grid">
        <div className={`span-all ${styles.checks}`}>
          <CheckboxField name="agreedPrice" label={t("agreed_price")} />
          <CheckboxField name="agreedDelivery" label={t("agreed_delivery")} />
          <CheckboxField name="agreedPayment" label={t("agreed_payment")} />
        </div>
        <FromFile name="agreedWith">
          <TextField name="agreedWith" label={t("agreed_with")} maxLength={40} />
        </FromFile>
        <DateFormField name="agreedOn" label={t("agreed_on")} />
        {form === "VERBAL" ? <VerbalFields grounds={grounds} recommended={recommended} /> : null}
      </div>
    </SectionCard>
  );
}

function VerbalFields({ grounds, recommended }: Props) {
  const t = useTranslations("contracts.order");
  const tr = useTranslations("contracts.verbal_reasons");
  const { setValue, getValues } = useFormContext<OrderHead>();
  const reason = useWatch<OrderHead, "verbalReason">({ name: "verbalReason" });
  const isReadBack = useWatch<OrderHead, "readBackConfirmed">({ name: "readBackConfirmed" });
  const formReason = useWatch<OrderHead, "formReason">({ name: "formReason" });
  const holding = grounds.split(",").filter(Boolean);
  useFirstGround(grounds, reason);
  useEffect(() => {
    if (isReadBack && getValues("readBackByName") === "") {
      setValue("readBackByName", getValues("ordererName"), { shouldDirty: true });
    }
  }, [isReadBack, getValues, setValue]);
  const needsWords = recommended === "FORMAL" || reason === "OTHER" || formReason !== "";
  return (
    <>
      <SelectField
        name="verbalReason"
        label={t("verbal_reason")}
        required
        options={VERBAL_REASONS.map((value) => ({
          value,
          label: holding.includes(value) ? t("ground_holds", { ground: tr(value) }) : tr(value),
        }))}
      />
      {needsWords ? (
        <TextField
          name="formReason"
          label={t("form_reason")}
          description={recommended === "FORMAL" ? t("form_reason_hint") : undefined}
          required
          maxLength={200}
        />
      ) : null}
      <div className={`span-all ${styles.checks}`}>
        <CheckboxField name="readBackConfirmed" label={t("read_back")} />
      </div>
      {isReadBack ? (
        <TextField name="readBackByName" label={t("read_back_by")} required maxLength={40} />
      ) : null}
    </>
  );
}

/** Proposes the first ground that holds, and another when it no longer does; a choice by hand stays. */
function useFirstGround(grounds: string, reason: string | null): void {
  const { resetField } = useFormContext<OrderHead>();
  const proposed = useRef<string | null>(null);
  useEffect(() => {
    const holding = grounds.split(",").filter(Boolean);
    const isOurs = !reason || reason === proposed.current;
    const [first = ""] = holding;
    if (!isOurs || first === (reason ?? "")) return;
    proposed.current = first;
    // A proposal is no change of the clerk's: an untouched order stays untouched.
    resetField("verbalReason", { defaultValue: first as OrderHead["verbalReason"] });
  }, [grounds, reason, resetField]);
}
