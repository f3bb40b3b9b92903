"use client";
import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { InlineNotice } from "@/components/ui/inline-notice";
import type { OrderRefusal } from "./use-order-entry";

/** Why the order was not taken; what belongs to a field or a cell stands beside it. */
export function OrderRefusalNotice({ refusal }: { refusal: OrderRefusal }) {
  const t = useTranslations("contracts.order");
  const { failure, unplaced, count } = refusal;
  const isAboutFields = failure.code.endsWith("invalid_input") && count > 0;
  return (
    <div id="order-refusal" tabIndex={-1}>
      {isAboutFields ? (
        <InlineNotice tone="danger">
          <div>{t("issues", { count })}</div>
          {unplaced.map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </InlineNotice>
      ) : (
        <RefusalNotice failure={failure} withIssues />
      )}
    </div>
  );
}
