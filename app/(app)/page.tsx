import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { RejectedCard } from "@/components/home/rejected-card";
import { WorkBoard } from "@/components/home/work-board";
import { PageHeader } from "@/components/layout/page-header";
import { formatDate } from "@/lib/i18n/format";
import { recentRejections } from "@/lib/records/rejections";
import { clock } from "@/lib/server/clock";
import { pageActor } from "@/lib/server/session";
import { listWorkItems } from "@/lib/server/work-items";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("home");
  return { title: t("title") };
}

/** What waits for the person who is signed in, the most pressing first. */
export default async function HomePage() {
  const actor = await pageActor();
  const [t, locale, items, rejections] = await Promise.all([
    getTranslations("home"),
    getLocale(),
    listWorkItems(actor),
    recentRejections(actor),
  ]);
  const date = formatDate(clock.today(), "long", locale);
  const overdue = items.filter(({ isOverdue }) => isOverdue).length;
  return (
    <>
      <PageHeader
        title={t("greeting", { name: actor.name, date })}
        sub={t("summary", { total: items.length, overdue })}
      />
      <WorkBoard items={items} />
      <RejectedCard rejections={rejections} />
    </>
  );
}
