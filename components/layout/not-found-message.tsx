import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import styles from "./message-page.module.css";

/** What is missing and what one may not see look the same. */
export function NotFoundMessage() {
  const t = useTranslations("errors.not_found");
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t("title")}</h1>
      <p className={styles.text}>{t("text")}</p>
      <Link href="/" className={styles.link}>
        {t("home")}
      </Link>
    </div>
  );
}
