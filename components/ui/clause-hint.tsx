"use client";
import { Popover, UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { clauseKey, clauseNumber } from "@/lib/i18n/clause";
import styles from "./clause-hint.module.css";

type Props = {
  /** Clause id of the regulation, such as `R1.1.4-a`. */
  clause: string;
};

/** A chip with the number of the clause behind this step; a click says in our words what it asks. */
export function ClauseHint({ clause }: Props) {
  const t = useTranslations("common");
  const number = clauseNumber(clause);
  const key = `clauses.${clauseKey(clause)}` as "clauses.R1_1_4-a";
  return (
    <Popover width={280} position="bottom-start" withArrow>
      <Popover.Target>
        <UnstyledButton className={styles.chip} aria-label={t("clauses_ui.open", { number })}>
          {t("clauses_ui.chip", { number })}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={styles.text}>{t.has(key) ? t(key) : number}</p>
        <p className={styles.note}>{t("clauses_ui.note")}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
