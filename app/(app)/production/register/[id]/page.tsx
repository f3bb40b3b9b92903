import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { LineDetail } from "@/components/production/line-detail";
import { NoPermission } from "@/components/ui/empty-state";
import { findLineDetail } from "@/lib/production/line-queries";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("production.register");
  return { title: t("title") };
}

/** One row of the production register (F07). */
export default async function TaskLinePage({ params }: PageProps<"/production/register/[id]">) {
  const { actor, allowed } = await gate("production:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const line = await findLineDetail(actor, id);
  if (!line) notFound();
  const papers = await papersOf(actor, { subjectType: "task_line", subjectId: id });
  return (
    <Messages namespaces={["production"]}>
      <LineDetail line={line} papers={papers} personName={actor.name} />
    </Messages>
  );
}
