import { type ReactNode, useId } from "react";
import { ClauseHint } from "./clause-hint";
import styles from "./section-card.module.css";

type Props = {
  title: ReactNode;
  /** Clause of the regulation that this part answers. */
  clause?: string;
  /** Right end of the head: a link, a count, a button. */
  aside?: ReactNode;
  /** Without padding, for tables that reach the edges. */
  flush?: boolean;
  /** Anchor of the section. */
  id?: string;
  children: ReactNode;
};

/** A part of a page: surface, hairline, head. Cards are not nested. */
export function SectionCard({ title, clause, aside, flush = false, id, children }: Props) {
  const headingId = useId();
  return (
    <section className={styles.card} aria-labelledby={headingId} {...(id ? { id } : {})}>
      <div className={styles.head}>
        <h2 className={styles.title} id={headingId}>
          {title}
        </h2>
        {clause ? <ClauseHint clause={clause} /> : null}
        {aside ? <div className={styles.aside}>{aside}</div> : null}
      </div>
      <div className={styles.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}
