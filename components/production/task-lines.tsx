import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { LINE_TONES } from "@/lib/production/labels";
import type { TaskLineView } from "@/lib/production/task-queries";
import { DrawingLinks, LineLink, Progress, TaskProduct } from "./line-words";
import styles from "./production.module.css";

type Props = { lines: readonly TaskLineView[]; isIssued: boolean };

/** The rows of a notice: before it is issued what is asked, afterwards also how far it is. */
export function TaskLines({ lines, isIssued }: Props) {
  const t = useTranslations("production");
  const head = [
    t("columns.product"),
    t("columns.quantity"),
    t("columns.required_on"),
    t("columns.contract_due_on"),
    t("fields.requirements"),
  ];
  return (
    <SectionCard title={t("sections.lines")} clause="R1.1.3-T1" flush>
      <PlainTable
        caption={t("sections.lines")}
        head={isIssued ? [...head, t("columns.expected_on"), t("columns.stage")] : head}
        rows={lines.map((line) => ({
          id: line.id,
          quiet: line.status === "CANCELLED",
          cells: [
            isIssued ? (
              <LineLink key="product" id={line.id}>
                <TaskProduct {...line} />
              </LineLink>
            ) : (
              <TaskProduct key="product" {...line} />
            ),
            <TaskQuantity key="quantity" line={line} />,
            <DateText key="required" date={line.requiredOn} near />,
            <DateText key="due" date={line.contractDueOn} />,
            <div key="requirements" className={styles.product}>
              <span className={styles.quiet}>
                {[line.technicalRequirement, line.packingRequirement].filter(Boolean).join("；")}
              </span>
              <DrawingLinks drawings={line.drawings} />
            </div>,
            <ExpectedOn key="expected" line={line} />,
            <LineState key="state" line={line} />,
          ],
        }))}
      />
    </SectionCard>
  );
}

function TaskQuantity({ line }: { line: TaskLineView }) {
  const t = useTranslations("production");
  return (
    <div className={styles.product}>
      <QuantityText quantity={line.quantity} unit={line.unit} />
      {line.extraQty === "0" ? null : (
        <span className={styles.quiet}>
          {t("fields.extra_value", { quantity: line.extraQty, reason: line.extraReason })}
        </span>
      )}
    </div>
  );
}

function ExpectedOn({ line }: { line: TaskLineView }) {
  const t = useTranslations("production");
  return (
    <div className={styles.product}>
      <DateText date={line.expectedOn} near />
      {line.delayDays > 0 ? (
        <span className={styles.late}>{t("fields.delay_value", { days: line.delayDays })}</span>
      ) : null}
    </div>
  );
}

function LineState({ line }: { line: TaskLineView }) {
  const t = useTranslations("production");
  return (
    <div className={styles.product}>
      <StateBadge tone={LINE_TONES[line.status]} label={t(`line_status.${line.status}`)} />
      <span className={styles.quiet}>{t(`stage.${line.stage}`)}</span>
      <Progress done={line.finishedQty} of={line.quantity} unit={line.unit} />
    </div>
  );
}
