"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useMemo } from "react";
import { useWatch } from "react-hook-form";
import { type CustomerFile, fileValues } from "@/lib/contracts/order-values";
import styles from "./order-entry.module.css";

const none: Readonly<Record<string, string>> = {};
const FileContext = createContext<Readonly<Record<string, string>>>(none);

/** Makes known to the fields below what the customer's file answers. */
export function FileScope({ file, children }: { file: CustomerFile | null; children: ReactNode }) {
  const values = useMemo(() => (file ? fileValues(file) : none), [file]);
  return <FileContext value={values}>{children}</FileContext>;
}

/** Marks a field with a small dot for as long as it holds what came from the customer's file. */
export function FromFile({ name, children }: { name: string; children: ReactNode }) {
  const t = useTranslations("contracts.order");
  const answer = use(FileContext)[name];
  const value: unknown = useWatch({ name });
  const isFromFile = answer !== undefined && answer !== "" && value === answer;
  return (
    <div className={styles.field} {...(isFromFile ? { title: t("from_file") } : {})}>
      {children}
      {isFromFile ? (
        <span className={styles.dot}>
          <span className="visually-hidden">{t("from_file")}</span>
        </span>
      ) : null}
    </div>
  );
}
