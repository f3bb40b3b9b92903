import { getTranslations } from "next-intl/server";
import { SectionCard } from "@/components/ui/section-card";
import type { ContractEnds } from "@/lib/changes/contract-ends";
import { RemarkForm } from "./remark-form";

/** Harmless remarks of a contract in force: edited without a change, and logged (Q38). */
export async function Remarks({ ends }: { ends: ContractEnds }) {
  const t = await getTranslations("changes.remarks");
  if (!ends.mayEditRemarks) return null;
  const { remarks, contractId, rowVersion } = ends;
  return (
    <SectionCard title={t("title")}>
      <details>
        <summary>{t("open")}</summary>
        <RemarkForm contractId={contractId} rowVersion={rowVersion} remarks={remarks} />
      </details>
    </SectionCard>
  );
}
