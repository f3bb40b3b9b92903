import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date-text";
import { UnitPriceText } from "@/components/ui/money-text";
import { PlainTable } from "@/components/ui/plain-table";
import { QuantityText } from "@/components/ui/quantity-text";
import { SectionCard } from "@/components/ui/section-card";
import type { ReviewDetail, ReviewLineView } from "@/lib/reviews/queries";
import styles from "./review.module.css";

/** What is reviewed; prices only for those who may see them, the conclusion's date and floor once there are some. */
export function ReviewLines({ review }: { review: ReviewDetail }) {
  const t = useTranslations("reviews");
  const isConcluded = review.lines.some(({ approvedOn }) => approvedOn !== null);
  const columns: [head: string, cell: (line: ReviewLineView) => ReactNode][] = [
    [t("lines.number"), (line) => line.lineNo],
    [t("lines.product"), (line) => <ReviewProduct key="product" line={line} />],
    [
      t("lines.quantity"),
      (line) => <QuantityText key="quantity" quantity={line.quantity} unit={line.unit} />,
    ],
    [t("lines.wanted_on"), (line) => <DateText key="wanted" date={line.wantedOn} />],
    ...(review.withPrices
      ? [
          [
            t("lines.target_price"),
            (line: ReviewLineView) => <OptionalPrice key="target" price={line.targetPrice} />,
          ] as [string, (line: ReviewLineView) => ReactNode],
        ]
      : []),
    ...(isConcluded
      ? [
          [
            t("lines.approved_on"),
            (line: ReviewLineView) => <DateText key="approved" date={line.approvedOn} />,
          ] as [string, (line: ReviewLineView) => ReactNode],
        ]
      : []),
    ...(isConcluded && review.withPrices
      ? [
          [
            t("lines.approved_price"),
            (line: ReviewLineView) => <OptionalPrice key="floor" price={line.approvedPrice} />,
          ] as [string, (line: ReviewLineView) => ReactNode],
        ]
      : []),
  ];
  return (
    <SectionCard title={t("sections.lines")} flush>
      <PlainTable
        caption={t("sections.lines")}
        head={columns.map(([head]) => head)}
        rows={review.lines.map((line) => ({
          id: line.id,
          cells: columns.map(([, cell]) => cell(line)),
        }))}
      />
    </SectionCard>
  );
}

/** Name, and under it what tells it from others. */
export function ReviewProduct({ line }: { line: ReviewLineView }) {
  const drawing = [line.drawingNo, line.drawingRev].filter(Boolean).join("/");
  return (
    <span className={styles.product}>
      <strong>{line.productName}</strong>
      <span className={styles.quiet}>
        {[line.productCode, line.spec, drawing, line.material, line.coating, line.accuracyGrade]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {line.usage || line.lineRemark ? (
        <span className={styles.quiet}>
          {[line.usage, line.lineRemark].filter(Boolean).join("；")}
        </span>
      ) : null}
    </span>
  );
}

function OptionalPrice({ price }: { price: string | null }) {
  return price === null ? "—" : <UnitPriceText price={price} />;
}
