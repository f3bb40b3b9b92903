"use client";
import { Button, SegmentedControl } from "@mantine/core";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from "react";
import { useWatch } from "react-hook-form";
import { LeaveGuard } from "@/components/form/leave-guard";
import { PageHeader } from "@/components/layout/page-header";
import type { AttachmentRow } from "@/components/records/attachments-panel";
import { Hotkey } from "@/components/ui/hotkey";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import type { OrderStart } from "@/lib/contracts/order-values";
import { formatDateTime } from "@/lib/i18n/format";
import type { SignatureRow } from "@/lib/server/signatures";
import type { ClauseText } from "./formal-section";
import { isKnownRow, PRODUCT, productCells } from "./goods-lines";
import { CustomerBlock, TermsBlock } from "./order-blocks";
import styles from "./order-entry.module.css";
import { orderFacts, orderTotal, typedProductRow } from "./order-facts";
import { OrderLines } from "./order-lines";
import { OrderRail } from "./order-rail";
import { OrderRefusalNotice } from "./order-refusal";
import { type OrderEntryModel, useOrderEntry } from "./use-order-entry";
import { type HintState, useOrderHints } from "./use-order-hints";
import { useOrderKeys } from "./use-order-keys";

const AttachmentsPanel = dynamic(() =>
  import("@/components/records/attachments-panel").then((module) => module.AttachmentsPanel),
);

// Not for a new order: what only copies, returned orders and left drafts show comes when it is shown.
const CopiedPrices = dynamic(() => import("./copied-prices").then((module) => module.CopiedPrices));
const RestoreBanner = dynamic(() =>
  import("./restore-banner").then((module) => module.RestoreBanner),
);
const ReturnNotice = dynamic(() => import("./return-notice").then((module) => module.ReturnNotice));

type Props = {
  start: OrderStart;
  personId: string;
  units: readonly string[];
  templates: readonly ClauseText[];
  formalAmountThreshold: string;
  mayCreateProduct: boolean;
  attachments: readonly AttachmentRow[];
  /** Of a saved draft: the last one says why it came back. */
  signatures?: readonly SignatureRow[];
  /** Under which name the browser keeps what is typed here. */
  place: string;
};

