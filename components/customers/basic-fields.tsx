"use client";
import { useTranslations } from "next-intl";
import { CheckboxField, type Choice, SelectField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { CUSTOMER_CATEGORIES, CUSTOMER_STAGES, TAX_ID_TYPES } from "@/lib/customers/schema";
import { DuplicateHint } from "./duplicate-hint";

/** Who the customer is. */
export function BasicFields({ customerId }: { customerId: string | null }) {
  const t = useTranslations("customers");
  return (
    <div className="form-grid">
      <TextField
        name="name"
        label={t("fields.name")}
        {...(customerId ? { description: t("hints.rename") } : {})}
        required
        maxLength={80}
        autoFocus={customerId === null}
      />
      <TextField name="shortName" label={t("fields.short_name")} maxLength={40} />
      <DuplicateHint field="name" exceptId={customerId} />
      <SelectField
        name="taxIdType"
        label={t("fields.tax_id_type")}
        required
        options={TAX_ID_TYPES.map((type) => ({ value: type, label: t(`tax_id_type.${type}`) }))}
      />
      <TextField
        name="taxId"
        label={t("fields.tax_id")}
        description={t("hints.tax_id")}
        maxLength={30}
        mono
      />
      <DuplicateHint field="taxId" exceptId={customerId} />
      <TextField name="phone" label={t("fields.phone")} type="tel" maxLength={40} />
      <TextField name="fax" label={t("fields.fax")} type="tel" maxLength={40} />
      <DuplicateHint field="phone" exceptId={customerId} />
      <TextField name="legalRep" label={t("fields.legal_rep")} maxLength={40} />
      <TextField name="ownership" label={t("fields.ownership")} maxLength={40} />
      <TextField name="industry" label={t("fields.industry")} maxLength={60} />
      <TextField name="mainProducts" label={t("fields.main_products")} maxLength={200} />
      <TextField name="scale" label={t("fields.scale")} maxLength={60} />
      <TextField name="website" label={t("fields.website")} maxLength={120} />
      <TextField
        name="registeredAddress"
        label={t("fields.registered_address")}
        maxLength={200}
        wide
      />
      <TextField name="businessAddress" label={t("fields.business_address")} maxLength={200} wide />
      <TextField name="postalCode" label={t("fields.postal_code")} maxLength={6} />
      <TextField name="source" label={t("fields.source")} maxLength={60} />
      <TextField name="groupName" label={t("fields.group_name")} maxLength={80} />
    </div>
  );
}

type ClassificationProps = { owners: readonly Choice[]; mayChooseOwner: boolean };

/** What kind of customer it is, and who looks after it. */
export function ClassificationFields({ owners, mayChooseOwner }: ClassificationProps) {
  const t = useTranslations("customers");
  return (
    <div className="form-grid">
      <SelectField
        name="category"
        label={t("fields.category")}
        description={t("hints.category")}
        required
        options={CUSTOMER_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
      />
      <SelectField
        name="stage"
        label={t("fields.stage")}
        required
        options={CUSTOMER_STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
      />
      {mayChooseOwner ? (
        <SelectField name="ownerId" label={t("fields.owner")} options={owners} />
      ) : null}
      <CheckboxField name="isKey" label={t("fields.is_key")} />
    </div>
  );
}
