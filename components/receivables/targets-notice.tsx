"use client";
import { useTranslations } from "next-intl";
import { InlineNotice } from "@/components/ui/inline-notice";
import styles from "./allocation-fields.module.css";
import type { TargetsState } from "./use-allocation-targets";

/** Why there is nothing to assign to (yet). */
export function TargetsNotice({
  mayAssign,
  status,
}: {
  mayAssign: boolean;
  status: TargetsState["status"];
}) {
  const t = useTranslations("receivables.allocations");
  const words = useTranslations("common.words");
  if (!mayAssign) return <p className={styles.hint}>{t("needs_duty")}</p>;
  if (status === "failed") return <InlineNotice tone="warn">{t("failed")}</InlineNotice>;
  return (
    <p className={styles.hint} role="status">
      {status === "loading" ? words("loading") : t("choose_customer")}
    </p>
  );
}
