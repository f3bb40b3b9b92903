"use client";
import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext } from "react-hook-form";
import { CheckboxField, SelectField } from "@/components/form/choice-fields";
import { TextField } from "@/components/form/text-field";
import { SectionCard } from "@/components/ui/section-card";
import { CONTACT_KINDS, type CustomerFormValues, MAX_ROWS } from "@/lib/customers/schema";
import { RowCard } from "./row-card";
import styles from "./rows.module.css";

const EMPTY: CustomerFormValues["contacts"][number] = {
  id: null,
  name: "",
  department: "",
  title: "",
  mobile: "",
  landline: "",
  email: "",
  wechatOrQq: "",
  kind: "PURCHASING",
  isDefault: false,
};

/** The people at the customer's, as rows that come and go. */
export function ContactRows() {
  const t = useTranslations("customers");
  const { control } = useFormContext<CustomerFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "contacts", keyName: "key" });
  const kinds = CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`contact_kind.${kind}`) }));
  return (
    <SectionCard
      title={t("sections.contacts")}
      aside={
        <Button
          size="compact-sm"
          variant="default"
          disabled={fields.length >= MAX_ROWS}
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => append({ ...EMPTY, isDefault: fields.length === 0 })}
        >
          {t("actions.add_contact")}
        </Button>
      }
    >
      {fields.length === 0 ? <p className={styles.none}>{t("empty.contacts")}</p> : null}
      <div className={styles.rows}>
        {fields.map(({ key }, index) => (
          <RowCard
            key={key}
            label={t("row.contact", { number: index + 1 })}
            removeLabel={t("row.remove_contact", { number: index + 1 })}
            onRemove={() => remove(index)}
          >
            <ContactFields index={index} kinds={kinds} />
          </RowCard>
        ))}
      </div>
    </SectionCard>
  );
}

type FieldsProps = { index: number; kinds: { value: string; label: string }[] };

function ContactFields({ index, kinds }: FieldsProps) {
  const t = useTranslations("customers.fields");
  const at = (field: string) => `contacts.${index}.${field}`;
  return (
    <>
      <TextField name={at("name")} label={t("contact_name")} required maxLength={40} />
      <SelectField name={at("kind")} label={t("contact_kind")} required options={kinds} />
      <TextField name={at("mobile")} label={t("mobile")} type="tel" maxLength={40} />
      <TextField name={at("landline")} label={t("landline")} type="tel" maxLength={40} />
      <TextField name={at("department")} label={t("department")} maxLength={40} />
      <TextField name={at("title")} label={t("job_title")} maxLength={40} />
      <TextField name={at("email")} label={t("email")} type="email" maxLength={120} />
      <TextField name={at("wechatOrQq")} label={t("wechat_or_qq")} maxLength={40} />
      <CheckboxField name={at("isDefault")} label={t("is_default_contact")} />
    </>
  );
}
