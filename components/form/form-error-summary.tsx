"use client";
import { UnstyledButton } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { type FieldErrors, type FieldValues, useFormContext } from "react-hook-form";
import { InlineNotice } from "@/components/ui/inline-notice";
import type { ActionFailure } from "@/lib/server/action-result";
import { useFieldLabels } from "./field-labels";
import styles from "./form.module.css";
import { RefusalNotice } from "./refusal-notice";
import { useRefusalText } from "./use-refusal-text";

type Props = {
  failure: ActionFailure | null;
  attempts: number;
  fieldLabels?: Readonly<Record<string, string>>;
};

type NamedError = { path: string; sentence: string };

/** All that is wrong, at the top of the form, with the focus after each failed attempt; each entry leads to its field. */
export function FormErrorSummary({ failure, attempts, fieldLabels = {} }: Props) {
  const t = useTranslations("common.form");
  const { formState, setFocus } = useFormContext();
  const { ofFieldError } = useRefusalText();
  const box = useRef<HTMLDivElement>(null);
  const errors = flatten(formState.errors, ofFieldError);
  const labels = new Map([...useFieldLabels(), ...Object.entries(fieldLabels)]);

  useEffect(() => {
    if (attempts > 0) box.current?.focus();
  }, [attempts]);

  if (attempts === 0 || (errors.length === 0 && !failure)) return null;
  // A refusal that names its field stands there already.
  const isNamed =
    failure?.code.endsWith("invalid_input") ||
    failure?.issues?.some(({ code }) => code === failure.code);
  const isGeneral = failure && !(isNamed && errors.length > 0);
  return (
    <div ref={box} tabIndex={-1} className={styles.summary}>
      {isGeneral ? <RefusalNotice failure={failure} /> : null}
      {errors.length > 0 ? (
        <InlineNotice tone="danger">
          <div>{t("summary", { count: errors.length })}</div>
          <ul className={styles.errors}>
            {errors.map(({ path, sentence }) => (
              <li key={path}>
                <NamedField
                  name={labelOf(path, labels, (row) => t("line_prefix", { row }))}
                  onGo={() => setFocus(path)}
                />
                <span>{sentence}</span>
              </li>
            ))}
          </ul>
        </InlineNotice>
      ) : null}
    </div>
  );
}

/** What belongs to no field of the screen has a sentence and no name. */
function NamedField({ name, onGo }: { name: string; onGo: () => void }) {
  if (name === "") return null;
  return (
    <UnstyledButton className={styles.link} onClick={onGo}>
      {name}
    </UnstyledButton>
  );
}

/** Errors of nested fields as paths: `lines.2.quantity`. */
function flatten(
  errors: FieldErrors<FieldValues>,
  sentenceOf: (error: { type?: unknown; message?: string }) => string | undefined,
  prefix = "",
): NamedError[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (!error || typeof error !== "object") return [];
    const path = prefix + name;
    if ("type" in error && typeof error.type === "string") {
      const message = typeof error.message === "string" ? error.message : "";
      return [{ path, sentence: sentenceOf({ type: error.type, message }) ?? "" }];
    }
    return flatten(error as FieldErrors<FieldValues>, sentenceOf, `${path}.`);
  });
}

function labelOf(
  path: string,
  labels: ReadonlyMap<string, string>,
  lineWord: (row: number) => string,
): string {
  const known = labels.get(path);
  if (known) return known;
  const row = /(?:^|\.)(\d+)(?:\.|$)/.exec(path)?.[1];
  const name = labels.get(path.split(".").at(-1) ?? path) ?? "";
  return row === undefined ? name : `${lineWord(Number.parseInt(row, 10) + 1)} ${name}`;
}
