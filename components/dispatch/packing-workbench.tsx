"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RefusalNotice } from "@/components/form/refusal-notice";
import { SectionCard } from "@/components/ui/section-card";
import { boxPackingAction, savePackingAction } from "@/lib/dispatch/actions";
import { BoxPanel, type BoxValues } from "./box-panel";
import { BoxesForm } from "./boxes-form";
import type { PackingValues } from "./packing-values";
import { TickList } from "./tick-list";
import { type PackingWork, usePackingTicks } from "./use-packing-ticks";

type Props = {
  packing: PackingWork;
  checkers: readonly { id: string; displayName: string }[];
  actorId: string;
};

/** A packing list at work: divide, check line by line, box. All three write with the newest version. */
export function PackingWorkbench({ packing, checkers, actorId }: Props) {
  const t = useTranslations("dispatch");
  const { ticked, tick, failure, currentVersion } = usePackingTicks(packing);
  const [isUnsaved, setIsUnsaved] = useState(false);

  const save = async (values: PackingValues, key: string) =>
    savePackingAction({ ...values, rowVersion: await currentVersion() }, key);
  const box = async (values: BoxValues, key: string) =>
    boxPackingAction({ ...values, rowVersion: await currentVersion() }, key);

  const untickedCount = packing.lines.filter(({ id }) => !ticked.has(id)).length;
  return (
    <>
      <SectionCard title={t("boxes.title")} clause="R1.2.2-d">
        <BoxesForm packing={packing} action={save} onDirty={setIsUnsaved} />
      </SectionCard>
      <SectionCard title={t("lines.title")} clause="R1.2.2-f" flush>
        {failure ? <RefusalNotice failure={failure} /> : null}
        <TickList
          lines={packing.lines}
          boxCount={packing.boxes.length}
          ticked={ticked}
          onTick={tick}
        />
      </SectionCard>
      <SectionCard title={t("box.title")} clause="R1.2.2-f">
        <BoxPanel
          packing={packing}
          checkers={checkers}
          actorId={actorId}
          untickedCount={untickedCount}
          isUnsaved={isUnsaved}
          action={box}
        />
      </SectionCard>
    </>
  );
}
