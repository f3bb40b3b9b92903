"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { formatMoney } from "@/lib/i18n/format";
import { approveSlipAction } from "@/lib/shipping/actions";
import type { ApproveSlipInput } from "@/lib/shipping/schema";
import type { SlipDetail } from "@/lib/shipping/slip-queries";

/** The director signs the figures on this screen; when they have changed the page is drawn anew with the new ones. */
export function SlipApproveButton({ slip }: { slip: SlipDetail }) {
  const t = useTranslations("shipping");
  const router = useRouter();
  const { credit } = slip;
  if (!credit) return null;
  const approve = async (input: ApproveSlipInput, key: string) => {
    const result = await approveSlipAction(input, key);
    if (!result.ok && result.error.code === "shipping.figures_changed") router.refresh();
    return result;
  };
  return (
    <ActionButton
      action={approve}
      signs="slip:sign_director"
      input={{
        slipId: slip.id,
        rowVersion: slip.rowVersion,
        shownExposure: credit.exposureAfter,
        shownViolations: credit.violations,
      }}
      label={t("actions.approve")}
      tone="primary"
      comment="required"
      confirm={{
        effects: [
          ...credit.violations.map((violation) => t(`violation.${violation}`)),
          t("effects.approve_until", { exposure: formatMoney(credit.exposureAfter) }),
          t("effects.approve_only"),
        ],
      }}
    />
  );
}
