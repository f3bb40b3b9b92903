"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/form/action-button";
import { ButtonLink } from "@/components/ui/button-link";
import { SectionCard } from "@/components/ui/section-card";
import { makeContractAction } from "@/lib/walkin/actions";
import type { WalkInDetail } from "@/lib/walkin/queries";

/** The goods are out: the contract is made from them, or the way to it (R1.2.4-b). */
export function ContractAfterwards({ walkIn }: { walkIn: WalkInDetail }) {
  const t = useTranslations("walkin");
  const router = useRouter();
  const mayMake = walkIn.commands.includes("make_contract");
  if (!mayMake && (!walkIn.contractId || walkIn.status === "CONTRACT_EFFECTIVE")) return null;
  return (
    <SectionCard title={t("sections.contract")} clause="R1.2.4-b">
      <p>{t("contract_help")}</p>
      {mayMake ? (
        <ActionButton
          action={makeContractAction}
          input={{ walkInId: walkIn.id, rowVersion: walkIn.rowVersion }}
          label={t("actions.make_contract")}
          tone="primary"
          doneMessage={null}
          onDone={({ contractId }) => router.push(`/contracts/${contractId}/edit` as "/contracts")}
        />
      ) : (
        <ButtonLink href={`/contracts/${walkIn.contractId}`}>
          {t("actions.open_contract")}
        </ButtonLink>
      )}
    </SectionCard>
  );
}
