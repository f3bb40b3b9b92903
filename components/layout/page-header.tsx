import { IconChevronLeft } from "@tabler/icons-react";
import type { Route } from "next";
import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { Link } from "@/components/ui/link";
import { MoneyText } from "@/components/ui/money-text";
import type { DecimalText } from "@/lib/i18n/format";
import styles from "./page-header.module.css";
import { RememberPage } from "./remember-page";

type Props = {
  /** What the page is: a customer's name, a list's name. */
  title: ReactNode;
  /** Document number, shown first and in mono; can be copied. */
  number?: string | null;
  /** Total in yuan. */
  amount?: DecimalText | null;
  /** A StateBadge. */
  badge?: ReactNode;
  /** A second line: dates, handler, form. */
  sub?: ReactNode;
  /** The list this belongs to. */
  back?: { href: string; label: string };
  /** At the right end: print first, the next step last. */
  actions?: ReactNode;
  /** Label among the recently opened documents; leave out for lists. */
  remember?: string;
};

/** The title line of a page: number, customer, amount, state, and the next step at its end. */
export function PageHeader(props: Props) {
  const { title, number, amount, badge, sub, back, actions, remember } = props;
  return (
    <div className={styles.header}>
      {remember ? <RememberPage label={remember} /> : null}
      <div className={styles.words}>
        {back ? (
          <Link href={back.href as Route} className={styles.back}>
            <IconChevronLeft size={14} aria-hidden="true" />
            {back.label}
          </Link>
        ) : null}
        <div className={styles.line}>
          <h1 className={styles.title}>
            {number ? <span className={`mono ${styles.number}`}>{number}</span> : null}
            <span>{title}</span>
          </h1>
          {number ? <CopyButton value={number} /> : null}
          {amount === null || amount === undefined ? null : (
            <span className={styles.amount}>
              <MoneyText amount={amount} symbol bold />
            </span>
          )}
          {badge}
        </div>
        {sub ? <div className={styles.sub}>{sub}</div> : null}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
