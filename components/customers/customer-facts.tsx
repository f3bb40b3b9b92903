import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { DateText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { SectionCard } from "@/components/ui/section-card";
import type { CustomerView } from "@/lib/customers/queries";
import styles from "./rows.module.css";

/** Who the customer is, as on the first sheet of the file. */
export function CustomerFacts({ customer }: { customer: CustomerView }) {
  const t = useTranslations("customers");
  const tw = useTranslations("common.words");
  const f = (key: Parameters<typeof t>[0]) => t(key);
  return (
    <SectionCard title={t("sections.basics")}>
      <DescriptionList
        items={[
          { label: f("fields.short_name"), value: customer.shortName },
          {
            label:
              customer.taxIdType === "NONE"
                ? f("fields.tax_id")
                : t(`tax_id_type.${customer.taxIdType}`),
            value: customer.taxId ? (
              <span className={styles.line}>
                <span className="mono">{customer.taxId}</span>
                <CopyButton value={customer.taxId} />
              </span>
            ) : customer.taxIdType === "NONE" ? (
              t("tax_id_type.NONE")
            ) : null,
          },
          { label: f("fields.phone"), value: customer.phone },
          { label: f("fields.fax"), value: customer.fax },
          { label: f("fields.legal_rep"), value: customer.legalRep },
          { label: f("fields.ownership"), value: customer.ownership },
          { label: f("fields.industry"), value: customer.industry },
          { label: f("fields.main_products"), value: customer.mainProducts },
          { label: f("fields.scale"), value: customer.scale },
          { label: f("fields.website"), value: customer.website },
          { label: f("fields.registered_address"), value: customer.registeredAddress, wide: true },
          { label: f("fields.business_address"), value: customer.businessAddress, wide: true },
          { label: f("fields.postal_code"), value: customer.postalCode },
          { label: f("fields.source"), value: customer.source },
          { label: f("fields.group_name"), value: customer.groupName },
          { label: f("fields.category"), value: t(`category.${customer.category}`) },
          { label: f("fields.is_key"), value: customer.isKey ? tw("yes") : tw("no") },
          { label: f("fields.owner"), value: customer.ownerName },
          { label: f("fields.remark"), value: customer.remark, wide: true },
        ]}
      />
      <FormerNames customer={customer} />
    </SectionCard>
  );
}

function FormerNames({ customer: { formerNames, mergedFrom } }: { customer: CustomerView }) {
  const t = useTranslations("customers");
  if (formerNames.length === 0 && mergedFrom.length === 0) return null;
  return (
    <ul className={styles.list}>
      {formerNames.map(({ id, name, untilOn }) => (
        <li key={id} className={styles.line}>
          <span className={styles.quiet}>{t("former_name")}</span>
          <span>{name}</span>
          <span className={styles.quiet}>
            {t("until")} <DateText date={untilOn} />
          </span>
        </li>
      ))}
      {mergedFrom.map(({ id, customerCode, name }) => (
        <li key={id} className={styles.line}>
          <span className={styles.quiet}>{t("took_over")}</span>
          <span className="mono">{customerCode}</span>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}
