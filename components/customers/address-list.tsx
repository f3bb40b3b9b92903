import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/section-card";
import type { CustomerView } from "@/lib/customers/queries";
import { Phone } from "./contact-list";
import styles from "./rows.module.css";

/** Where goods go. */
export function AddressList({ addresses }: Pick<CustomerView, "addresses">) {
  const t = useTranslations("customers");
  return (
    <SectionCard title={t("sections.addresses")}>
      {addresses.length === 0 ? <p className={styles.none}>{t("empty.addresses")}</p> : null}
      <ul className={styles.list}>
        {addresses.map((address) => (
          <li key={address.id}>
            <div className={styles.line}>
              <strong>{address.company}</strong>
              <span>{address.contactPerson}</span>
              <Phone number={address.mobile} />
              <Phone number={address.landline} />
              {address.isDefault ? <span className={styles.tag}>{t("default")}</span> : null}
            </div>
            <div>
              {[address.province, address.city, address.district, address.town, address.detail]
                .filter(Boolean)
                .join(" ")}{" "}
              <span className={styles.quiet}>{address.postalCode}</span>
            </div>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
