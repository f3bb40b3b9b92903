"use client";
import { Button, Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { InlineNotice } from "@/components/ui/inline-notice";
import styles from "./panels.module.css";

/** What a browser draws without running anything; the type is ours by extension, never the file's own word. */
const SHOWN: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  webp: "image/webp",
};

function shownTypeOf(fileName: string): string | null {
  return SHOWN[fileName.split(".").at(-1)?.toLowerCase() ?? ""] ?? null;
}

type Props = { id: string; fileName: string };

/** Opens an image or a PDF in the page. The server goes on serving it as a download; its bytes are shown from memory. */
export function FilePreview({ id, fileName }: Props) {
  const t = useTranslations("common.attachments");
  const [isOpen, setIsOpen] = useState(false);
  const type = shownTypeOf(fileName);
  if (type === null) return null;
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t("view_named", { name: fileName })}
        onClick={() => setIsOpen(true)}
      >
        {t("view")}
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={fileName} size="90%">
        {isOpen ? <FileBody id={id} fileName={fileName} type={type} /> : null}
      </Modal>
    </>
  );
}

function FileBody({ id, fileName, type }: Props & { type: string }) {
  const t = useTranslations("common.attachments");
  const [url, setUrl] = useState<string | null>(null);
  const [isFailed, setIsFailed] = useState(false);

  useEffect(() => {
    const leaving = new AbortController();
    let made: string | null = null;
    void readFile(id, type, leaving.signal).then((blob) => {
      if (leaving.signal.aborted) return;
      if (blob === null) return setIsFailed(true);
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      leaving.abort();
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [id, type]);

  if (isFailed)
    return <InlineNotice tone="danger">{t("view_failed", { name: fileName })}</InlineNotice>;
  if (url === null) return <div role="status">{t("opening", { name: fileName })}</div>;
  if (type === "application/pdf" && !navigator.pdfViewerEnabled)
    return (
      <Button component="a" href={url} download={fileName}>
        {t("download_instead")}
      </Button>
    );
  if (type === "application/pdf")
    return <iframe className={styles.page ?? ""} src={url} title={fileName} />;
  // biome-ignore lint/performance/noImgElement: bytes from memory, there is nothing to optimise
  return <img className={styles.picture ?? ""} src={url} alt={fileName} />;
}

/** Null when the file is gone or the server cannot be reached. */
async function readFile(id: string, type: string, signal: AbortSignal): Promise<Blob | null> {
  try {
    const response = await fetch(`/api/files/${id}`, { signal });
    return response.ok ? new Blob([await response.arrayBuffer()], { type }) : null;
  } catch {
    return null;
  }
}
