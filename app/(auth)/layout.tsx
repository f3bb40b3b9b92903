import type { ReactNode } from "react";
import styles from "@/components/people/auth-card.module.css";
import { LanguageChoice } from "@/components/people/language-choice";

/** The pages that come before the application itself. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <main className={styles.middle}>{children}</main>
      <footer className={styles.foot}>
        <LanguageChoice />
      </footer>
    </div>
  );
}
