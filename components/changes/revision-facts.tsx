import { getTranslations } from "next-intl/server";
import { DateText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { MoneyText } from "@/components/ui/money-text";
import type { RevisionRow } from "@/lib/changes/queries";

/** Why the contract is changed and what that does to its total: the decision in words. */
export async function RevisionFacts({ revision }: { revision: RevisionRow }) {
  const t = await getTranslations("changes");
  return (
    <DescriptionList
      items={[
        { label: t("reason"), value: revision.reason, wide: true },
        {
          label: t("total"),
          value: (
            <>
              <MoneyText amount={revision.totalBefore} /> →{" "}
              <MoneyText amount={revision.totalAfter} bold />
            </>
          ),
        },
        { label: t("drafted_by"), value: revision.draftedByName },
        ...(revision.effectiveOn
          ? [{ label: t("effective_on"), value: <DateText date={revision.effectiveOn} /> }]
          : []),
        ...(revision.cancelReason
          ? [{ label: t("cancel_reason"), value: revision.cancelReason, wide: true }]
          : []),
      ]}
    />
  );
}
