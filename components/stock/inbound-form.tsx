"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { LineGrid } from "@/components/line-grid/line-grid";
import { useLineGrid } from "@/components/line-grid/use-line-grid";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FieldIssue } from "@/lib/core/domain-error";
import { saveInboundAction } from "@/lib/stock/actions";
import type { InboundDocument } from "@/lib/stock/queries";
import {
  type InboundHeadInput,
  inboundHeadInput,
  MAX_INBOUND_LINES,
  PLAIN_INBOUND_TYPES,
} from "@/lib/stock/schema";
import { inboundGridColumns, lineOf, seedsOf } from "./inbound-columns";
import styles from "./stock.module.css";

type Props = {
  /** Null for a new slip. */
  draft: InboundDocument | null;
  today: string;
  bins: readonly string[];
};

function headOf(draft: InboundDocument | null, today: string): InboundHeadInput {
  const type = PLAIN_INBOUND_TYPES.find((plain) => plain === draft?.inboundType) ?? "OTHER";
  return {
    slipId: draft?.id ?? null,
    rowVersion: draft?.rowVersion ?? null,
    inboundType: type,
    receivedOn: draft?.receivedOn ?? today,
    fromDepartment: draft?.fromDepartment ?? "",
    deliveredBy: draft?.deliveredBy ?? "",
    remark: draft?.remark ?? "",
  };
}

/** The grid's column of a product is named for what is typed in it. */
function inGrid(issues: readonly FieldIssue[]): FieldIssue[] {
  return issues.map((issue) => ({ ...issue, path: issue.path.replace(/productId$/, "product") }));
}

/** A plain receipt or an opening balance (F27), typed as a draft; posting is an act of its own. */
export function InboundForm({ draft, today, bins }: Props) {
  const t = useTranslations("stock");
  const router = useRouter();
  const columns = useMemo(() => inboundGridColumns(t), [t]);
  const grid = useLineGrid(
    columns,
    useMemo(() => (draft ? seedsOf(draft) : []), [draft]),
  );
  const action = useActionForm({
    schema: inboundHeadInput,
    defaultValues: headOf(draft, today),
    action: async (head, key) => {
      const result = await saveInboundAction({ ...head, lines: grid.lines.map(lineOf) }, key);
      if (result.ok) return result;
      const issues = inGrid(result.error.issues ?? []);
      grid.report(issues);
      return { ok: false, error: { ...result.error, issues } };
    },
    successMessage: t("inbound.saved"),
    onDone: ({ slipId }) => router.push(`/stock/inbound/${slipId}`),
  });
  const names = Object.fromEntries(columns.map(({ key, header }) => [key, header]));
  return (
    <ActionForm
      {...action}
      label={t("inbound.title")}
      fieldLabels={{ ...names, lines: t("inbound.lines") }}
    >
      <SectionCard title={t("inbound.head")}>
        <div className="form-grid">
          <SelectField
            name="inboundType"
            label={t("inbound.type")}
            required
            options={PLAIN_INBOUND_TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
          />
          <DateFormField
            name="receivedOn"
            label={t("inbound.received_on")}
            required
            maxDate={today}
          />
          <TextField
            name="fromDepartment"
            label={t("inbound.from_department")}
            description={t("inbound.from_hint")}
            required
            maxLength={40}
          />
          <TextField name="deliveredBy" label={t("inbound.delivered_by")} maxLength={40} />
          <TextAreaField name="remark" label={t("inbound.remark")} rows={2} wide maxLength={1000} />
        </div>
      </SectionCard>
      <SectionCard title={t("inbound.lines")} flush>
        <LineGrid
          grid={grid}
          label={t("inbound.lines")}
          maxRows={MAX_INBOUND_LINES}
          onSubmit={() => void action.submit()}
        />
        <p className={styles.foot}>
          {t("inbound.bin_hint")} · {bins.join(" ")}
        </p>
      </SectionCard>
      <StickyActionBar>
        <SubmitButton hotkey="Ctrl+Enter">{t("inbound.save")}</SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}
