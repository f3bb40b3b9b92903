import type { Route } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DateTimeText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import type { AcknowledgementRow } from "@/lib/records/acknowledgements";
import { AcknowledgeButton } from "./acknowledge-button";
import styles from "./open-changes.module.css";
import { PaperLink } from "./paper-link";

/** Of many changes a few stand before the day's work; the rest is a press away. */
const SHOWN = 2;

type Props = {
  rows: readonly AcknowledgementRow[];
  /** On the paper's own page its number says nothing new. */
  withPaper?: boolean;
};

/** Changes that a holder has not taken note of (Q38), a line each, with the button for the holder. */
export async function OpenChanges({ rows, withPaper = false }: Props) {
  if (rows.length === 0) return null;
  const t = await getTranslations("changes.acknowledgements");
  // The list behind the link is the holder's; whoever only looks on reads all of them here.
  const isHolder = rows.every(({ mayAcknowledge }) => mayAcknowledge);
  const shown = isHolder ? rows.slice(0, SHOWN) : rows;
  const rest = rows.length - shown.length;
  return (
    <section className={styles.changes} aria-label={t("title")}>
      <ul className={styles.list}>
        {shown.map((row) => (
          <OpenChange key={row.id} row={row} withPaper={withPaper} />
        ))}
      </ul>
      {rest > 0 ? (
        <Link href={"/acknowledgements" as Route} className={styles.more}>
          {t("more", { count: rest })}
        </Link>
      ) : null}
    </section>
  );
}

async function OpenChange({ row, withPaper }: { row: AcknowledgementRow; withPaper: boolean }) {
  const [t, locale] = await Promise.all([getTranslations("changes.acknowledgements"), getLocale()]);
  const what = locale === "en" && row.whatEn !== "" ? row.whatEn : row.what;
  return (
    <li className={styles.change}>
      <p className={styles.words}>
        {withPaper ? <PaperLink {...row} /> : <strong>{t("one")}</strong>} {what}{" "}
        <span className={styles.quiet}>
          {row.reason} {row.openedByName} <DateTimeText at={row.openedAt} />
        </span>
      </p>
      {row.mayAcknowledge ? (
        <AcknowledgeButton id={row.id} />
      ) : (
        <span className={styles.quiet}>
          {t(`holders.${row.holder}`)} {t("waiting")}
        </span>
      )}
    </li>
  );
}
