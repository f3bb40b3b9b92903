"use client";
import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { InlineNotice } from "@/components/ui/inline-notice";
import type { OrderRefusal } from "./use-order-entry";

/** Where a rule about the whole order is put right; the server names the rule, not the field. */
const FIELD_OF: Readonly<Record<string, "agreedPrice" | "readBackConfirmed">> = {
  "contracts.terms_agreed": "agreedPrice",
  "contracts.read_back": "readBackConfirmed",
};

type Props = {
  refusal: OrderRefusal;
  onGoTo: (field: "agreedPrice" | "readBackConfirmed") => void;
};

/** Why the order was not taken; what belongs to a field or a cell stands beside it. */
export function OrderRefusalNotice({ refusal, onGoTo }: Props) {
  const t = useTranslations("contracts.order");
  const { failure, unplaced, count } = refusal;
  const isAboutFields = failure.code.endsWith("invalid_input") && count > 0;
  const field = FIELD_OF[failure.code];
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
      {field ? (
        <Button mt={4} size="compact-sm" variant="default" onClick={() => onGoTo(field)}>
          {t("go_there")}
        </Button>
      ) : null}
    </div>
  );
}
