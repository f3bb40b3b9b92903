import { useTranslations } from "next-intl";
import { SectionCard } from "@/components/ui/section-card";
import type { OpenMatters } from "@/lib/people/open-matters";
import type { PersonChoice, PersonRow } from "@/lib/people/queries";
import { AccountActions } from "./account-actions";
import { EditPersonForm } from "./edit-person-form";
import { LeavingForm } from "./leaving-form";
import { OpenMattersList } from "./open-matters-list";

type Props = {
  person: PersonRow;
  matters: OpenMatters;
  successors: readonly PersonChoice[];
  departments: readonly string[];
  isSelf: boolean;
};

/** One account: who it is, what can be done with it, and how it is left. */
export function PersonDetail({ person, matters, successors, departments, isSelf }: Props) {
  const t = useTranslations("people");
  const hasLeft = person.state === "left";
  return (
    <div className="stack">
      {hasLeft ? null : (
        <SectionCard title={t("details")}>
          <EditPersonForm key={person.rowVersion} person={person} departments={departments} />
        </SectionCard>
      )}
      <SectionCard title={t("account")}>
        <AccountActions person={person} isSelf={isSelf} />
      </SectionCard>
      {hasLeft || isSelf ? null : (
        <SectionCard title={t("leaving.title")}>
          <div className="stack">
            <p>{t("leaving.intro")}</p>
            <OpenMattersList matters={matters} />
            <LeavingForm
              key={person.rowVersion}
              personId={person.id}
              rowVersion={person.rowVersion}
              successors={successors}
              needsSuccessor={
                matters.workItems.length + matters.duties.length + matters.customers > 0
              }
            />
          </div>
        </SectionCard>
      )}
    </div>
  );
}
