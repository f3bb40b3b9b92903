import type { Route } from "next";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { DateText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import type { ContractProduction as Production } from "@/lib/production/contract-production";
import { LINE_TONES, TASK_TONES } from "@/lib/production/labels";
import { LineLink, Progress, TaskProduct } from "./line-words";
import styles from "./production.module.css";

type Props = { contractId: string; production: Production };

/** On the contract's page: what production was asked for and how far it is (R1.1.3-B1, T1). */
export function ContractProduction({ contractId, production }: Props) {
  const t = useTranslations("production");
  const { tasks, mayDraft, untasked } = production;
  const draft = mayDraft ? (
    <ButtonLink href={`/production/notices/new?contract=${contractId}`} size="xs">
      {t("actions.new_notice")}
    </ButtonLink>
  ) : null;
  const rows = tasks.flatMap((task) => task.lines.map((line) => ({ task, line })));
  return (
    <SectionCard
      title={t("sections.contract")}
      clause="R1.1.3-B1"
      aside={draft}
      flush={rows.length > 0}
      id="production"
    >
      {rows.length === 0 ? (
        <p className={styles.quiet}>{t("hints.untasked", { count: untasked })}</p>
      ) : (
        <PlainTable
          caption={t("sections.contract")}
          head={[
            t("columns.task_no"),
            t("columns.product"),
            t("columns.finished"),
            t("columns.received"),
            t("columns.expected_on"),
            t("columns.status"),
          ]}
          rows={rows.map(({ task, line }) => ({
            id: line.id,
            quiet: line.status === "CANCELLED",
            cells: [
              <Link key="no" href={`/production/notices/${task.id}` as Route} className="mono">
                {task.docNo ?? t("draft_word")}
              </Link>,
              line.status === "WAITING" ? (
                <TaskProduct key="product" {...line} drawingNo="" />
              ) : (
                <LineLink key="product" id={line.id}>
                  <TaskProduct {...line} drawingNo="" />
                </LineLink>
              ),
              <Progress key="done" done={line.finishedQty} of={line.quantity} unit={line.unit} />,
              <Progress key="in" done={line.receivedQty} of={line.quantity} unit={line.unit} />,
              <div key="expected" className={styles.product}>
                <DateText date={line.expectedOn} near />
                {line.delayDays > 0 ? (
                  <span className={styles.late}>
                    {t("fields.delay_value", { days: line.delayDays })}
                  </span>
                ) : null}
              </div>,
              line.status === "WAITING" ? (
                <StateBadge
                  key="state"
                  tone={TASK_TONES[task.status]}
                  label={t(`task_status.${task.status}`)}
                />
              ) : (
                <StateBadge
                  key="state"
                  tone={LINE_TONES[line.status]}
                  label={t(`stage.${line.stage}`)}
                />
              ),
            ],
          }))}
        />
      )}
    </SectionCard>
  );
}
