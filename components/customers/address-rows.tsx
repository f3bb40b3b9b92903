"use client";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { CheckboxField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { SectionCard } from "@/components/ui/section-card";
import { type CustomerFormValues, MAX_ROWS } from "@/lib/customers/schema";
import { RowCard } from "./row-card";
import styles from "./rows.module.css";

const EMPTY: CustomerFormValues["addresses"][number] = {
  id: null,
  company: "",
  contactPerson: "",
  mobile: "",
  landline: "",
  province: "",
  city: "",
  district: "",
  town: "",
  detail: "",
  postalCode: "",
  isDefault: false,
};

/** Where goods go, as rows that come and go. */
export function AddressRows() {
  const t = useTranslations("customers");
  const { control } = useFormContext<CustomerFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "addresses", keyName: "key" });
  return (
    <SectionCard
      title={t("sections.addresses")}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          disabled={fields.length >= MAX_ROWS}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => append({ ...EMPTY, isDefault: fields.length === 0 })}
        >
          {t("actions.add_address")}
        </Button>
      }
    >
      {fields.length === 0 ? <p className={styles.none}>{t("empty.addresses")}</p> : null}
      <div className={styles.rows}>
        {fields.map(({ key }, index) => (
          <RowCard
            key={key}
            label={t("row.address", { number: index + 1 })}
            removeLabel={t("row.remove_address", { number: index + 1 })}
            onRemove={() => remove(index)}
          >
            <AddressFields index={index} />
          </RowCard>
        ))}
      </div>
    </SectionCard>
  );
}

function AddressFields({ index }: { index: number }) {
  const t = useTranslations("customers");
  const at = (field: string) => `addresses.${index}.${field}`;
  return (
    <>
      <TextField
        name={at("company")}
        label={t("fields.consignee_company")}
        description={t("hints.consignee_company")}
        maxLength={80}
      />
      <TextField name={at("contactPerson")} label={t("fields.consignee")} required maxLength={40} />
      <TextField
        name={at("mobile")}
        label={t("fields.mobile")}
        description={t("hints.one_phone")}
        type="tel"
        maxLength={40}
      />
      <TextField name={at("landline")} label={t("fields.landline")} type="tel" maxLength={40} />
      <TextField name={at("province")} label={t("fields.province")} required maxLength={20} />
      <TextField name={at("city")} label={t("fields.city")} maxLength={20} />
      <TextField name={at("district")} label={t("fields.district")} maxLength={30} />
      <TextField name={at("town")} label={t("fields.town")} maxLength={30} />
      <TextField
        name={at("detail")}
        label={t("fields.address_detail")}
        required
        maxLength={120}
        wide
      />
      <TextField name={at("postalCode")} label={t("fields.postal_code")} maxLength={6} />
      <CheckboxField name={at("isDefault")} label={t("fields.is_default_address")} />
    </>
  );
}
