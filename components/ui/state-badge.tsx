import { useTranslations } from "next-intl";
import type { StateTone } from "@/lib/i18n/state-tone";
import styles from "./state-badge.module.css";

const SHAPES: Record<StateTone, string> = {
  draft: "○",
  pending: "◐",
  running: "●",
  to_produce: "▲",
  shipped: "✔",
  settled: "✔✔",
  problem: "!",
  voided: "–",
};

type Props = {
  tone: StateTone;
  /** The domain's own word for the state; the tone's general word otherwise. */
  label?: string;
};

/** A state as shape, word and tint: readable in black and white and by colour-blind eyes. */
export function StateBadge({ tone, label }: Props) {
  const t = useTranslations("common");
  return (
    <span className={styles.badge} data-tone={tone}>
      <span aria-hidden="true" className={styles.shape}>
        {SHAPES[tone]}
      </span>
      <span className={styles.word}>{label ?? t(`states.${tone}`)}</span>
    </span>
  );
}
