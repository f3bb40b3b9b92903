import { useTranslations } from "next-intl";
import { InlineNotice } from "@/components/ui/inline-notice";
import { formatDateTime } from "@/lib/i18n/format";
import type { SignatureRow } from "@/lib/server/signatures";

type Props = {
  signatures: readonly SignatureRow[];
  /** It was corrected and submitted again: whoever decides now reads what was asked for. */
  isResubmitted?: boolean;
};

/** Why it came back or was rejected, in sight where that matters; nothing when neither happened (R1.1.4-a). */
export function ReturnNotice({ signatures, isResubmitted = false }: Props) {
  const t = useTranslations("contracts.view");
  const last = isResubmitted
    ? signatures.findLast(({ decision }) => decision === "RETURN")
    : signatures.at(-1);
  if (!last || last.decision === "AGREE") return null;
  const words = isResubmitted
    ? "returned_before"
    : last.decision === "RETURN"
      ? "returned_by"
      : "rejected_by";
  return (
    <InlineNotice
      tone={last.decision === "REJECT" ? "danger" : "warn"}
      title={t(words, { name: last.signedByName, at: formatDateTime(last.signedAt) })}
    >
      {last.comment}
    </InlineNotice>
  );
}
