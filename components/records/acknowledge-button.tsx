import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { acknowledgeAction } from "@/lib/records/actions";

/** The holder of a paper takes note of its change (Q38). */
export function AcknowledgeButton({ id }: { id: string }) {
  const t = useTranslations("changes.acknowledgements");
  return (
    <ActionButton
      action={acknowledgeAction}
      input={{ acknowledgementId: id }}
      label={t("give")}
      tone="primary"
      size="xs"
      doneMessage={t("done")}
    />
  );
}
