import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { TaskForm } from "@/components/production/task-form";
import { NoPermission } from "@/components/ui/empty-state";
import { taskDraftForm } from "@/lib/production/task-form-query";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("production");
  return { title: t("edit_notice") };
}

/** A draft of a task notice is changed. */
export default async function EditTaskPage({ params }: PageProps<"/production/notices/[id]/edit">) {
  const { actor, allowed } = await gate("production:draft");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const data = await taskDraftForm(actor, id);
  if (!data) notFound();
  const t = await getTranslations("production");
  return (
    <Messages namespaces={["production"]}>
      <div className="stack">
        <PageHeader
          title={t("edit_notice")}
          sub={`${data.contract.contractNo} ${data.contract.customerName}`}
          back={{ href: `/production/notices/${id}`, label: t("notice_title") }}
        />
        <TaskForm data={data} />
      </div>
    </Messages>
  );
}
