import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ContractsToTask } from "@/components/production/contracts-to-task";
import { TaskForm } from "@/components/production/task-form";
import { NoPermission } from "@/components/ui/empty-state";
import { contractsToTask, newTaskForm } from "@/lib/production/task-form-query";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("production");
  return { title: t("new_notice") };
}

/** A new task notice: first the contract, then what of it is to be produced (R1.1.3-B1). */
export default async function NewTaskPage({ searchParams }: PageProps<"/production/notices/new">) {
  const { actor, allowed } = await gate("production:draft");
  if (!allowed) return <NoPermission />;
  const { contract } = await searchParams;
  const t = await getTranslations("production");
  const back = { href: "/production/notices", label: t("notices.title") };
  if (typeof contract !== "string") {
    return (
      <div className="stack">
        <PageHeader title={t("new_notice")} back={back} />
        <ContractsToTask contracts={await contractsToTask(actor)} />
      </div>
    );
  }
  const data = await newTaskForm(actor, contract);
  if (!data) notFound();
  return (
    <Messages namespaces={["production"]}>
      <div className="stack">
        <PageHeader
          title={t("new_notice")}
          sub={`${data.contract.contractNo} ${data.contract.customerName}`}
          back={back}
        />
        <TaskForm data={data} />
      </div>
    </Messages>
  );
}
