"use client";
import { useTranslations } from "next-intl";
import type { UseFormReturn } from "react-hook-form";
import { SelectField } from "@/components/form/choice-fields";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { DescriptionList } from "@/components/ui/description-list";
import { SectionCard } from "@/components/ui/section-card";
import { CONSIGNEE_SOURCES } from "@/lib/shipping/labels";
import type { NoticeFormData } from "@/lib/shipping/notice-form-query";
import type { Consignee } from "@/lib/shipping/notice-policy";
import type { SaveNoticeValues } from "@/lib/shipping/schema";

type Props = { data: NoticeFormData; form: UseFormReturn<SaveNoticeValues> };

/** Whom the goods go to: the contract's consignee, a saved address, or one typed by hand with its reason. */
export function NoticeConsigneeFields({ data, form }: Props) {
  const t = useTranslations("shipping");
  const [source, addressId] = form.watch(["consigneeSource", "addressId"]);
  const saved = data.addresses.find(({ id }) => id === addressId);
  return (
    <SectionCard title={t("sections.consignee")} clause="R1.2.1-c">
      <div className="stack">
        <RadioField
          name="consigneeSource"
          label={t("fields.consignee_source")}
          options={CONSIGNEE_SOURCES.map((value) => ({
            value,
            label: t(`fields.source_${value}`),
            disabled: value === "SAVED" && data.addresses.length === 0,
          }))}
        />
        {source === "CONTRACT" ? <NoticeConsignee consignee={data.contract.consignee} /> : null}
        {source === "SAVED" ? (
          <>
            <SelectField
              name="addressId"
              label={t("fields.address_id")}
              required
              options={data.addresses.map(({ id, company, contactPerson, address }) => ({
                value: id,
                label: `${company} ${contactPerson} ${address}`,
              }))}
            />
            {saved ? <NoticeConsignee consignee={saved} /> : null}
          </>
        ) : null}
        {source === "TYPED" ? <TypedConsignee /> : null}
      </div>
    </SectionCard>
  );
}

function TypedConsignee() {
  const t = useTranslations("shipping");
  return (
    <div className="form-grid">
      <TextField
        name="consigneeReason"
        label={t("fields.consignee_reason")}
        required
        wide
        maxLength={200}
      />
      <TextField name="consignee.company" label={t("fields.company")} required maxLength={80} />
      <TextField
        name="consignee.contactPerson"
        label={t("fields.contact_person")}
        required
        maxLength={40}
      />
      <TextField
        name="consignee.phone"
        label={t("fields.phone")}
        required
        type="tel"
        maxLength={40}
      />
      <TextField name="consignee.postalCode" label={t("fields.postal_code")} maxLength={6} />
      <TextField
        name="consignee.address"
        label={t("fields.address")}
        required
        wide
        maxLength={300}
      />
    </div>
  );
}

/** A consignee block as facts. */
export function NoticeConsignee({ consignee }: { consignee: Consignee }) {
  const t = useTranslations("shipping");
  return (
    <DescriptionList
      items={[
        { label: t("fields.company"), value: consignee.company, wide: true },
        { label: t("fields.contact_person"), value: consignee.contactPerson },
        { label: t("fields.phone"), value: consignee.phone },
        { label: t("fields.address"), value: consignee.address, wide: true },
        { label: t("fields.postal_code"), value: consignee.postalCode },
      ]}
    />
  );
}
