import { IconFilterOff, IconLock, IconNotes } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

type Props = {
  /** `nothing`: no record yet. `no_result`: a filter hides all. `no_permission`: the role may not look. */
  kind: "nothing" | "no_result" | "no_permission";
  title?: string;
  /** One sentence: what belongs here and how it gets here. */
  text?: string;
  /** One button or link; for `no_result` the filters, each with its ×. */
  action?: ReactNode;
};

const ICONS = { nothing: IconNotes, no_result: IconFilterOff, no_permission: IconLock };

/** Says why a place is empty and what to do about it. */
export function EmptyState({ kind, title, text, action }: Props) {
  const t = useTranslations("common.empty");
  const Icon = ICONS[kind];
  const words = {
    nothing: { title: t("nothing_title"), text: undefined },
    no_result: { title: t("no_result_title"), text: t("no_result_text") },
    no_permission: {
      title: t("no_permission_title"),
      text: t("no_permission_text", { who: t("no_permission_who") }),
    },
  }[kind];
  const sentence = text ?? words.text;
  return (
    <div className={styles.box}>
      <Icon size={28} stroke={1.5} aria-hidden="true" className={styles.icon} />
      <p className={styles.title}>{title ?? words.title}</p>
      {sentence ? <p className={styles.text}>{sentence}</p> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  );
}

/** What someone sees who may not look: not an error, and who can help. */
export function NoPermission({ who }: { who?: string }) {
  const t = useTranslations("common.empty");
  return (
    <EmptyState kind="no_permission" {...(who ? { text: t("no_permission_text", { who }) } : {})} />
  );
}
