import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/section-card";
import {
  type ContractDiff,
  changeCount,
  type FieldChange,
  isShownField,
  type LineChange,
} from "@/lib/contracts/diff";
import { fieldInWords, valueInWords } from "@/lib/contracts/diff-words";
import { formatMoney, formatQuantity } from "@/lib/i18n/format";
import styles from "./contract.module.css";

type Props = { diff: ContractDiff; isOpen: boolean };
type Words = Awaited<ReturnType<typeof getTranslations<"contracts">>>;

/** What a resubmission changed since it was last decided; what stayed the same is left out. */
export async function ContractDiffView({ diff, isOpen }: Props) {
  const t = await getTranslations("contracts");
  const count = changeCount(diff);
  return (
    <SectionCard title={t("diff.title", { count })}>
      {count === 0 ? (
        <p className={styles.quiet}>{t("diff.none")}</p>
      ) : (
        <details open={isOpen}>
          <summary className={styles.summary}>{t("diff.show")}</summary>
          <DiffList diff={diff} />
        </details>
      )}
    </SectionCard>
  );
}

/** The changes one under the other: terms and clauses first, then the lines. */
export async function DiffList({ diff }: { diff: ContractDiff }) {
  const t = await getTranslations("contracts");
  return (
    <ul className={styles.changes}>
      {[...diff.fields, ...diff.clauses].map((change) => (
        <li key={change.field}>
          <strong>{fieldInWords(t, change.field)}</strong> <Change t={t} change={change} />
        </li>
      ))}
      {diff.lines.map((change) => (
        <li key={lineKey(change)}>
          <LineChangeView t={t} change={change} />
        </li>
      ))}
    </ul>
  );
}

function Change({ t, change }: { t: Words; change: FieldChange }) {
  return (
    <>
      <del className={styles.before}>{valueInWords(t, change, change.before)}</del>
      <span aria-hidden="true"> → </span>
      <ins className={styles.after}>{valueInWords(t, change, change.after)}</ins>
    </>
  );
}

function LineChangeView({ t, change }: { t: Words; change: LineChange }) {
  if (change.kind === "changed") {
    return (
      <>
        <strong>
          {t("diff.line_changed", {
            line: change.lineNo,
            product: change.productName,
            spec: change.spec,
          })}
        </strong>
        <ul className={styles.changes}>
          {change.fields.filter(isShownField).map((field) => (
            <li key={field.field}>
              {fieldInWords(t, field.field)} <Change t={t} change={field} />
            </li>
          ))}
        </ul>
      </>
    );
  }
  const { line } = change;
  const words = [
    line.productName,
    line.spec,
    line.lineKind === "GOODS" ? formatQuantity(line.quantity, line.unit) : "",
    formatMoney(line.amount),
  ].filter(Boolean);
  return (
    <>
      <strong>{t(change.kind === "added" ? "diff.line_added" : "diff.line_removed")}</strong>{" "}
      {change.kind === "added" ? (
        <ins className={styles.after}>{words.join(" ")}</ins>
      ) : (
        <del className={styles.before}>{words.join(" ")}</del>
      )}
    </>
  );
}

function lineKey(change: LineChange): string {
  return change.kind === "changed"
    ? `changed ${change.lineNo}`
    : `${change.kind} ${change.line.lineNo}`;
}
