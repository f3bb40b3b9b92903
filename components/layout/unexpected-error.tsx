"use client";
import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import styles from "./message-page.module.css";

// Every page carries what it says when it breaks, so this stays small; without a network there is just no button.
const CopyButton = dynamic<{ value: string }>(
  () =>
    import("@/components/ui/copy-button").then(
      (module) => module.CopyButton,
      () => () => null,
    ),
  { ssr: false },
);

export type UnexpectedErrorProps = { error: Error & { digest?: string }; reset: () => void };

/** A page that broke: nothing of the error itself is shown, only the number under which it was logged. */
export function UnexpectedError({ error, reset }: UnexpectedErrorProps) {
  const t = useTranslations("errors.unexpected");
  return (
    <div className={styles.page} role="alert">
      <h1 className={styles.title}>{t("title")}</h1>
      <p className={styles.text}>{t("text")}</p>
      {error.digest ? (
        <p className={styles.number}>
          <code>{t("number", { digest: error.digest })}</code> <CopyButton value={error.digest} />
        </p>
      ) : null}
      <Button onClick={reset}>{t("retry")}</Button>
    </div>
  );
}
