import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { AssignDutyForm } from "@/components/people/assign-duty-form";
import { DutyTable } from "@/components/people/duty-table";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { can } from "@/lib/auth/permissions";
import { listActivePeople, listDuties } from "@/lib/people/queries";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.duties");
  return { title: t("title") };
}

/** Who is the designated person of which clause (F47). */
export default async function DutiesPage() {
  const { actor, allowed } = await gate("duty:read");
  if (!allowed) return <NoPermission />;
  const [t, duties, people] = await Promise.all([
    getTranslations("people.duties"),
    listDuties(actor),
    listActivePeople(),
  ]);
  const mayAssign = can(actor, "duty:assign");
  const today = clock.today();
  return (
    <Messages namespaces={["people"]}>
      <div className="stack">
        <PageHeader title={t("title")} sub={t("intro")} />
        {mayAssign ? (
          <SectionCard title={t("assign_title")}>
            <AssignDutyForm people={people} today={today} />
          </SectionCard>
        ) : null}
        <SectionCard title={t("title")} flush>
          <DutyTable duties={duties} mayEnd={mayAssign} today={today} />
        </SectionCard>
      </div>
    </Messages>
  );
}
