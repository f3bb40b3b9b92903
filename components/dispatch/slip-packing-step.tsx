import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionCard } from "@/components/ui/section-card";
import { StartPackingButton } from "./start-packing-button";

type Props = {
  slipId: string;
  step: { packingListId: string; docNo: string | null } | "start";
};

/** On an issued slip: the way to its packing list, or its start (R1.2.2-d). */
export function SlipPackingStep({ slipId, step }: Props) {
  const t = useTranslations("dispatch");
  return (
    <SectionCard title={t("packing_title")} clause="R1.2.2-d">
      {step === "start" ? (
        <StartPackingButton slipId={slipId} primary />
      ) : (
        <ButtonLink variant="default" href={`/shipping/packing/${step.packingListId}`}>
          {step.docNo ?? t("packing_title")}
        </ButtonLink>
      )}
    </SectionCard>
  );
}
