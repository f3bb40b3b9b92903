import type { Route } from "next";
import { useTranslations } from "next-intl";
import { PrintLink } from "@/components/dispatch/print-link";
import { PageHeader } from "@/components/layout/page-header";
import { AcknowledgementsPanel } from "@/components/records/acknowledgements-panel";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { HistoryTimeline } from "@/components/records/history-timeline";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { type DescriptionItem, DescriptionList } from "@/components/ui/description-list";
import { InlineNotice } from "@/components/ui/inline-notice";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { TASK_TONES } from "@/lib/production/labels";
import type { TaskDetail as Task } from "@/lib/production/task-queries";
import type { papersOf } from "@/lib/records/queries";
import { AcceptForm } from "./accept-form";
import { ChangeTaskForm } from "./change-task-form";
import { TaskActions } from "./task-actions";
import { TaskLines } from "./task-lines";

type Props = { task: Task; papers: Awaited<ReturnType<typeof papersOf>>; today: string };

/** A task notice: what is to be made, what was agreed before, who signed, what changed (F06). */
export function TaskDetail({ task, papers, today }: Props) {
  const t = useTranslations("production");
  const has = (name: string) => task.commands.some((command) => command === name);
  const isEnded = task.status === "CANCELLED" || task.status === "REJECTED";
  return (
    <>
      <TaskHead task={task} />
      <div className="detail-grid">
        <div className="stack">
          {isEnded ? (
            <InlineNotice title={t("fields.cancel_reason")}>{task.cancelReason}</InlineNotice>
          ) : null}
          <AcknowledgementsPanel rows={task.acknowledgements} />
          {has("accept") ? (
            <SectionCard title={t("sections.accept")} clause="R1.1.3-B2">
              <AcceptForm task={task} lines={task.lines} today={today} />
            </SectionCard>
          ) : null}
          <TaskLines lines={task.lines} isIssued={task.issuedOn !== null} />
          <TaskFacts task={task} />
          {has("change_issued") || has("change_accepted") ? <ChangeTaskForm task={task} /> : null}
          <TaskActions
            task={{
              id: task.id,
              rowVersion: task.rowVersion,
              commands: task.commands,
              status: task.status,
              preparation: task.preparation,
            }}
          />
        </div>
        <div className="stack">
          <HistoryTimeline history={papers.history} openItems={papers.openItems} />
          <AttachmentsPanel
            subjectType="production_task"
            subjectId={task.id}
            items={papers.attachments}
            canAdd={papers.mayAttach}
          />
          <CommentsPanel
            subjectType="production_task"
            subjectId={task.id}
            items={papers.comments}
            canAdd={papers.mayAttach}
          />
        </div>
      </div>
    </>
  );
}

function TaskHead({ task }: { task: Task }) {
  const t = useTranslations("production");
  const title = task.customerName ?? task.contractNo;
  return (
    <PageHeader
      number={task.docNo}
      title={title}
      badge={<StateBadge tone={TASK_TONES[task.status]} label={t(`task_status.${task.status}`)} />}
      sub={t("notice_title")}
      back={{ href: "/production/notices", label: t("notices.title") }}
      remember={`${task.docNo ?? t("draft_word")} ${title}`}
      actions={<PrintLink href={`/api/pdf/task/${task.id}`} label={t("actions.print")} />}
    />
  );
}

type Words = ReturnType<typeof useTranslations<"production">>;

function TaskFacts({ task }: { task: Task }) {
  const t = useTranslations("production");
  return (
    <>
      <SectionCard title={t("sections.prior")} clause="R1.1.3-B1">
        <DescriptionList
          items={[
            { label: t("fields.prior_person"), value: task.priorPerson },
            { label: t("fields.prior_on"), value: <DateText date={task.priorOn} /> },
            {
              label: t("fields.prior_promised_on"),
              value: <DateText date={task.priorPromisedOn} />,
            },
            { label: t("fields.prior_note"), value: task.priorNote, wide: true },
          ]}
        />
      </SectionCard>
      <SectionCard title={t("sections.head")}>
        <DescriptionList items={headItems(task, t)} />
      </SectionCard>
    </>
  );
}

function headItems(task: Task, t: Words): DescriptionItem[] {
  const { preparation } = task;
  return [
    {
      label: t("columns.contract_no"),
      value:
        task.mayOpenContract && task.contractId ? (
          <Link href={`/contracts/${task.contractId}` as Route} className="mono">
            {task.contractNo}
          </Link>
        ) : (
          <span className="mono">{task.contractNo}</span>
        ),
    },
    {
      label: t("fields.contract_class"),
      value: t("fields.class_value", { value: task.contractClass ?? "B" }),
    },
    ...(task.reviewNos === "" ? [] : [{ label: t("fields.review_nos"), value: task.reviewNos }]),
    { label: t("fields.department"), value: task.toDepartment },
    { label: t("fields.priority"), value: t(`priority.${task.priority}`) },
    { label: t("columns.issued_on"), value: <DateText date={task.issuedOn} /> },
    { label: t("columns.prepared_by"), value: task.preparedByName },
    { label: t("fields.accepted_by"), value: task.acceptedByName },
    { label: t("fields.accepted_at"), value: <DateTimeText at={task.acceptedAt} /> },
    { label: t("columns.promised_on"), value: <DateText date={task.promisedOn} near /> },
    { label: t("fields.promise_reason"), value: task.promiseReason },
    ...(preparation
      ? [
          {
            label: t("sections.preparation"),
            value: task.mayOpenPreparation ? (
              <Link href={`/preparation/${preparation.id}` as Route} className="mono">
                {preparation.docNo ?? t("draft_word")}
              </Link>
            ) : (
              <span className="mono">{preparation.docNo}</span>
            ),
          },
        ]
      : []),
    { label: t("fields.remark"), value: task.remark, wide: true },
  ];
}
