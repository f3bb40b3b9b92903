import { useTranslations } from "next-intl";
import { InlineNotice } from "@/components/ui/inline-notice";
import { formatDateTime } from "@/lib/i18n/format";
import type { SignatureRow } from "@/lib/server/signatures";

/** Why a draft came back, in sight where it is corrected; nothing when it was not returned (R1.1.4-a). */
export function ReturnNotice({ signatures }: { signatures: readonly SignatureRow[] }) {
  const t = useTranslations("contracts.view");
  const last = signatures.at(-1);
  if (last?.decision !== "RETURN") return null;
  return (
    <InlineNotice
      tone="warn"
      title={t("returned_by", { name: last.signedByName, at: formatDateTime(last.signedAt) })}
    >
      {last.comment}
    </InlineNotice>
  );
}
