"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { QuantityFormField } from "@/components/form/figure-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { lowerNoticeAction } from "@/lib/shipping/actions";
import type { NoticeDetail } from "@/lib/shipping/notice-queries";
import { lowerNoticeInput } from "@/lib/shipping/schema";
import styles from "./notice.module.css";

type Props = {
  notice: Pick<NoticeDetail, "id" | "rowVersion" | "lines">;
  /** Quantities by contract line that the confirmed money covers. */
  proposal: Record<string, string>;
};

/** A waiting notice is lowered to what is paid; the rest can go on another notice (rules 5.4). */
export function NoticeLowerForm({ notice, proposal }: Props) {
  const t = useTranslations("shipping");
  const goods = notice.lines.filter(({ isCharge }) => !isCharge);
  const charges = notice.lines.filter(
    ({ isCharge, amount }) => isCharge && !amount?.startsWith("-"),
  );
  const action = useActionForm({
    schema: lowerNoticeInput,
    action: lowerNoticeAction,
    defaultValues: {
      noticeId: notice.id,
      rowVersion: notice.rowVersion,
      quantities: Object.fromEntries(
        goods.map(({ contractLineId, quantity }) => [
          contractLineId,
          proposal[contractLineId] ?? quantity,
        ]),
      ),
      charges: Object.fromEntries(
        charges.map(({ contractLineId, amount }) => [contractLineId, amount ?? "0"]),
      ),
    },
  });
  return (
    <SectionCard title={t("actions.ship_what_is_paid")} clause="R1.3.1-P1">
      <ActionForm {...action} guard={false} label={t("sections.lower")}>
        <p className={styles.why}>{t("hints.lower")}</p>
        <div className="form-grid">
          {goods.map(({ contractLineId, productName, spec, unit }) => (
            <QuantityFormField
              key={contractLineId}
              name={`quantities.${contractLineId}`}
              label={`${productName} ${spec}`}
              unit={unit}
            />
          ))}
        </div>
        <div className={styles.actions}>
          <SubmitButton loading={action.form.formState.isSubmitting}>
            {t("actions.lower")}
          </SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
