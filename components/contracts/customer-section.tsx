"use client";
import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type Ref, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useFormContext, useWatch } from "react-hook-form";
import { SelectField } from "@/components/form/choice-fields";
import { DateTimeFormField } from "@/components/form/date-time-form-field";
import { TextField } from "@/components/form/text-field";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { readCustomerHint } from "@/components/type-ahead/customer-hint";
import { CustomerPicker } from "@/components/type-ahead/customer-picker";
import type { Suggestion } from "@/components/type-ahead/suggestion";
import { Hotkey } from "@/components/ui/hotkey";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { ORDER_CHANNELS } from "@/lib/contracts/labels";
import { type CustomerFile, fileValues, type OrderHead } from "@/lib/contracts/order-values";
import { focusNext, onEnterNext } from "./enter-next";
import { FromFile } from "./from-file";

type Props = {
  customer: CustomerFile | null;
  onCustomer: (file: CustomerFile | null) => void;
  pickerRef: Ref<HTMLInputElement>;
  mustTellUsage: boolean;
  /** While there are no lines yet, copying throws nothing away: no question, and no leftover in the browser. */
  onCopyFreely: (() => void) | null;
};

/** Who ordered, when and how: what a caller says first. */
export function CustomerSection(props: Props) {
  const { customer, onCustomer, pickerRef, mustTellUsage, onCopyFreely } = props;
  const t = useTranslations("contracts.order");
  const tl = useTranslations("contracts");
  const tc = useTranslations("contracts.channels");
  const { setValue, getValues, getFieldState, formState } = useFormContext<OrderHead>();
  const { ofFieldError } = useRefusalText();
  const isVerbal = useWatch<OrderHead, "form">({ name: "form" }) === "VERBAL";
  const [picked, setPicked] = useState<Suggestion | null>(null);
  const [isUnread, setUnread] = useState(false);
  const isJustPicked = useRef(false);
  // After the prefilled values are drawn: only then is it known which field is still empty.
  useEffect(() => {
    const box = document.getElementById("order-customer");
    const isWaiting = document.activeElement === box && box instanceof HTMLInputElement;
    if (customer && isJustPicked.current && isWaiting) focusNext(box);
    isJustPicked.current = false;
  }, [customer]);

  const pick = async (item: Suggestion | null) => {
    setPicked(item);
    setUnread(false);
    setValue("customerId", item?.id ?? "", { shouldDirty: true });
    if (!item) return onCustomer(null);
    const file = await readCustomerHint(item.id);
    if (!file) return setUnread(true);
    const before = customer ? fileValues(customer) : null;
    for (const [name, value] of Object.entries(fileValues(file))) {
      const path = name as "ordererName";
      const current = getValues(path);
      const isOurs =
        current === "" || (before ? current === before[name] : !getFieldState(path).isDirty);
      if (isOurs) setValue(path, value, { shouldDirty: true });
    }
    isJustPicked.current = true;
    // Drawn at once: the next key goes to the field that the focus moves to.
    flushSync(() => onCustomer(file));
  };
  const shown =
    picked ?? (customer ? { id: customer.id, code: customer.code, label: customer.name } : null);

  return (
    <SectionCard
      title={t("who")}
      clause="R1.1.1-a"
      aside={
        customer?.lastOrderId ? (
          <Button
            component={Link}
            href={`/contracts/new?copy=${customer.lastOrderId}`}
            variant="subtle"
            size="compact-sm"
            id="order-copy-last"
            {...(onCopyFreely ? { "data-leaves-freely": true, onClick: onCopyFreely } : {})}
            rightSection={<Hotkey keys="Alt+C" />}
          >
            {t("copy_last")}
          </Button>
        ) : null
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter leads on from the fields inside. */}
      <div className="form-grid" data-enter-area onKeyDown={onEnterNext}>
        <div className="span-all">
          <CustomerPicker
            id="order-customer"
            inputRef={pickerRef}
            value={shown}
            onChange={pick}
            onCreate={(name) =>
              window.open(`/customers/new?name=${encodeURIComponent(name)}`, "_blank", "noopener")
            }
            required
            autoFocus={shown === null}
            error={isUnread ? t("customer_unread") : ofFieldError(formState.errors.customerId)}
            description={
              customer
                ? t("customer_terms", {
                    tier: tl(`tiers.${customer.tier}`),
                    mode: tl(`payment_terms.${customer.settlementMode}`),
                  })
                : undefined
            }
          />
        </div>
        <SelectField
          name="channel"
          label={t("channel")}
          required
          options={ORDER_CHANNELS.map((value) => ({ value, label: tc(value) }))}
        />
        <DateTimeFormField name="orderedAt" label={t("ordered_at")} required />
        <FromFile name="ordererName">
          <TextField name="ordererName" label={t("orderer")} required maxLength={40} />
        </FromFile>
        <FromFile name="ordererTitle">
          <TextField name="ordererTitle" label={t("orderer_title")} maxLength={40} />
        </FromFile>
        <FromFile name="ordererPhone">
          <TextField
            name="ordererPhone"
            label={t("orderer_phone")}
            type="tel"
            required={isVerbal}
            maxLength={40}
          />
        </FromFile>
        <TextField name="customerPoNo" label={t("po_no")} maxLength={60} />
        <TextField
          name="usage"
          label={t("usage")}
          required={mustTellUsage}
          {...(mustTellUsage ? { description: t("usage_hint") } : {})}
          maxLength={500}
        />
      </div>
    </SectionCard>
  );
}
