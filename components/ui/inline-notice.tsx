import {
  IconAlertTriangle,
  IconCircleCheck,
  IconInfoCircle,
  IconOctagon,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./inline-notice.module.css";

type Tone = "info" | "warn" | "danger" | "success";

type Props = {
  tone?: Tone;
  title?: ReactNode;
  /** What happened, why, what now. */
  children: ReactNode;
  /** Refusal code in small print, to be copied to the administrator. */
  code?: string;
};

const ICONS = {
  info: IconInfoCircle,
  warn: IconAlertTriangle,
  danger: IconOctagon,
  success: IconCircleCheck,
};

/** A message in its place on the page: beside what it is about, never in front of it. */
export function InlineNotice({ tone = "info", title, children, code }: Props) {
  const Icon = ICONS[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={tone === "danger" ? "alert" : "status"}>
      <Icon size={18} stroke={1.75} aria-hidden="true" className={styles.icon} />
      <div className={styles.body}>
        {title ? <div className={styles.title}>{title}</div> : null}
        <div>{children}</div>
        {code ? <code className={styles.code}>{code}</code> : null}
      </div>
    </div>
  );
}
