"use client";
import { Button, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useCallback, useDeferredValue, useMemo } from "react";
import { useWatch } from "react-hook-form";
import type { ClauseText } from "@/components/contracts/formal-section";
import { PRODUCT } from "@/components/contracts/goods-lines";
import { TermsBlock } from "@/components/contracts/order-blocks";
import { orderFacts, typedProductRow } from "@/components/contracts/order-facts";
import { OrderLines } from "@/components/contracts/order-lines";
import { OrderRail } from "@/components/contracts/order-rail";
import { OrderRefusalNotice } from "@/components/contracts/order-refusal";
import { useOrderHints } from "@/components/contracts/use-order-hints";
import { useOrderKeys } from "@/components/contracts/use-order-keys";
import { LeaveGuard } from "@/components/form/leave-guard";
import { PageHeader } from "@/components/layout/page-header";
import { Hotkey } from "@/components/ui/hotkey";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import type { ChangeStart } from "@/lib/changes/change-start";
import { FrozenLines } from "./frozen-lines";
import { useChangeEntry } from "./use-change-entry";

type Props = {
  start: ChangeStart;
  units: readonly string[];
  templates: readonly ClauseText[];
  formalAmountThreshold: string;
  mayCreateProduct: boolean;
};

/** The order screen over a contract in force: every line and term may be changed but what is delivered or promised. */
export function ChangeEntry(props: Props) {
  const { start, templates } = props;
  const t = useTranslations("changes.entry");
  const to = useTranslations("contracts.order");
  const entry = useChangeEntry(props);
  const { form, goods, charges, running, run } = entry;
  const { facts, hint } = useChangeFacts(entry, props);
  const onSave = useCallback(() => run("save"), [run]);
  const onSubmit = useCallback(() => run("submit"), [run]);
  useOrderKeys({ onSave, onSubmit });
  // A contract in force holds no stock softly: that is for drafts of orders (Q28).
  const rail = {
    facts,
    hint,
    focusedRow: goods.activeRow,
    form: start.head.form,
    contractId: null,
  };
  return (
    <>
      <LeaveGuard active={entry.isDirty && running === null} />
      <PageHeader
        number={start.contractNo}
        title={t("title", { number: start.contractNo, revision: start.revision })}
        sub={start.customer?.name ?? ""}
        back={{ href: `/contracts/${start.contractId}`, label: start.contractNo }}
      />
      {entry.refusal ? (
        <OrderRefusalNotice refusal={entry.refusal} onGoTo={(field) => form.setFocus(field)} />
      ) : null}
      <div className="detail-grid">
        <div className="stack">
          <SectionCard title={t("why")}>
            <Textarea
              label={t("reason")}
              withAsterisk
              autosize
              minRows={2}
              maxLength={500}
              value={entry.reason}
              onChange={(event) => entry.setReason(event.currentTarget.value)}
            />
          </SectionCard>
          <FrozenLines rows={start.frozen} />
          <OrderLines goods={goods} charges={charges} total={facts.total} onSubmit={onSubmit} />
          <TermsBlock
            form={form}
            customer={start.customer}
            isLooserTerm={hint.hints?.credit.isLooserTerm ?? false}
            grounds={facts.grounds.join(",")}
            recommended={facts.recommended}
            templates={templates}
            total={facts.total.toString()}
            isShort={facts.short.length > 0}
          />
        </div>
        <OrderRail {...rail} />
      </div>
      <StickyActionBar note={entry.isDirty ? t("not_saved") : undefined}>
        <Button
          variant="default"
          loading={running === "save"}
          disabled={running === "submit"}
          rightSection={<Hotkey keys="Ctrl+S" />}
          onClick={onSave}
        >
          {to("save_draft")}
        </Button>
        <Button
          loading={running === "submit"}
          disabled={running === "save"}
          rightSection={<Hotkey keys="Ctrl+Enter" />}
          onClick={onSubmit}
        >
          {t("submit")}
        </Button>
      </StickyActionBar>
    </>
  );
}

type Entry = ReturnType<typeof useChangeEntry>;

/** Amount, class and hints, a moment behind the keys; the contract's own share of the stock does not stand in its way. */
function useChangeFacts(entry: Entry, { start, formalAmountThreshold }: Props) {
  const { form, goods, charges } = entry;
  const [taxRate, paymentTerm] = useWatch({
    control: form.control,
    name: ["taxRate", "paymentTerm"],
  });
  const lines = useDeferredValue(goods.lines);
  const extras = useDeferredValue(charges.lines);
  const { customer } = start;
  const amount = useMemo(
    () =>
      orderFacts({
        goods: lines,
        charges: extras,
        taxRate,
        paymentTerm,
        customer,
        stock: null,
        formalAmountThreshold,
      }).total.toString(),
    [lines, extras, taxRate, paymentTerm, customer, formalAmountThreshold],
  );
  const productIds = useMemo(
    () => [...new Set(lines.flatMap((row) => row.picked[PRODUCT]?.id ?? []))],
    [lines],
  );
  const hint = useOrderHints({
    customerId: customer?.id ?? "",
    amount,
    paymentTerm,
    productIds,
    focused: goods.activeRow?.picked[PRODUCT]?.id ?? "",
    exceptContractId: start.contractId,
  });
  const stock = hint.hints?.stock ?? null;
  const typing = typedProductRow(goods.state.unread);
  const facts = useMemo(
    () =>
      orderFacts({
        // Half a product name is no new product.
        goods: lines.filter(({ id }) => id !== typing),
        charges: extras,
        taxRate,
        paymentTerm,
        customer,
        stock,
        formalAmountThreshold,
      }),
    [lines, extras, taxRate, paymentTerm, customer, stock, formalAmountThreshold, typing],
  );
  return { facts, hint };
}
