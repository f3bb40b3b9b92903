"use client";
import { Select } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { DateFormField } from "@/components/form/date-form-field";
import { FigureField } from "@/components/form/figure-fields";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { SectionCard } from "@/components/ui/section-card";
import type { OrderHead } from "@/lib/contracts/order-values";
import { CLAUSE_KEYS, type ClauseKey } from "@/lib/settings/clause-keys";
import { InstalmentRows } from "./instalment-rows";
import styles from "./order-entry.module.css";

export type ClauseText = { id: string; clauseKey: ClauseKey; title: string; text: string };

/** Clauses that print 无 when nothing is said; all others must say something. */
const MAY_BE_EMPTY: ReadonlySet<ClauseKey> = new Set([
  "lossClause",
  "sparesClause",
  "guaranteeClause",
  "otherClause",
]);

type Props = { templates: readonly ClauseText[]; total: string };

/** What only the formal contract has (F03): signing, payment plan, clauses from the factory's templates. */
export function FormalSection({ templates, total }: Props) {
  const t = useTranslations("contracts.order");
  return (
    <>
      <SectionCard title={t("signing")} clause="R1.1.2-c">
        <div className="form-grid">
          <TextField name="signPlace" label={t("sign_place")} required maxLength={80} />
          <DateFormField name="signDate" label={t("sign_date")} />
          <DateFormField name="validFrom" label={t("valid_from")} />
          <DateFormField name="validTo" label={t("valid_to")} />
          <FigureField
            name="originalCount"
            label={t("original_count")}
            unit={t("copies")}
            required
          />
          <FigureField name="warrantyMonths" label={t("warranty_months")} unit={t("months")} />
          <FigureField name="objectionDays" label={t("objection_days")} unit={t("days")} />
        </div>
      </SectionCard>
      <InstalmentRows total={total} />
      <SectionCard title={t("clauses")}>
        <details className={styles.details}>
          <summary>{t("clauses_summary", { count: CLAUSE_KEYS.length })}</summary>
          <div className="stack">
            {CLAUSE_KEYS.map((key) => (
              <ClauseField
                key={key}
                clauseKey={key}
                templates={templates.filter(({ clauseKey }) => clauseKey === key)}
              />
            ))}
          </div>
        </details>
      </SectionCard>
    </>
  );
}

type ClauseProps = { clauseKey: ClauseKey; templates: readonly ClauseText[] };

function ClauseField({ clauseKey, templates }: ClauseProps) {
  const t = useTranslations("contracts");
  const { setValue } = useFormContext<OrderHead>();
  return (
    <div className={styles.clause}>
      <TextAreaField
        name={`clauses.${clauseKey}`}
        label={t(`clause_names.${clauseKey}`)}
        required={!MAY_BE_EMPTY.has(clauseKey)}
        rows={2}
        maxLength={2000}
        {...(MAY_BE_EMPTY.has(clauseKey) ? { placeholder: t("order.clause_none") } : {})}
      />
      {templates.length > 1 ? (
        <Select
          size="xs"
          aria-label={t("order.clause_template", { clause: t(`clause_names.${clauseKey}`) })}
          placeholder={t("order.take_template")}
          data={templates.map(({ id, title }) => ({ value: id, label: title }))}
          value={null}
          onChange={(id) => {
            const template = templates.find((candidate) => candidate.id === id);
            if (template) setValue(`clauses.${clauseKey}`, template.text, { shouldDirty: true });
          }}
        />
      ) : null}
    </div>
  );
}