/** One screen for the verbal slip (F02) and the formal contract (F03), typed by keyboard while the phone rings. */
export function OrderEntry(props: Props) {
  const { start, templates, attachments, signatures } = props;
  const t = useTranslations("contracts.order");
  const picker = useRef<HTMLInputElement>(null);
  const entry = useOrderEntry(props);
  const { form, goods, charges, customer, setCustomer, saved, draft, refusal, run } = entry;
  const { facts, hint, kind, channel, taxRate } = useLiveFacts(entry, props);
  const onSave = useCallback(() => run("save"), [run]);
  const onSubmit = useCallback(() => run("submit"), [run]);
  useOrderKeys({ onSave, onSubmit });
  const isMailed = channel === "FAX" || channel === "EMAIL";

  return (
    <>
      <LeaveGuard active={entry.isDirty && entry.running === null} isKept />
      <PageHeader
        title={t(saved ? "title_edit" : "title_new")}
        number={start.number}
        back={{ href: "/contracts", label: t("back") }}
        actions={
          <SegmentedControl
            aria-label={t("form_choice")}
            value={kind}
            onChange={(value) =>
              form.setValue("form", value === "FORMAL" ? "FORMAL" : "VERBAL", { shouldDirty: true })
            }
            data={[
              { value: "VERBAL", label: t("form_verbal") },
              { value: "FORMAL", label: t("form_formal") },
            ]}
          />
        }
      />
      <div className={styles.notices}>
        {signatures ? <ReturnNotice signatures={signatures} /> : null}
        {draft.found ? (
          <RestoreBanner
            found={draft.found}
            rowVersion={saved?.rowVersion ?? null}
            onRestore={entry.restore}
            onDiscard={() => void draft.forget()}
          />
        ) : null}
        {refusal ? (
          <OrderRefusalNotice refusal={refusal} onGoTo={(field) => form.setFocus(field)} />
        ) : null}
      </div>
      <div className="detail-grid">
        <div className="stack">
          <CustomerBlock
            form={form}
            customer={customer}
            onCustomer={setCustomer}
            pickerRef={picker}
            onCopyFreely={entry.hasLines ? null : draft.forget}
          />
          {start.copiedFrom ? (
            <CopiedPrices copiedFrom={start.copiedFrom} {...{ goods, hint, taxRate }} />
          ) : null}
          <OrderLines goods={goods} charges={charges} total={facts.total} onSubmit={onSubmit} />
          <TermsBlock
            form={form}
            customer={customer}
            isLooserTerm={hint.hints?.credit.isLooserTerm ?? false}
            grounds={facts.grounds.join(",")}
            recommended={facts.recommended}
            templates={templates}
            total={facts.total.toString()}
            isShort={facts.short.length > 0}
          />
          {saved ? (
            <AttachmentsPanel
              subjectType="contract"
              subjectId={saved.contractId}
              items={attachments}
              canAdd
              {...(isMailed ? { title: t("original") } : {})}
            />
          ) : isMailed ? (
            <p className={styles.quiet}>{t("original_after_saving")}</p>
          ) : null}
        </div>
        <OrderRail
          facts={facts}
          hint={hint}
          focusedRow={goods.activeRow}
          form={kind}
          contractId={saved?.contractId ?? null}
        />
      </div>
      <StickyActionBar note={<SavingNote entry={entry} />}>
        <Button
          variant="default"
          loading={entry.running === "save"}
          disabled={entry.running === "submit"}
          rightSection={<Hotkey keys="Ctrl+S" />}
          onClick={onSave}
        >
          {t("save_draft")}
        </Button>
        <Button
          loading={entry.running === "submit"}
          disabled={entry.running === "save"}
          rightSection={<Hotkey keys="Ctrl+Enter" />}
          onClick={onSubmit}
        >
          {t("submit")}
        </Button>
      </StickyActionBar>
    </>
  );
}

function SavingNote({ entry: { draft, isDirty, saved } }: { entry: OrderEntryModel }) {
  const t = useTranslations("contracts.order");
  if (isDirty && draft.savedAt) {
    return t("kept_at", { time: formatDateTime(draft.savedAt, { seconds: true }).slice(11) });
  }
  if (isDirty) return t("not_saved");
  return saved ? t("all_saved") : null;
}

/** Amount, class, recommended form and hints; a moment behind the keys, which never wait for them. */
function useLiveFacts(entry: OrderEntryModel, { formalAmountThreshold }: Props) {
  const { form, goods, charges, customer, saved } = entry;
  const { control } = form;
  const [kind, taxRate, paymentTerm, channel] = useWatch({
    control,
    name: ["form", "taxRate", "paymentTerm", "channel"],
  });
  const lines = useDeferredValue(goods.lines);
  const extras = useDeferredValue(charges.lines);
  const total = useMemo(
    () => orderTotal({ goods: lines, charges: extras, taxRate }).toString(),
    [lines, extras, taxRate],
  );
  const productIds = useMemo(
    () => [...new Set(lines.flatMap((row) => row.picked[PRODUCT]?.id ?? []))],
    [lines],
  );
  const hint = useOrderHints({
    customerId: customer?.id ?? "",
    amount: total,
    paymentTerm,
    productIds,
    focused: goods.activeRow?.picked[PRODUCT]?.id ?? "",
    exceptContractId: saved?.contractId ?? "",
  });
  useArrivedProducts(entry, hint);
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
  return { facts, hint, kind, channel, taxRate };
}

/** Rows whose product is picked but not known yet (a search hit without its facts) learn of it from the hints. */
function useArrivedProducts({ goods }: OrderEntryModel, { hints }: HintState): void {
  const { lines, fill } = goods;
  useEffect(() => {
    if (!hints) return;
    for (const row of lines) {
      const facts = hints.products[row.picked[PRODUCT]?.id ?? ""];
      if (facts && !isKnownRow(row)) fill(row.id, productCells(facts));
    }
  }, [hints, lines, fill]);
}
