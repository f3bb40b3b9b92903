"use client";
import { Button } from "@mantine/core";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useWatch } from "react-hook-form";
import * as z from "zod";
import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { LineGrid } from "@/components/line-grid/line-grid";
import { useLineGrid } from "@/components/line-grid/use-line-grid";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveIntakeAction } from "@/lib/intake/actions";
import { type IntakeValues, toIntake } from "@/lib/intake/intake-values";
import { asksForGoods } from "@/lib/intake/labels";
import type { ActionResult } from "@/lib/server/action-result";
import { FeedbackFields } from "./feedback-fields";
import { intakeColumns, intakeLine, intakeSeed, type StoredIntakeLine } from "./intake-columns";
import {
  AgreementFields,
  CallFields,
  type Choice,
  GoodsFields,
  TermsFields,
} from "./intake-fields";

type Props = {
  intakeId: string | null;
  rowVersion: number | null;
  values: IntakeValues;
  lines: readonly StoredIntakeLine[];
  units: readonly string[];
  categories: readonly Choice[];
};

// The server checks with the full schema: lines live in the grid, outside this form.
const anything = z.record(z.string(), z.unknown());

/** The intake record (F01): who called, when, about what; goods and terms only where the call is about goods. */
export function IntakeForm({ intakeId, rowVersion, values, lines, units, categories }: Props) {
  const t = useTranslations("intake");
  const tc = useTranslations("common.actions");
  const router = useRouter();
  const [customerId, setCustomerId] = useState(values.customerId);
  const columns = useMemo(() => intakeColumns(t, units, customerId), [t, units, customerId]);
  const grid = useLineGrid(
    columns,
    useMemo(() => lines.map(intakeSeed), [lines]),
  );
  const save = async (raw: Record<string, unknown>, key: string) => {
    const head = raw as IntakeValues;
    const goods = asksForGoods(head.intakeType) ? grid.lines.map(intakeLine) : [];
    grid.report([]);
    const result = await saveIntakeAction(
      { intakeId, rowVersion, intake: toIntake(head, goods) },
      key,
    );
    const placed = withPlainPaths(result);
    if (!placed.ok) {
      grid.report((placed.error.issues ?? []).map(onProductCell));
    }
    return placed;
  };
  const action = useActionForm({
    schema: anything,
    action: save,
    defaultValues: values as Record<string, unknown>,
    onDone: ({ id }) => router.push(`/intake/${id}` as Route),
    successMessage: t("form.saved"),
  });
  const { control } = action.form;
  const intakeType = String(useWatch({ control, name: "intakeType" }));
  const isAboutGoods = asksForGoods(intakeType);
  return (
    <ActionForm {...action} fieldLabels={{ lines: t("form.goods") }}>
      <SectionCard title={t("form.call")} clause="R1.1.1-d">
        <CallFields onCustomer={setCustomerId} isAboutGoods={isAboutGoods} />
      </SectionCard>
      {isAboutGoods ? (
        <SectionCard title={t("form.goods")} clause="R1.1.1-b" flush>
          <LineGrid grid={grid} label={t("form.goods")} onSubmit={() => void action.submit()} />
        </SectionCard>
      ) : null}
      {isAboutGoods ? (
        <SectionCard title={t("form.use")}>
          <GoodsFields categories={categories} />
        </SectionCard>
      ) : null}
      {isAboutGoods ? (
        <SectionCard title={t("feedback.title")} clause="R1.1.2-a">
          <FeedbackFields words="intake.feedback" />
        </SectionCard>
      ) : null}
      {isAboutGoods ? (
        <SectionCard title={t("form.terms")} clause="R1.1.1-c">
          <TermsFields isOrder={intakeType === "ORDER"} />
          <AgreementFields />
        </SectionCard>
      ) : null}
      <StickyActionBar note={t("form.note")}>
        <Button variant="default" onClick={() => router.back()}>
          {tc("cancel")}
        </Button>
        <SubmitButton hotkey="Ctrl+Enter">{tc("save")}</SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}

/** Issues of the record's own fields are named as the form names them. */
function withPlainPaths<T>(result: ActionResult<T>): ActionResult<T> {
  if (result.ok || !result.error.issues) return result;
  const issues = result.error.issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^intake\./, ""),
  }));
  return { ok: false, error: { ...result.error, issues } };
}

function onProductCell<Issue extends { path: string }>(issue: Issue): Issue {
  return { ...issue, path: issue.path.replace(/^(lines\.\d+)(\.productId)?$/, "$1.productName") };
}
