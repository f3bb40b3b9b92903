"use client";
import { Button, Group, Textarea } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SectionCard } from "@/components/ui/section-card";
import { formatDateTime } from "@/lib/i18n/format";
import type { ActionFailure } from "@/lib/server/action-result";
import styles from "./panels.module.css";
import { type FormAction, runAction } from "./run-action";
import { submissionKeys } from "./submission-key";
import { useRefusalText } from "./use-refusal-text";

export type CommentRow = { id: string; body: string; authorName: string; createdAt: Date | string };
type CommentInput = { subjectType: string; subjectId: string; body: string };

type Props = {
  subjectType: string;
  subjectId: string;
  items: readonly CommentRow[];
  /** Adds a comment; leave out where the reader may not write. */
  action?: FormAction<CommentInput, unknown>;
};

/** What colleagues said about a document, and a line to answer. */
export function CommentsPanel({ subjectType, subjectId, items, action }: Props) {
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
      {action ? (
        <CommentBox action={action} subjectType={subjectType} subjectId={subjectId} />
      ) : null}
    </SectionCard>
  );
}

type BoxProps = Omit<CommentInput, "body"> & { action: FormAction<CommentInput, unknown> };

function CommentBox({ action, subjectType, subjectId }: BoxProps) {
  const t = useTranslations("common.comments");
  const router = useRouter();
  const { ofFailure, ofIssue } = useRefusalText();
  const [keys] = useState(submissionKeys);
  const [body, setBody] = useState("");
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);

  const send = async () => {
    if (running || body.trim() === "") return;
    setRunning(true);
    setFailure(null);
    const input = { subjectType, subjectId, body: body.trim() };
    const result = await runAction(action, input, keys.keyFor(input));
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
      {failure && !issue ? (
        <InlineNotice tone="danger" code={failure.code}>
          {ofFailure(failure)}
        </InlineNotice>
      ) : null}
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
