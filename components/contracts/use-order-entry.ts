"use client";
import { notifications } from "@mantine/notifications";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type FieldPath, useForm, useWatch } from "react-hook-form";
import { runAction } from "@/components/form/run-action";
import { submissionKeys } from "@/components/form/submission-key";
import { SERVER_ISSUE, useRefusalText } from "@/components/form/use-refusal-text";
import { useLineGrid } from "@/components/line-grid/use-line-grid";
import { saveDraftAction, submitContractAction } from "@/lib/contracts/actions";
import type { CustomerFile, OrderHead, OrderStart } from "@/lib/contracts/order-values";
import { toOrder } from "@/lib/contracts/order-values";
import type { ActionFailure } from "@/lib/server/action-result";
import { chargeCells, chargeSeed, goodsCells, goodsSeed, seedOf } from "./goods-lines";
import { placeIssues } from "./order-issues";
import { useOrderColumns } from "./use-order-columns";
import { draftKey, type LocalDraft, useOrderDraft } from "./use-order-draft";

type Options = {
  start: OrderStart;
  personId: string;
  place: string;
  units: readonly string[];
  mayCreateProduct: boolean;
};

type Saved = { contractId: string; rowVersion: number };
export type OrderRefusal = { failure: ActionFailure; unplaced: string[]; count: number };

/** The order while it is typed: header, goods, charges, the draft in the browser, saving and submitting. */
export function useOrderEntry({ start, personId, place, ...list }: Options) {
  const t = useTranslations("contracts.order");
  const router = useRouter();
  const { ofIssue } = useRefusalText();
  const form = useForm<OrderHead>({ defaultValues: start.head, shouldFocusError: false });
  const { control } = form;
  const taxRate = useWatch({ control, name: "taxRate" });
  const customerId = useWatch({ control, name: "customerId" });
  const columns = useOrderColumns({ taxRate, customerId, ...list });
  const goods = useLineGrid(
    columns.goods,
    useMemo(
      () => start.goods.map((line) => goodsSeed(line, { isCopied: start.copiedFrom !== null })),
      [start],
    ),
  );
  const charges = useLineGrid(
    columns.charges,
    useMemo(() => start.charges.map(chargeSeed), [start.charges]),
  );
  const [customer, setCustomer] = useState<CustomerFile | null>(start.customer);
  const [saved, setSaved] = useState<Saved | null>(
    start.contractId && start.rowVersion
      ? { contractId: start.contractId, rowVersion: start.rowVersion }
      : null,
  );
  const [savedRows, setSavedRows] = useState({ goods: goods.lines, charges: charges.lines });
  const [running, setRunning] = useState<"save" | "submit" | null>(null);
  const [refusal, setRefusal] = useState<OrderRefusal | null>(null);
  const [keys] = useState(() => ({ save: submissionKeys(), submit: submissionKeys() }));

  const { isDirty: isHeadDirty } = form.formState;
  const isDirty =
    isHeadDirty || goods.lines !== savedRows.goods || charges.lines !== savedRows.charges;

  const draft = useOrderDraft(draftKey(personId, place), (): LocalDraft | null =>
    isDirty
      ? {
          at: new Date().toISOString(),
          rowVersion: saved?.rowVersion ?? null,
          head: form.getValues(),
          customer,
          goods: goods.lines.map(seedOf),
          charges: charges.lines.map(seedOf),
        }
      : null,
  );
  const { keep, forget } = draft;
  useEffect(() => {
    if (goods.lines !== savedRows.goods || charges.lines !== savedRows.charges) keep();
  }, [goods.lines, charges.lines, savedRows, keep]);
  useEffect(
    () => form.subscribe({ formState: { values: true, isDirty: true }, callback: () => keep() }),
    [form, keep],
  );

  const toFocus = useRef<Placed | null>(null);
  // After the issues are drawn: only then can the first of them take the focus.
  useEffect(() => {
    if (refusal && toFocus.current) {
      focusFirst(toFocus.current, (path) => form.setFocus(path as FieldPath<OrderHead>));
    }
    toFocus.current = null;
  }, [refusal, form]);

  const refuse = (failure: ActionFailure) => {
    const placed = placeIssues(failure.issues ?? [], {
      goodsCount: goods.lines.length,
      isFormal: form.getValues("form") === "FORMAL",
    });
    goods.report(placed.goods);
    charges.report(placed.charges);
    for (const issue of placed.head) {
      form.setError(issue.path as FieldPath<OrderHead>, {
        type: SERVER_ISSUE,
        message: ofIssue(issue),
      });
    }
    setRefusal({
      failure,
      unplaced: placed.elsewhere.map(ofIssue),
      count: failure.issues?.length ?? 0,
    });
    toFocus.current = placed;
  };

  /** Saves what stands on the screen; null when that was refused. Unchanged content is not saved twice. */
  const saveNow = async (): Promise<Saved | null> => {
    if (saved && !isDirty) return saved;
    const head = form.getValues();
    const rows = { goods: goods.lines, charges: charges.lines };
    const input = {
      contractId: saved?.contractId ?? null,
      rowVersion: saved?.rowVersion ?? null,
      order: toOrder(head, rows.goods.map(goodsCells), rows.charges.map(chargeCells)),
    };
    const result = await runAction(saveDraftAction, input, keys.save.keyFor(input));
    if (result === null) return null;
    if (!result.ok) {
      refuse(result.error);
      return null;
    }
    keys.save.accepted();
    const now = { contractId: result.data.id, rowVersion: result.data.rowVersion };
    setSaved(now);
    setSavedRows(rows);
    form.reset(head, { keepValues: true });
    await forget();
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
    if (!now) return;
    notifications.show({ message: t("draft_saved") });
    if (saved === null) router.replace(`/contracts/${now.contractId}/edit` as Route);
    else router.refresh();
  };

  const submit = async () => {
    if (!begin("submit")) return;
    const now = await saveNow();
    if (!now) return setRunning(null);
    const result = await runAction(submitContractAction, now, keys.submit.keyFor(now));
    setRunning(null);
    if (result === null) return;
    if (!result.ok) {
      // The draft exists now: a reload must come back to it, not to a blank order.
      window.history.replaceState(null, "", `/contracts/${now.contractId}/edit`);
      return refuse(result.error);
    }
    keys.submit.accepted();
    notifications.show({ message: t("submitted", { class: result.data.contractClass }) });
    router.push(`/contracts/${now.contractId}` as Route);
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

  const restore = (found: LocalDraft) => {
    form.reset(found.head, { keepDefaultValues: true });
    setCustomer(found.customer);
    goods.load(found.goods);
    charges.load(found.charges);
    draft.dismiss();
  };

  return {
    form,
    goods,
    charges,
    customer,
    setCustomer,
    saved,
    running,
    refusal,
    isDirty,
    hasLines: goods.lines.length + charges.lines.length > 0,
    draft,
    restore,
    run,
  };
}

export type OrderEntryModel = ReturnType<typeof useOrderEntry>;

type Placed = ReturnType<typeof placeIssues>;

/** The first thing to put right gets the focus: header fields stand above the lines. */
function focusFirst(placed: Placed, focusField: (path: string) => void): void {
  const [field] = placed.head;
  if (field && field.path !== "customerId") {
    focusField(field.path);
    return;
  }
  const cell = field
    ? document.getElementById("order-customer")
    : document.querySelector<HTMLElement>("td[data-issue] input, td[data-issue] select");
  (cell ?? document.getElementById("order-refusal"))?.focus();
}
