import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./auth-card.module.css";

type Props = {
  title: string;
  /** One sentence above the form. */
  intro?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** The one card of the pages before the sign-in. */
export function AuthCard({ title, intro, wide = false, children }: Props) {
  const t = useTranslations("common.app");
  return (
    <>
      <div className={styles.brand}>
        <p className={styles.name}>{t("name")}</p>
        <p className={styles.tagline}>{t("tagline")}</p>
      </div>
      <section className={styles.card} data-wide={wide || undefined} aria-labelledby="auth-title">
        <h1 id="auth-title" className={styles.title}>
          {title}
        </h1>
        <div className="stack">
          {intro ? <p className={styles.hint}>{intro}</p> : null}
          {children}
        </div>
      </section>
    </>
  );
}
