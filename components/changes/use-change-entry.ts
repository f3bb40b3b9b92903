"use client";
import { notifications } from "@mantine/notifications";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type FieldPath, useForm, useWatch } from "react-hook-form";
import { chargeCells, chargeSeed, goodsCells, goodsSeed } from "@/components/contracts/goods-lines";
import { placeIssues } from "@/components/contracts/order-issues";
import { useOrderColumns } from "@/components/contracts/use-order-columns";
import type { OrderRefusal } from "@/components/contracts/use-order-entry";
import { runAction } from "@/components/form/run-action";
import { submissionKeys } from "@/components/form/submission-key";
import { SERVER_ISSUE, useRefusalText } from "@/components/form/use-refusal-text";
import { cellText, type GridRow, type RowSeed } from "@/components/line-grid/grid-types";
import { useLineGrid } from "@/components/line-grid/use-line-grid";
import { saveRevisionAction, submitRevisionAction } from "@/lib/changes/actions";
import type { ChangeStart } from "@/lib/changes/change-start";
import { type OrderHead, toOrder } from "@/lib/contracts/order-values";
import type { ActionFailure } from "@/lib/server/action-result";

type Options = { start: ChangeStart; units: readonly string[]; mayCreateProduct: boolean };
type Saved = { revisionId: string; rowVersion: number };

/** A cell that is never shown: the contract's line that the row keeps. */
const LINE_ID = "contractLineId";

const kept = (seed: RowSeed, id: string | null | undefined): RowSeed =>
  id ? { ...seed, cells: { ...seed.cells, [LINE_ID]: id } } : seed;
const lineIdOf = (row: GridRow) => cellText(row, LINE_ID) || null;

/** A change while it is typed: the whole order, its reason, saving and submitting. */
export function useChangeEntry({ start, ...list }: Options) {
  const t = useTranslations("changes.entry");
  const router = useRouter();
  const { ofIssue } = useRefusalText();
  const form = useForm<OrderHead>({ defaultValues: start.head, shouldFocusError: false });
  const taxRate = useWatch({ control: form.control, name: "taxRate" });
  const columns = useOrderColumns({ taxRate, customerId: start.head.customerId, ...list });
  const seeds = useMemo(() => seedsOf(start), [start]);
  const goods = useLineGrid(columns.goods, seeds.goods);
  const charges = useLineGrid(columns.charges, seeds.charges);
  const [reason, setReason] = useState(start.reason);
  const [saved, setSaved] = useState<Saved | null>(
    start.revisionId ? { revisionId: start.revisionId, rowVersion: start.rowVersion } : null,
  );
  const [savedAs, setSavedAs] = useState({ goods: goods.lines, charges: charges.lines, reason });
  const [running, setRunning] = useState<"save" | "submit" | null>(null);
  const [refusal, setRefusal] = useState<OrderRefusal | null>(null);
  const [keys] = useState(() => ({ save: submissionKeys(), submit: submissionKeys() }));
  const isDirty =
    form.formState.isDirty ||
    goods.lines !== savedAs.goods ||
    charges.lines !== savedAs.charges ||
    reason !== savedAs.reason;

  const refuse = (failure: ActionFailure) => {
    const issues = (failure.issues ?? []).map((issue) => ({
      ...issue,
      path: issue.path.replace(/^proposal\.(order\.)?/, ""),
    }));
    const placed = placeIssues(issues, {
      goodsCount: goods.lines.length,
      isFormal: form.getValues("form") === "FORMAL",
    });
    goods.report(placed.goods);
    charges.report(placed.charges);
    const head = placed.head.filter(({ path }) => path !== "reason");
    for (const issue of head) {
      form.setError(issue.path as FieldPath<OrderHead>, {
        type: SERVER_ISSUE,
        message: ofIssue(issue),
      });
    }
    const elsewhere = [
      ...placed.elsewhere.map(ofIssue),
      ...placed.head.filter(({ path }) => path === "reason").map(() => t("reason_missing")),
    ];
    setRefusal({ failure: { ...failure, issues }, unplaced: elsewhere, count: issues.length });
  };

  const saveNow = async (): Promise<Saved | null> => {
    if (saved && !isDirty) return saved;
    const head = form.getValues();
    const rows = { goods: goods.lines, charges: charges.lines, reason };
    const input = {
      contractId: start.contractId,
      revisionId: saved?.revisionId ?? null,
      rowVersion: saved?.rowVersion ?? start.rowVersion,
      reason,
      proposal: {
        order: toOrder(head, rows.goods.map(goodsCells), rows.charges.map(chargeCells)),
        lineIds: [...rows.goods, ...rows.charges].map(lineIdOf),
      },
    };
    const result = await runAction(saveRevisionAction, input, keys.save.keyFor(input));
    if (result === null) return null;
    if (!result.ok) {
      refuse(result.error);
      return null;
    }
    keys.save.accepted();
    const now = { revisionId: result.data.id, rowVersion: result.data.rowVersion };
    setSaved(now);
    setSavedAs(rows);
    form.reset(head, { keepValues: true });
    return now;
  };

  const begin = (what: "save" | "submit"): boolean => {
    if (running) return false;
    setRunning(what);
    setRefusal(null);
    form.clearErrors();
    goods.report([]);
    charges.report([]);
    return true;
  };

  const save = async () => {
    if (!begin("save")) return;
    const now = await saveNow();
    setRunning(null);
    if (now) notifications.show({ message: t("saved") });
  };

  const submit = async () => {
    if (!begin("submit")) return;
    const now = await saveNow();
    if (!now) return setRunning(null);
    const result = await runAction(submitRevisionAction, now, keys.submit.keyFor(now));
    setRunning(null);
    if (result === null) return;
    if (!result.ok) return refuse(result.error);
    keys.submit.accepted();
    notifications.show({ message: t("submitted") });
    router.push(`/contracts/changes/${now.revisionId}` as Route);
    router.refresh();
  };

  // Keys may arrive before the cell that was typed in has been read.
  const latest = useRef({ save, submit, goods, charges });
  useEffect(() => {
    latest.current = { save, submit, goods, charges };
  });
  const run = useCallback((what: "save" | "submit") => {
    const { goods: g, charges: c } = latest.current;
    flushSync(() => {
      for (const grid of [g, c]) {
        if (grid.state.unread) grid.dispatch({ type: "leave", at: grid.state.unread });
      }
    });
    void latest.current[what]();
  }, []);

  return { form, goods, charges, reason, setReason, running, refusal, isDirty, saved, run };
}

/** The rows of both grids with the contract lines that they keep: goods first, then charges. */
function seedsOf({ goods, charges, lineIds }: ChangeStart) {
  return {
    goods: goods.map((line, index) => kept(goodsSeed(line), lineIds[index])),
    charges: charges.map((line, index) => kept(chargeSeed(line), lineIds[goods.length + index])),
  };
}
