"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField, SelectField } from "@/components/form/choice-fields";
import { DateFormField } from "@/components/form/date-form-field";
import { MultiSelectField } from "@/components/form/multi-select-field";
import { TextAreaField, TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveNoticeAction } from "@/lib/shipping/actions";
import {
  DELIVERY_METHODS,
  ENCLOSED_DOCS,
  FREIGHT_PAYERS,
  FREIGHT_SETTLEMENTS,
  needsCourier,
} from "@/lib/shipping/labels";
import type { NoticeFormData } from "@/lib/shipping/notice-form-query";
import { saveNoticeInput } from "@/lib/shipping/schema";
import { NoticeConsigneeFields } from "./notice-consignee-fields";
import { NoticeLineFields } from "./notice-line-fields";

/** A draft of a shipping notice: copied from the contract, with every deviation asking for its reason (R1.2.1-c). */
export function NoticeForm({ data }: { data: NoticeFormData }) {
  const t = useTranslations("shipping");
  const router = useRouter();
  const action = useActionForm({
    schema: saveNoticeInput,
    action: saveNoticeAction,
    defaultValues: data.values,
    onDone: ({ noticeId }) => router.push(`/shipping/notices/${noticeId}` as Route),
  });
  return (
    <ActionForm {...action} label={t("notice_title")}>
      {data.contract.partialAllowed ? null : (
        <InlineNotice tone="warn">{t("hints.no_partial")}</InlineNotice>
      )}
      {data.pendingChange ? (
        <InlineNotice tone="warn">{t("hints.being_changed", data.pendingChange)}</InlineNotice>
      ) : null}
      <ContractFacts data={data} />
      <NoticeLineFields lines={data.lines} />
      <WhenAndHow data={data} form={action.form} />
      <NoticeConsigneeFields data={data} form={action.form} />
      <StickyActionBar>
        <SubmitButton loading={action.form.formState.isSubmitting}>
          {t("actions.save_draft")}
        </SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}

function ContractFacts({ data: { contract } }: { data: NoticeFormData }) {
  const t = useTranslations("shipping");
  return (
    <SectionCard title={t("sections.contract")} clause="R1.2.1-c">
      <DescriptionList
        items={[
          {
            label: t("fields.contract_no"),
            value: <span className="mono">{contract.contractNo}</span>,
          },
          {
            label: t("fields.contract_class"),
            value: t("fields.class_value", { value: contract.contractClass }),
          },
          { label: t("fields.customer"), value: contract.customerName },
          { label: t("fields.payment_term"), value: t(`term.${contract.paymentTerm}`) },
          { label: t("fields.contract_due_on"), value: contract.dueOn },
          { label: t("fields.method"), value: t(`method.${contract.deliveryMethod}`) },
          { label: t("fields.freight_payer"), value: t(`freight_payer.${contract.freightPayer}`) },
        ]}
      />
    </SectionCard>
  );
}

type FormState = ReturnType<
  typeof useActionForm<typeof saveNoticeInput, { noticeId: string }>
>["form"];

function WhenAndHow({ data, form }: { data: NoticeFormData; form: FormState }) {
  const t = useTranslations("shipping");
  const [shipOn, method, payer] = form.watch(["requiredShipOn", "deliveryMethod", "freightPayer"]);
  const isLate = shipOn > data.contract.dueOn;
  const differs = method !== data.contract.deliveryMethod || payer !== data.contract.freightPayer;
  return (
    <SectionCard title={t("sections.when")}>
      <div className="form-grid">
        <DateFormField
          name="requiredShipOn"
          label={t("fields.required_ship_on")}
          required
          minDate={data.today}
        />
        {isLate ? (
          <TextField name="lateReason" label={t("fields.late_reason")} required maxLength={200} />
        ) : null}
        <SelectField
          name="deliveryMethod"
          label={t("fields.method")}
          required
          options={DELIVERY_METHODS.map((value) => ({ value, label: t(`method.${value}`) }))}
        />
        {needsCourier(method) ? (
          <SelectField
            name="courierId"
            label={t("fields.courier")}
            required
            options={data.couriers.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        {method === "PICKUP" ? null : (
          <>
            <SelectField
              name="freightPayer"
              label={t("fields.freight_payer")}
              required
              options={FREIGHT_PAYERS.map((value) => ({
                value,
                label: t(`freight_payer.${value}`),
              }))}
            />
            <SelectField
              name="freightSettlement"
              label={t("fields.freight_settlement")}
              required
              options={FREIGHT_SETTLEMENTS.map((value) => ({
                value,
                label: t(`freight_settlement.${value}`),
              }))}
            />
          </>
        )}
        {differs ? (
          <TextField
            name="methodReason"
            label={t("fields.method_reason")}
            required
            maxLength={200}
          />
        ) : null}
        <TextField name="packingRequirement" label={t("fields.packing")} required maxLength={200} />
        <MultiSelectField
          name="enclosedDocs"
          label={t("fields.enclosed")}
          options={ENCLOSED_DOCS.map((value) => ({ value, label: t(`enclosed.${value}`) }))}
        />
        <CheckboxField name="invoiceWithGoods" label={t("fields.invoice_with_goods")} />
        <TextAreaField name="remark" label={t("fields.remark")} wide maxLength={1000} rows={2} />
      </div>
    </SectionCard>
  );
}
