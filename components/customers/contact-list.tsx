import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/section-card";
import type { CustomerView } from "@/lib/customers/queries";
import type { CONTACT_KINDS } from "@/lib/customers/schema";
import styles from "./rows.module.css";

/** The people at the customer's; telephone numbers can be dialled from a phone. */
export function ContactList({ contacts }: Pick<CustomerView, "contacts">) {
  const t = useTranslations("customers");
  return (
    <SectionCard title={t("sections.contacts")}>
      {contacts.length === 0 ? <p className={styles.none}>{t("empty.contacts")}</p> : null}
      <ul className={styles.list}>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <div className={styles.line}>
              <strong>{contact.name}</strong>
              <span className={styles.quiet}>
                {[contact.department, contact.title].filter(Boolean).join(" ")}
              </span>
              <span className={styles.tag}>
                {t(`contact_kind.${contact.kind as (typeof CONTACT_KINDS)[number]}`)}
              </span>
              {contact.isDefault ? <span className={styles.tag}>{t("default")}</span> : null}
            </div>
            <div className={styles.line}>
              <Phone number={contact.mobile} />
              <Phone number={contact.landline} />
              <span>{contact.email}</span>
              <span>{contact.wechatOrQq}</span>
            </div>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

export function Phone({ number }: { number: string }) {
  if (number === "") return null;
  return (
    <a className="mono" href={`tel:${number}`}>
      {number}
    </a>
  );
}
