"use client";
import { Button } from "@mantine/core";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import * as z from "zod";
import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { LineGrid } from "@/components/line-grid/line-grid";
import { useLineGrid } from "@/components/line-grid/use-line-grid";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveReviewAction } from "@/lib/reviews/actions";
import { type ReviewHead, type ReviewStart, toReview } from "@/lib/reviews/review-values";
import type { ActionResult } from "@/lib/server/action-result";
import { reviewGridColumns, reviewLineOf, reviewSeed } from "./review-columns";
import { DepartmentFields, RequestFields, RequirementFields } from "./review-fields";

type Props = { start: ReviewStart; units: readonly string[] };

// The server checks with the full schema: lines live in the grid, outside this form.
const anything = z.record(z.string(), z.unknown());

/** The requirements review (F05) as the clerk writes it: the wish, the products, who is asked what. */
export function ReviewForm({ start, units }: Props) {
  const t = useTranslations("reviews");
  const tl = useTranslations("reviews.lines");
  const tc = useTranslations("common.actions");
  const router = useRouter();
  const [customerId, setCustomerId] = useState(start.head.customerId);
  const columns = useMemo(() => reviewGridColumns(tl, units, customerId), [tl, units, customerId]);
  const grid = useLineGrid(
    columns,
    useMemo(() => start.lines.map(reviewSeed), [start.lines]),
  );
  const save = async (raw: Record<string, unknown>, key: string) => {
    const review = toReview(raw as ReviewHead, grid.lines.map(reviewLineOf));
    grid.report([]);
    const { id, rowVersion } = start;
    const placed = withPlainPaths(await saveReviewAction({ id, rowVersion, review }, key));
    if (!placed.ok) grid.report((placed.error.issues ?? []).map(onProductCell));
    return placed;
  };
  const action = useActionForm({
    schema: anything,
    action: save,
    defaultValues: start.head as Record<string, unknown>,
    onDone: ({ id }) => router.push(`/reviews/${id}` as Route),
    successMessage: t("saved"),
  });
  return (
    <ActionForm {...action}>
      <SectionCard title={t("sections.request")} clause="R1.1.3-C1">
        <RequestFields
          customerLabel={start.customerLabel}
          customerFixed={start.customerFixed}
          onCustomer={setCustomerId}
          withCall={start.head.intakeId === ""}
        />
      </SectionCard>
      <SectionCard title={t("sections.lines")} flush>
        <LineGrid grid={grid} label={t("sections.lines")} onSubmit={() => void action.submit()} />
      </SectionCard>
      <SectionCard title={t("sections.requirements")}>
        <RequirementFields />
      </SectionCard>
      <SectionCard title={t("sections.departments")} clause="R1.1.3-C2">
        <DepartmentFields />
      </SectionCard>
      <StickyActionBar note={t("hints.note")}>
        <Button variant="default" onClick={() => router.back()}>
          {tc("cancel")}
        </Button>
        <SubmitButton hotkey="Ctrl+Enter">{t("actions.save")}</SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}

/** Issues of the review's own fields are named as the form names them. */
function withPlainPaths<T>(result: ActionResult<T>): ActionResult<T> {
  if (result.ok || !result.error.issues) return result;
  const issues = result.error.issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^review\./, ""),
  }));
  return { ok: false, error: { ...result.error, issues } };
}

function onProductCell<Issue extends { path: string }>(issue: Issue): Issue {
  return { ...issue, path: issue.path.replace(/^(lines\.\d+)(\.productId)?$/, "$1.productName") };
}
