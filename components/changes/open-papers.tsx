import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { cancelNoticeAction, cancelSlipAction } from "@/lib/shipping/actions";
import type { OpenPaper } from "@/lib/shipping/open-papers";
import styles from "./changes.module.css";

const PATHS = { notice: "/shipping/notices/", slip: "/shipping/slips/" } as const;

/** The papers that keep a contract from being voided or terminated, each with the button that cancels it (5.1). */
export async function OpenPapers({ papers }: { papers: readonly OpenPaper[] }) {
  const t = await getTranslations("changes.open_papers");
  if (papers.length === 0) return null;
  return (
    <InlineNotice tone="warn" title={t("title")}>
      <ul className={styles.rows}>
        {papers.map(({ id, kind, number, rowVersion, mayCancel }) => (
          <li key={id} className={styles.head}>
            <span>{t(kind)}</span>
            <Link href={`${PATHS[kind]}${id}` as Route} className="mono">
              {number}
            </Link>
            {mayCancel && kind === "notice" ? (
              <ActionButton
                action={cancelNoticeAction}
                input={{ noticeId: id, rowVersion }}
                label={t("cancel", { number })}
                tone="danger"
                size="compact-sm"
                comment="required"
              />
            ) : null}
            {mayCancel && kind === "slip" ? (
              <ActionButton
                action={cancelSlipAction}
                input={{ slipId: id, rowVersion }}
                label={t("cancel", { number })}
                tone="danger"
                size="compact-sm"
                comment="required"
              />
            ) : null}
          </li>
        ))}
      </ul>
    </InlineNotice>
  );
}
