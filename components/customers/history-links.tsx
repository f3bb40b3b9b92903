import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import styles from "./rows.module.css";

type Register = {
  key: "contracts" | "shipping_log" | "receipts" | "ledger" | "terms";
  permission: Permission;
  href: (customerId: string) => string;
};

const REGISTERS: readonly Register[] = [
  { key: "contracts", permission: "contract:read", href: (id) => `/contracts?customer=${id}` },
  {
    key: "shipping_log",
    permission: "shipping_log:read",
    href: (id) => `/shipping/log?customer=${id}`,
  },
  { key: "receipts", permission: "receipt:read", href: (id) => `/receipts?customer=${id}` },
  { key: "ledger", permission: "ledger:read", href: (id) => `/ledger/${id}` },
  { key: "terms", permission: "terms:read", href: (id) => `/terms?customer=${id}` },
];

/** The registers of this customer alone: what was ordered, shipped and paid. */
export function HistoryLinks({ actor, customerId }: { actor: Actor; customerId: string }) {
  const t = useTranslations("customers");
  return (
    <SectionCard title={t("sections.history")}>
      <ul className={styles.list}>
        {REGISTERS.filter(({ permission }) => can(actor, permission)).map(({ key, href }) => (
          <li key={key}>
            <Link href={href(customerId) as Route}>{t(`history.${key}`)}</Link>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
