"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { DefaultValues } from "react-hook-form";
import { ActionForm } from "@/components/form/action-form";
import { DateFormField } from "@/components/form/date-form-field";
import { FigureField } from "@/components/form/figure-fields";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { ButtonLink } from "@/components/ui/button-link";
import { DateText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";
import { answerReviewAction } from "@/lib/reviews/actions";
import { OPINION_RESULTS, proposesDates, proposesPrices } from "@/lib/reviews/policy";
import type { OpinionView, ReviewDetail } from "@/lib/reviews/queries";
import { type AnswerFormValues, answerReviewInput } from "@/lib/reviews/schema";
import { plainPrice } from "./plain-price";
import styles from "./review.module.css";
import { ReviewProduct } from "./review-lines";

type Props = { review: Pick<ReviewDetail, "id" | "lines">; part: OpinionView };

/** One department's own part: can it be done, when, for how much, and what has to be taken care of. */
export function OpinionForm({ review, part }: Props) {
  const t = useTranslations("reviews");
  const router = useRouter();
  const said = new Map(part.lines.map((line) => [line.reviewLineId, line]));
  const values = {
    reviewId: review.id,
    department: part.department,
    rowVersion: part.rowVersion,
    // Nothing is chosen beforehand: a signature says what its writer chose.
    ...(part.result ? { result: part.result } : {}),
    detail: part.detail,
    measures: part.measures,
    lines: review.lines.map(({ id }) => ({
      reviewLineId: id,
      proposedOn: said.get(id)?.proposedOn ?? "",
      proposedPrice: plainPrice(said.get(id)?.proposedPrice ?? null),
    })),
  } satisfies DefaultValues<AnswerFormValues>;
  const action = useActionForm({
    schema: answerReviewInput,
    action: answerReviewAction,
    defaultValues: values,
    onDone: () => router.push(`/reviews/${review.id}` as Route),
    successMessage: t("answered_done"),
  });
  const withLines = proposesDates(part.department) || proposesPrices(part.department);
  return (
    <ActionForm {...action} label={t("sections.own_part")}>
      <SectionCard title={t("sections.own_part")} clause="R1.1.3-C2">
        <div className="stack">
          <p className={styles.text}>
            <strong>{t(`department.${part.department}`)}</strong> {part.item}
          </p>
          <RadioField
            name="result"
            label={t("fields.result")}
            required
            options={OPINION_RESULTS.map((value) => ({ value, label: t(`result.${value}`) }))}
          />
          {withLines ? <ProposalLines lines={review.lines} department={part.department} /> : null}
          <TextAreaField name="detail" label={t("fields.detail")} rows={3} maxLength={1000} />
          <TextAreaField name="measures" label={t("fields.measures")} rows={2} maxLength={500} />
        </div>
      </SectionCard>
      <StickyActionBar note={t("hints.answer_note")}>
        <ButtonLink href={`/reviews/${review.id}`} variant="default">
          {t("actions.back_to_review")}
        </ButtonLink>
        <SubmitButton hotkey="Ctrl+Enter">{t("actions.sign")}</SubmitButton>
      </StickyActionBar>
    </ActionForm>
  );
}

type LinesProps = Pick<ReviewDetail, "lines"> & { department: OpinionView["department"] };

/** Production gives a date for each line, finance and marketing a price floor. */
function ProposalLines({ lines, department }: LinesProps) {
  const t = useTranslations("reviews");
  const isDate = proposesDates(department);
  const head = t(isDate ? "lines.proposed_on" : "lines.proposed_price");
  return (
    <>
      <p className={styles.quiet}>{t(isDate ? "hints.dates" : "hints.prices")}</p>
      <PlainTable
        caption={t("sections.lines")}
        head={[
          t("lines.number"),
          t("lines.product"),
          t("lines.quantity"),
          t("lines.wanted_on"),
          head,
        ]}
        rows={lines.map((line, index) => ({
          id: line.id,
          cells: [
            line.lineNo,
            <ReviewProduct key="product" line={line} />,
            <QuantityText key="quantity" quantity={line.quantity} unit={line.unit} />,
            <DateText key="wanted" date={line.wantedOn} />,
            <div key="proposal" className={styles.cell}>
              {isDate ? (
                <DateFormField
                  name={`lines.${index}.proposedOn`}
                  label={`${head} ${line.lineNo}`}
                  required
                />
              ) : (
                <FigureField
                  name={`lines.${index}.proposedPrice`}
                  label={`${head} ${line.lineNo}`}
                  required
                />
              )}
            </div>,
          ],
        }))}
      />
    </>
  );
}
