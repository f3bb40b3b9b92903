"use client";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { isWaybillNo, looksLikeWaybillOf, normaliseWaybillNo } from "@/lib/core/waybill-shape";
import styles from "./dispatch.module.css";

type Props = { courierName: string; pattern: string };

/** While the number is typed or scanned: whether this courier's numbers look like it. It never stops anybody. */
export function WaybillNoHint({ courierName, pattern }: Props) {
  const t = useTranslations("dispatch.waybill");
  const typed = useWatch<{ waybillNo: string }, "waybillNo">({ name: "waybillNo" });
  const waybillNo = normaliseWaybillNo(typed ?? "");
  return (
    <p role="status" className={styles.quiet}>
      {hint()}
    </p>
  );

  function hint(): string {
    if (waybillNo === "") return t("number_hint");
    if (!isWaybillNo(waybillNo)) return t("number_general");
    const isUsual = looksLikeWaybillOf(pattern || null, waybillNo);
    return t(isUsual ? "number_usual" : "number_unusual", { courier: courierName });
  }
}
