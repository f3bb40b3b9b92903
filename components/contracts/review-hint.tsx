"use client";
import type { Route } from "next";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import { formatDate, formatUnitPrice } from "@/lib/i18n/format";
import { isSameThing } from "@/lib/reviews/cover-policy";
import type { ReviewOffer } from "@/lib/reviews/queries";
import type { OrderFacts } from "./order-facts";
import styles from "./order-rail.module.css";

type Props = {
  lines: OrderFacts["short"];
  /** Null while the answer is on its way. */
  offers: readonly ReviewOffer[] | null;
};

/** For each NEW line the review that it rests on, with floor and earliest date, or that it needs one (R1.1.3-C1). */
export function ReviewHint({ lines, offers }: Props) {
  const t = useTranslations("contracts.order");
  const draftId = useDraftId();
  const asked = lines.filter(({ isNew }) => isNew);
  if (asked.length === 0 || offers === null) return null;
  const judged = asked.map((line) => ({
    line,
    offer: offers.find((one) => isSameThing(line, one)) ?? null,
  }));
  const isMissing = judged.some(({ offer }) => offer === null);
  return (
    <SectionCard title={t("review_title")} clause="R1.1.3-C3">
      <ul className={styles.short} aria-live="polite">
        {judged.map(({ line, offer }) => (
          <li key={line.lineNo}>
            {offer ? (
              <>
                <Link href={`/reviews/${offer.reviewId}` as Route} className="mono">
                  {offer.reviewNo}
                </Link>{" "}
                {t("review_covers", {
                  line: line.lineNo,
                  floor: formatUnitPrice(offer.floor),
                  earliest: formatDate(offer.earliestOn),
                  until: formatDate(offer.coversUntil),
                })}
              </>
            ) : (
              t("review_missing", { line: line.lineNo, product: line.productName })
            )}
          </li>
        ))}
      </ul>
      {isMissing && draftId ? (
        <ButtonLink href={`/reviews/new?contract=${draftId}`} variant="default" size="compact-md">
          {t("review_start")}
        </ButtonLink>
      ) : null}
      {isMissing && !draftId ? <p className={styles.quiet}>{t("review_after_saving")}</p> : null}
    </SectionCard>
  );
}

/** The order's id once it is saved: the address tells. */
function useDraftId(): string | null {
  return /^\/contracts\/([0-9a-f-]{36})\/edit$/.exec(usePathname() ?? "")?.[1] ?? null;
}
