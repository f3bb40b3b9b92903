"use client";
import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { SelectField } from "@/components/form/choice-fields";
import { FigureField } from "@/components/form/figure-fields";
import { TextField } from "@/components/form/text-field";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SectionCard } from "@/components/ui/section-card";
import { INSTALMENT_KINDS } from "@/lib/contracts/labels";
import type { InstalmentValues, OrderHead } from "@/lib/contracts/order-values";
import { Money } from "@/lib/core/money";
import { assessPaymentPlan } from "@/lib/core/payment-plan";
import { Quantity } from "@/lib/core/quantity";
import { formatMoney } from "@/lib/i18n/format";
import styles from "./order-entry.module.css";

const MAX_INSTALMENTS = 12;

/** The payment plan of a formal contract: shares of the total, worked out to the cent while they are typed. */
export function InstalmentRows({ total }: { total: string }) {
  const t = useTranslations("contracts.order");
  const tk = useTranslations("contracts.instalment_kinds");
  const { control } = useFormContext<OrderHead>();
  const { fields, append, remove } = useFieldArray({ control, name: "instalments" });
  const typed = useWatch({ control, name: "instalments" });
  const verdict = planVerdict(total, typed);
  const add = (kind: InstalmentValues["kind"], percent: string) =>
    append({ kind, name: tk(kind), percent, dueDays: "" });
  return (
    <SectionCard
      title={t("plan")}
      aside={
        fields.length === 0 ? (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              add("PREPAYMENT", "30");
              add("BALANCE", "70");
            }}
          >
            {t("plan_example")}
          </Button>
        ) : null
      }
    >
      {fields.length === 0 ? <p className={styles.quiet}>{t("plan_empty")}</p> : null}
      {fields.map(({ id }, index) => (
        <div key={id} className={styles.instalment}>
          <SelectField
            name={`instalments.${index}.kind`}
            label={t("plan_kind")}
            required
            options={INSTALMENT_KINDS.map((value) => ({ value, label: tk(value) }))}
          />
          <TextField
            name={`instalments.${index}.name`}
            label={t("plan_name")}
            required
            maxLength={40}
          />
          <FigureField
            name={`instalments.${index}.percent`}
            label={t("plan_percent")}
            unit="%"
            required
          />
          <FigureField
            name={`instalments.${index}.dueDays`}
            label={t("plan_due_days")}
            unit={t("days")}
          />
          <output className={styles.share}>
            {verdict?.amounts[index] ? formatMoney(verdict.amounts[index]) : "—"}
          </output>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("plan_remove", { row: index + 1 })}
            onClick={() => remove(index)}
          >
            <IconX size={16} aria-hidden="true" />
          </ActionIcon>
        </div>
      ))}
      {verdict && !verdict.missing.isZero() ? (
        <InlineNotice tone="warn">
          {t("plan_missing", { amount: formatMoney(verdict.missing) })}
        </InlineNotice>
      ) : null}
      {verdict?.isDepositTooHigh ? (
        <InlineNotice tone="warn">{t("plan_deposit")}</InlineNotice>
      ) : null}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        disabled={fields.length >= MAX_INSTALMENTS}
        onClick={() => add("BALANCE", "")}
      >
        {t("plan_add")}
      </Button>
    </SectionCard>
  );
}

/** Null while a share cannot be read. */
function planVerdict(total: string, plan: readonly InstalmentValues[]) {
  if (plan.length === 0 || plan.some(({ percent }) => Quantity.parse(percent) === null))
    return null;
  return assessPaymentPlan(
    Money.of(total),
    plan.map(({ kind, percent }) => ({
      percent: Quantity.parse(percent) ?? "0",
      isDeposit: kind === "DEPOSIT",
      isBeforeDelivery: kind !== "AFTER_DELIVERY",
    })),
  );
}
