import { IconPrinter } from "@tabler/icons-react";
import styles from "./dispatch.module.css";

type Props = {
  /** Address of the paper, such as `/api/pdf/packing-list/<id>`; each call counts as a print. */
  href: string;
  label: string;
};

/** A plain link to a paper: nothing fetches it before it is asked for. */
export function PrintLink({ href, label }: Props) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={styles.print}>
      <IconPrinter size={16} stroke={1.75} aria-hidden="true" />
      {label}
    </a>
  );
}
