import type { ReactNode } from "react";
import styles from "./sticky-action-bar.module.css";

type Props = {
  /** Buttons in words, the main one last. */
  children: ReactNode;
  /** Left end: a state of saving, who must act next. */
  note?: ReactNode;
};

/** The actions of a page, always at its bottom right, whatever the length of the document. */
export function StickyActionBar({ children, note }: Props) {
  return (
    <div className={styles.bar}>
      <div className={styles.note}>{note}</div>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
