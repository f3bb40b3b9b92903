import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { TaskDetail } from "@/components/production/task-detail";
import { NoPermission } from "@/components/ui/empty-state";
import { findTaskDetail } from "@/lib/production/task-queries";
import { papersOf } from "@/lib/records/queries";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("production");
  return { title: t("notice_title") };
}

/** One production task notice (F06). */
export default async function TaskPage({ params }: PageProps<"/production/notices/[id]">) {
  const { actor, allowed } = await gate("production:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const task = await findTaskDetail(actor, id);
  if (!task) notFound();
  const papers = await papersOf(actor, { subjectType: "production_task", subjectId: id });
  return (
    <Messages namespaces={["production", "changes"]}>
      <TaskDetail task={task} papers={papers} today={clock.today()} />
    </Messages>
  );
}
