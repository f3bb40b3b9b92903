"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/form/action-form";
import { QuantityFormField } from "@/components/form/figure-fields";
import { useActionForm } from "@/components/form/use-action-form";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import { SubmitButton } from "@/components/ui/submit-button";
import { countWalkInAction } from "@/lib/walkin/actions";
import type { WalkInDetail } from "@/lib/walkin/queries";
import { countWalkInInput } from "@/lib/walkin/schema";
import { WalkInProduct } from "./walk-in-lines";

/** One side's count, line by line; nothing is filled in, so nothing is counted by pressing a key (R1.2.4-a). */
export function CountForm({ walkIn }: { walkIn: WalkInDetail }) {
  const t = useTranslations("walkin");
  const own = (line: WalkInDetail["lines"][number]) =>
    (walkIn.isKeeper ? line.countedByKeeper : line.countedByClerk) ?? "";
  const isCounted = walkIn.lines.every((line) => own(line) !== "");
  const action = useActionForm({
    schema: countWalkInInput,
    action: countWalkInAction,
    defaultValues: {
      walkInId: walkIn.id,
      rowVersion: walkIn.rowVersion,
      counts: Object.fromEntries(walkIn.lines.map((line) => [line.id, own(line)])),
    },
    successMessage: t("count.saved"),
  });
  const title = t(walkIn.isKeeper ? "count.title_keeper" : "count.title_clerk");
  return (
    <SectionCard title={title} clause="R1.2.4-a">
      <ActionForm {...action} label={title} guard={false}>
        <p>{t("count.intro")}</p>
        <PlainTable
          caption={title}
          head={[t("lines.no"), t("lines.product"), t("count.counted")]}
          rows={walkIn.lines.map((line) => ({
            id: line.id,
            cells: [
              line.lineNo,
              <WalkInProduct key="product" line={line} />,
              <QuantityFormField
                key="counted"
                name={`counts.${line.id}`}
                label={`${t("count.counted")} ${line.lineNo}`}
                unit={line.unit}
              />,
            ],
          }))}
        />
        <div>
          <SubmitButton>{t(isCounted ? "actions.recount" : "count.save")}</SubmitButton>
        </div>
      </ActionForm>
    </SectionCard>
  );
}
