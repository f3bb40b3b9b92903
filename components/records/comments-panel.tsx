"use client";
import { Button, Group, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { runAction } from "@/components/form/run-action";
import { submissionKeys } from "@/components/form/submission-key";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { SectionCard } from "@/components/ui/section-card";
import { formatDateTime } from "@/lib/i18n/format";
import { writeCommentAction } from "@/lib/records/actions";
import type { CommentInput } from "@/lib/records/schema";
import type { ActionFailure } from "@/lib/server/action-result";
import styles from "./panels.module.css";

export type CommentRow = { id: string; body: string; authorName: string; createdAt: Date | string };

type Subject = Pick<CommentInput, "subjectType" | "subjectId">;
type Props = Subject & { items: readonly CommentRow[]; canAdd: boolean };

/** What colleagues said about a document, and a line to answer. */
export function CommentsPanel({ subjectType, subjectId, items, canAdd }: Props) {
  const t = useTranslations("common.comments");
  return (
    <SectionCard title={t("title")}>
      {items.length === 0 ? <p className={styles.empty}>{t("empty")}</p> : null}
      <ul className={styles.comments}>
        {items.map(({ id, body, authorName, createdAt }) => (
          <li key={id}>
            <div className={styles.meta}>
              {authorName} · {formatDateTime(createdAt)}
            </div>
            <div className={styles.body}>{body}</div>
          </li>
        ))}
      </ul>
      {canAdd ? <CommentBox subjectType={subjectType} subjectId={subjectId} /> : null}
    </SectionCard>
  );
}

function CommentBox({ subjectType, subjectId }: Subject) {
  const t = useTranslations("common.comments");
  const router = useRouter();
  const { ofIssue } = useRefusalText();
  const [keys] = useState(submissionKeys);
  const [body, setBody] = useState("");
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);

  const send = async () => {
    if (running || body.trim() === "") return;
    setRunning(true);
    setFailure(null);
    const input = { subjectType, subjectId, body: body.trim() };
    const result = await runAction(writeCommentAction, input, keys.keyFor(input));
    setRunning(false);
    if (result === null) return;
    if (!result.ok) return setFailure(result.error);
    keys.accepted();
    setBody("");
    router.refresh();
  };

  const issue = failure?.issues?.[0];
  return (
    <div className={styles.box}>
      <Textarea
        label={t("label")}
        placeholder={t("placeholder")}
        autosize
        minRows={2}
        maxRows={8}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && event.ctrlKey && !event.nativeEvent.isComposing) {
            event.stopPropagation();
            void send();
          }
        }}
        error={issue ? ofIssue(issue) : undefined}
      />
      {failure && !issue ? <RefusalNotice failure={failure} /> : null}
      <Group justify="flex-end">
        <Button
          variant="default"
          loading={running}
          disabled={body.trim() === ""}
          onClick={() => void send()}
        >
          {t("send")}
        </Button>
      </Group>
    </div>
  );
}
