import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { SectionCard } from "@/components/ui/section-card";
import { decideShortCloseAction, withdrawShortCloseAction } from "@/lib/changes/actions";
import type { ContractEnds, ShortCloseRow } from "@/lib/changes/contract-ends";
import styles from "./changes.module.css";
import { ShortCloseForm } from "./short-close-form";

type Props = { ends: ContractEnds; personId: string; today: string };

/** The rest of lines that is not delivered, with the customer's consent and the chief's signature (尾数不发, Q29). */
export async function ShortCloses({ ends, personId, today }: Props) {
  const t = await getTranslations("changes.short_close");
  const { shortCloses, rests, mayShortClose, contractId, rowVersion } = ends;
  const mayAsk = mayShortClose && rests.length > 0;
  if (shortCloses.length === 0 && !mayAsk) return null;
  return (
    <SectionCard title={t("title")} id="short-close">
      <ul className={styles.rows}>
        {shortCloses.map((row) => (
          <ShortCloseItem
            key={row.id}
            row={row}
            maySign={ends.maySignShortClose}
            mayWithdraw={row.requestedById === personId}
          />
        ))}
      </ul>
      {mayAsk ? (
        <details>
          <summary>{t("open")}</summary>
          <ShortCloseForm
            contractId={contractId}
            rowVersion={rowVersion}
            rests={rests}
            today={today}
          />
        </details>
      ) : null}
    </SectionCard>
  );
}

type ItemProps = { row: ShortCloseRow; maySign: boolean; mayWithdraw: boolean };

async function ShortCloseItem({ row, maySign, mayWithdraw }: ItemProps) {
  const t = await getTranslations("changes.short_close");
  const ref = { shortCloseId: row.id, rowVersion: row.rowVersion };
  const isPending = row.status === "PENDING";
  return (
    <li>
      <div className={styles.head}>
        <strong>{t(`status.${row.status}`)}</strong>
        {row.lines.map(({ lineNo, product, quantity, unit }) => (
          <span key={lineNo}>{t("line", { line: lineNo, product, quantity, unit })}</span>
        ))}
      </div>
      <div>{row.reason}</div>
      <div className={styles.meta}>
        {t("consent", { note: row.consentNote })} <DateText date={row.consentOn} /> ·{" "}
        {row.requestedByName} <DateTimeText at={row.requestedAt} />
      </div>
      {row.decidedByName && row.decidedAt ? (
        <div className={styles.meta}>
          {row.decidedByName} <DateTimeText at={row.decidedAt} /> {row.decisionComment}
        </div>
      ) : null}
      {isPending && maySign && !mayWithdraw ? (
        <div className={styles.actions}>
          <ActionButton
            action={decideShortCloseAction}
            signs="contract:sign_short_close"
            input={{ ...ref, decision: "REJECT" }}
            label={t("refuse")}
            comment="required"
          />
          <ActionButton
            action={decideShortCloseAction}
            signs="contract:sign_short_close"
            input={{ ...ref, decision: "AGREE" }}
            label={t("sign")}
            tone="primary"
            comment="optional"
            confirm={{ effects: [t("sign_effect"), t("sign_effect_holders")] }}
          />
        </div>
      ) : null}
      {isPending && mayWithdraw ? (
        <div className={styles.actions}>
          <ActionButton action={withdrawShortCloseAction} input={ref} label={t("withdraw")} />
        </div>
      ) : null}
    </li>
  );
}
