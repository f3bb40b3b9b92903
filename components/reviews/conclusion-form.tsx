"use client";
import { useTranslations } from "next-intl";
import type { DefaultValues } from "react-hook-form";
import { ActionForm } from "@/components/form/action-form";
import { DateFormField } from "@/components/form/date-form-field";
import { FigureField } from "@/components/form/figure-fields";
import { PhoneMark } from "@/components/form/phone-mark";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { DateText } from "@/components/ui/date-text";
import { UnitPriceText } from "@/components/ui/money-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { concludeReviewAction } from "@/lib/reviews/actions";
import { CONCLUSIONS } from "@/lib/reviews/policy";
import type { ReviewDetail } from "@/lib/reviews/queries";
import { type ConcludeFormValues, concludeReviewInput } from "@/lib/reviews/schema";
import { plainPrice } from "./plain-price";
import styles from "./review.module.css";
import { ReviewProduct } from "./review-lines";

type Props = { review: Pick<ReviewDetail, "id" | "rowVersion" | "lines"> };

/** The chief's conclusion: accept or not, and for each line the promised date and the price floor (R1.1.3-C3). */
export function ConclusionForm({ review }: Props) {
  const t = useTranslations("reviews");
  const action = useActionForm({
    schema: concludeReviewInput,
    action: concludeReviewAction,
    signs: "review:conclude",
    // Nothing is chosen beforehand: a signature says what its writer chose.
    defaultValues: {
      id: review.id,
      rowVersion: review.rowVersion,
      note: "",
      lines: review.lines.map(({ id, proposedOn, proposedPrice, wantedOn }) => ({
        reviewLineId: id,
        approvedOn: proposedOn ?? wantedOn,
        approvedPrice: plainPrice(proposedPrice),
      })),
    } satisfies DefaultValues<ConcludeFormValues>,
    successMessage: t("saved"),
  });
  const isAccepted = action.form.watch("conclusion") !== "REJECT";
  return (
    <SectionCard title={t("sections.conclusion")} clause="R1.1.3-C3">
      <ActionForm {...action} label={t("sections.conclusion")}>
        <RadioField
          name="conclusion"
          label={t("fields.conclusion")}
          required
          options={CONCLUSIONS.map((value) => ({ value, label: t(`conclusion.${value}`) }))}
        />
        {isAccepted ? <ConclusionLines lines={review.lines} /> : null}
        <TextAreaField name="note" label={t("fields.note")} rows={2} maxLength={1000} />
        <PhoneMark {...action.phone} />
        <div className={styles.actions}>
          <SubmitButton>{t("actions.conclude")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}

function ConclusionLines({ lines }: Pick<Props["review"], "lines">) {
  const t = useTranslations("reviews");
  return (
    <>
      <p className={styles.quiet}>{t("hints.conclusion")}</p>
      <PlainTable
        caption={t("sections.lines")}
        head={[
          t("lines.number"),
          t("lines.product"),
          t("lines.quantity"),
          t("lines.proposed_on"),
          t("lines.approved_on"),
          t("lines.proposed_price"),
          t("lines.approved_price"),
        ]}
        rows={lines.map((line, index) => ({
          id: line.id,
          cells: [
            line.lineNo,
            <ReviewProduct key="product" line={line} />,
            <QuantityText key="quantity" quantity={line.quantity} unit={line.unit} />,
            <DateText key="proposed" date={line.proposedOn} />,
            <div key="on" className={styles.cell}>
              <DateFormField
                name={`lines.${index}.approvedOn`}
                label={`${t("lines.approved_on")} ${line.lineNo}`}
                required
              />
            </div>,
            line.proposedPrice ? (
              <UnitPriceText key="price" price={line.proposedPrice} />
            ) : (
              t("no_proposal")
            ),
            <div key="floor" className={styles.cell}>
              <FigureField
                name={`lines.${index}.approvedPrice`}
                label={`${t("lines.approved_price")} ${line.lineNo}`}
                required
              />
            </div>,
          ],
        }))}
      />
    </>
  );
}
