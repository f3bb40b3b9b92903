"use client";
import { Button, FileButton } from "@mantine/core";
import { IconPaperclip } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useState } from "react";
import { useRefusalText } from "@/components/form/use-refusal-text";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SectionCard } from "@/components/ui/section-card";
import { formatDateTime, formatFileSize } from "@/lib/i18n/format";
import type { CommentInput as SubjectRef } from "@/lib/records/schema";
import { FilePreview } from "./file-preview";
import styles from "./panels.module.css";
import { MAX_UPLOAD_MEGABYTES, useUploads } from "./use-uploads";

export type AttachmentRow = {
  id: string;
  fileName: string;
  byteSize: number;
  uploadedByName: string;
  uploadedAt: Date | string;
};

type Props = Pick<SubjectRef, "subjectType" | "subjectId"> & {
  items: readonly AttachmentRow[];
  canAdd: boolean;
  /** What the files are to the document (`[a-z_]+`); a rule may ask for a kind. */
  kind?: string;
  title?: string;
  clause?: string;
};

const ACCEPTED = ".pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff,.xlsx,.docx,.dwg,.zip";

/** The files of a document: list, view, download, and adding by button or by dropping them here. */
export function AttachmentsPanel(props: Props) {
  const { subjectType, subjectId, items, canAdd, kind = "general", title, clause } = props;
  const t = useTranslations("common.attachments");
  const { ofFailure } = useRefusalText();
  const { uploads, add } = useUploads({ subjectType, subjectId, kind });
  const [isOver, setIsOver] = useState(false);

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void add([...event.dataTransfer.files]);
  };
  const dropProps = canAdd
    ? {
        onDrop: drop,
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setIsOver(true);
        },
        onDragLeave: () => setIsOver(false),
      }
    : {};

  return (
    <SectionCard title={title ?? t("title")} {...(clause ? { clause } : {})}>
      <div className={styles.drop} data-over={isOver || undefined} {...dropProps}>
        {items.length === 0 ? <p className={styles.empty}>{t("empty")}</p> : null}
        <ul className={styles.files}>
          {items.map(({ id, fileName, byteSize, uploadedByName, uploadedAt }) => (
            <li key={id}>
              <div className={styles.head}>
                <a
                  href={`/api/files/${id}`}
                  download={fileName}
                  aria-label={t("download", { name: fileName })}
                >
                  {fileName}
                </a>
                <FilePreview id={id} fileName={fileName} />
              </div>
              <div className={styles.meta}>
                {formatFileSize(byteSize)} ·{" "}
                {t("by", { name: uploadedByName, time: formatDateTime(uploadedAt) })}
              </div>
            </li>
          ))}
        </ul>
        {uploads.map(({ key, name, failure }) =>
          failure ? (
            <InlineNotice key={key} tone="danger" code={failure.code}>
              {t("failed", { name, reason: ofFailure(failure) })}
            </InlineNotice>
          ) : (
            <div key={key} role="status" className={styles.meta}>
              {t("uploading", { name })}
            </div>
          ),
        )}
        {canAdd ? (
          <div className={styles.adding}>
            <FileButton multiple accept={ACCEPTED} onChange={(files) => void add(files)}>
              {(button) => (
                <Button {...button} variant="default" leftSection={<IconPaperclip size={16} />}>
                  {t("add")}
                </Button>
              )}
            </FileButton>
            <span className={styles.meta}>{t("limit", { megabytes: MAX_UPLOAD_MEGABYTES })}</span>
          </div>
        ) : null}
      </div>
    </SectionCard>
  );
}
