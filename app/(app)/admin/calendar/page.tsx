import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { CalendarForm } from "@/components/settings/calendar-form";
import { CalendarTable } from "@/components/settings/calendar-table";
import { CalendarYear } from "@/components/settings/calendar-year";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { SectionCard } from "@/components/ui/section-card";
import { can } from "@/lib/auth/permissions";
import { yearOf } from "@/lib/core/calendar-date";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";
import { yearCalendar } from "@/lib/settings/working-days";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.calendar");
  return { title: t("title") };
}

/** The factory's working days: Monday to Friday, and the days that differ. */
export default async function CalendarPage({ searchParams }: PageProps<"/admin/calendar">) {
  const { actor, allowed } = await gate("company:read");
  if (!allowed) return <NoPermission />;
  const today = clock.today();
  const asked = Number.parseInt(String((await searchParams).year ?? ""), 10);
  const year = asked >= 2000 && asked <= 2100 ? asked : yearOf(today);
  const [t, days] = await Promise.all([getTranslations("settings.calendar"), yearCalendar(year)]);
  const mayEdit = can(actor, "company:edit");
  return (
    <Messages namespaces={["settings"]}>
      <div className="stack">
        <PageHeader
          title={t("title_of", { year: String(year) })}
          sub={t("intro")}
          actions={[year - 1, year + 1].map((other) => (
            <ButtonLink key={other} href={`/admin/calendar?year=${other}`} variant="default">
              {String(other)}
            </ButtonLink>
          ))}
        />
        {mayEdit ? (
          <SectionCard title={t("change")}>
            <CalendarForm from={today} />
          </SectionCard>
        ) : null}
        <SectionCard title={t("year")}>
          <CalendarYear year={year} days={days} today={today} />
        </SectionCard>
        <SectionCard title={t("exceptions")} flush>
          <CalendarTable days={days} mayEdit={mayEdit} />
        </SectionCard>
      </div>
    </Messages>
  );
}
