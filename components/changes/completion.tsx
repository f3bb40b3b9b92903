import { getTranslations } from "next-intl/server";
import { ActionButton } from "@/components/form/action-button";
import { DateText, DateTimeText } from "@/components/ui/date-text";
import { InlineNotice } from "@/components/ui/inline-notice";
import { SectionCard } from "@/components/ui/section-card";
import { completeContractAction } from "@/lib/changes/actions";
import type { CompletionState, ContractEnds } from "@/lib/changes/contract-ends";
import { ArchiveForm } from "./archive-form";

type Props = { ends: ContractEnds; today: string };

/** The end of a contract: what is still open, the registrar's confirmation, the file's place in the archive. */
export async function Completion({ ends, today }: Props) {
  const t = await getTranslations("changes.completion");
  const { completion, completed, mayComplete, mayArchive, contractId, rowVersion } = ends;
  const isNear = completion?.allDelivered === true;
  if (!isNear && !completed && !mayArchive && ends.archiveNo === "") return null;
  return (
    <SectionCard title={t("title")} id="completion">
      <div className="stack">
        {isNear && completion && !mayComplete ? (
          <InlineNotice tone="info">{openPoints(t, completion)}</InlineNotice>
        ) : null}
        {mayComplete ? (
          <>
            <InlineNotice tone="success">{t("ready")}</InlineNotice>
            <div>
              <ActionButton
                action={completeContractAction}
                input={{ contractId, rowVersion }}
                label={t("confirm")}
                tone="primary"
                comment="optional"
                confirm={{ effects: [t("effect"), t("effect_later")] }}
                doneMessage={t("done")}
              />
            </div>
          </>
        ) : null}
        {completed ? (
          <p>
            {t("completed", { name: completed.byName })} <DateTimeText at={completed.at} />
          </p>
        ) : null}
        {ends.archiveNo ? (
          <p>
            {t("archived", { archiveNo: ends.archiveNo })} <DateText date={ends.archivedOn} />
          </p>
        ) : null}
        {mayArchive ? (
          <ArchiveForm
            contractId={contractId}
            rowVersion={rowVersion}
            proposed={ends.proposedArchiveNo}
            today={today}
          />
        ) : null}
      </div>
    </SectionCard>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"changes.completion">>>;

function openPoints(t: Words, state: CompletionState): string {
  const { openPapers, goodsInHouse, openWork, openChange } = state;
  const open = [
    ...(openPapers > 0 ? [t("open_papers", { count: openPapers })] : []),
    ...(goodsInHouse > 0 ? [t("goods_in_house", { count: goodsInHouse })] : []),
    ...(openWork > 0 ? [t("open_work", { count: openWork })] : []),
    ...(openChange ? [t("open_change")] : []),
  ];
  return open.length > 0 ? t("waits", { what: open.join("；") }) : t("registrar");
}
