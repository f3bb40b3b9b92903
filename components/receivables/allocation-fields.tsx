"use client";
import { Button, CloseButton, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { SelectField } from "@/components/form/choice-fields";
import { MoneyFormField } from "@/components/form/figure-fields";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Money } from "@/lib/core/money";
import { formatMoney } from "@/lib/i18n/format";
import { ALLOCATION_KINDS } from "@/lib/receivables/labels";
import type { AllocationTargets } from "@/lib/receivables/queries";
import styles from "./allocation-fields.module.css";

/** An allocation as it is typed. */
export type TypedAllocation = {
  kind: (typeof ALLOCATION_KINDS)[number];
  contractId: string | null;
  receivableId: string | null;
  amount: string;
};

type Props = {
  /** Path of the list in the form. */
  name: string;
  targets: AllocationTargets;
  /** What there is to assign, as it was typed. */
  amount: string;
};

/** To which contracts and deliveries the money goes; what is not stated settles debts by itself (rules 5.4). */
export function AllocationFields({ name, targets, amount }: Props) {
  const t = useTranslations("receivables.allocations");
  const { fields, append, remove } = useFieldArray({ name });
  const typed = (useWatch({ name }) ?? []) as TypedAllocation[];
  const isEmpty = targets.contracts.length === 0 && targets.deliveries.length === 0;
  if (isEmpty) return <p className={styles.hint}>{t("nothing")}</p>;

  const [contract] = targets.contracts;
  const [delivery] = targets.deliveries;
  const blank = (): TypedAllocation =>
    contract
      ? { kind: "PREPAYMENT", contractId: contract.id, receivableId: null, amount: "" }
      : {
          kind: "CREDIT_PAYMENT",
          contractId: null,
          receivableId: delivery?.id ?? null,
          amount: "",
        };
  return (
    <div className={styles.list}>
      <p className={styles.hint}>{t("hint")}</p>
      <WaitingContracts targets={targets} amount={amount} typed={typed} onChoose={append} />
      {fields.map(({ id }, index) => (
        <div key={id} className={styles.row}>
          <TargetField name={`${name}.${index}`} targets={targets} />
          <KindField name={`${name}.${index}`} />
          <MoneyFormField name={`${name}.${index}.amount`} label={t("amount")} required />
          <CloseButton aria-label={t("remove")} onClick={() => remove(index)} />
        </div>
      ))}
      <div className={styles.foot}>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => append(blank())}
        >
          {t("add")}
        </Button>
        <Rest amount={amount} typed={typed} />
      </div>
    </div>
  );
}

type WaitingProps = {
  targets: AllocationTargets;
  amount: string;
  typed: readonly TypedAllocation[];
  onChoose: (allocation: TypedAllocation) => void;
};

/** Notices that wait for money: only what is stated for their contract sets them free (R1.3.1-P1). */
function WaitingContracts({ targets, amount, typed, onChoose }: WaitingProps) {
  const t = useTranslations("receivables.allocations");
  const waiting = targets.waiting.filter(
    ({ contractId }) => !typed.some((part) => part.contractId === contractId),
  );
  if (waiting.length === 0) return null;
  return (
    <InlineNotice tone="warn">
      <p className={styles.waiting}>{t("waiting")}</p>
      {waiting.map(({ id, docNo, contractId, contractNo, missing }) => (
        <Button
          key={id}
          className={styles.use ?? ""}
          variant="default"
          size="compact-sm"
          onClick={() =>
            onChoose({
              kind: "PREPAYMENT",
              contractId,
              receivableId: null,
              amount: amountFor(contractId, { targets, amount, typed }),
            })
          }
        >
          {t("use_for", { contract: contractNo, notice: docNo, amount: formatMoney(missing) })}
        </Button>
      ))}
    </InlineNotice>
  );
}

/**
 * What of the money is not stated yet, at most what the contract still has to receive, as long as it has to receive
 * anything; empty when nothing is typed.
 */
function amountFor(
  contractId: string,
  { targets, amount, typed }: Pick<WaitingProps, "targets" | "amount" | "typed">,
): string {
  const whole = Money.parse(amount);
  const contract = targets.contracts.find(({ id }) => id === contractId);
  if (!whole || !contract) return "";
  const rest = whole.minus(Money.sum(typed.map((part) => Money.parse(part.amount) ?? Money.zero)));
  const owed = Money.of(contract.total).minus(Money.of(contract.received));
  const proposed = owed.isPositive() ? rest.min(owed) : rest;
  return proposed.isPositive() ? proposed.toString() : "";
}

function TargetField({ name, targets }: { name: string; targets: AllocationTargets }) {
  const t = useTranslations("receivables.allocations");
  const { setValue } = useFormContext();
  const { contractId, receivableId, kind } = (useWatch({ name }) ?? {}) as Partial<TypedAllocation>;
  const choose = (target: string | null) => {
    if (!target) return;
    const isContract = targets.contracts.some(({ id }) => id === target);
    const contractKind = kind === "CREDIT_PAYMENT" ? "PREPAYMENT" : (kind ?? "PREPAYMENT");
    const options = { shouldDirty: true, shouldValidate: false };
    setValue(`${name}.contractId`, isContract ? target : null, options);
    setValue(`${name}.receivableId`, isContract ? null : target, options);
    setValue(`${name}.kind`, isContract ? contractKind : "CREDIT_PAYMENT", options);
  };
  const contracts = targets.contracts.map(({ id, contractNo, total, received }) => ({
    value: id,
    label: t("contract", {
      number: contractNo,
      total: formatMoney(total),
      received: formatMoney(received),
    }),
  }));
  const deliveries = targets.deliveries.map(({ id, sourceNo, dueOn, open }) => ({
    value: id,
    label: t("delivery", { number: sourceNo, due: dueOn, open: formatMoney(open) }),
  }));
  return (
    <Select
      label={t("target")}
      withAsterisk
      searchable
      allowDeselect={false}
      value={contractId ?? receivableId ?? null}
      onChange={choose}
      data={[
        { group: t("contracts"), items: contracts },
        { group: t("deliveries"), items: deliveries },
      ].filter(({ items }) => items.length > 0)}
    />
  );
}

function KindField({ name }: { name: string }) {
  const t = useTranslations("receivables");
  const { contractId } = (useWatch({ name }) ?? {}) as Partial<TypedAllocation>;
  const kinds = ALLOCATION_KINDS.filter((kind) => (kind === "CREDIT_PAYMENT") === !contractId);
  return (
    <SelectField
      name={`${name}.kind`}
      label={t("allocations.kind")}
      required
      options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
    />
  );
}

/** What is not stated, live. */
function Rest({ amount, typed }: { amount: string; typed: readonly TypedAllocation[] }) {
  const t = useTranslations("receivables.allocations");
  const whole = Money.parse(amount);
  if (!whole) return null;
  const stated = Money.sum(typed.map((part) => Money.parse(part.amount) ?? Money.zero));
  const rest = whole.minus(stated);
  if (rest.isZero()) return null;
  return (
    <span className={styles.rest} data-over={rest.isNegative() || undefined} role="status">
      {rest.isNegative()
        ? t("over", { amount: formatMoney(whole) })
        : t("rest", { amount: formatMoney(rest) })}
    </span>
  );
}
