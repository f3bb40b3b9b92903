import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoticeForm } from "@/components/shipping/notice-form";
import { NoPermission } from "@/components/ui/empty-state";
import { gate } from "@/lib/server/session";
import { newNoticeForm } from "@/lib/shipping/notice-form-query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shipping");
  return { title: t("new_notice") };
}

/** A new shipping notice, copied from its contract (R1.2.1-b, c). */
export default async function NewNoticePage({ searchParams }: PageProps<"/shipping/notices/new">) {
  const { actor, allowed } = await gate("notice:write");
  if (!allowed) return <NoPermission />;
  const { contract } = await searchParams;
  const data = typeof contract === "string" ? await newNoticeForm(actor, contract) : null;
  if (!data) notFound();
  const t = await getTranslations("shipping");
  return (
    <Messages namespaces={["shipping"]}>
      <div className="stack">
        <PageHeader
          title={t("new_notice")}
          sub={`${data.contract.contractNo} ${data.contract.customerName}`}
          back={{ href: "/shipping/due", label: t("due.title") }}
        />
        <NoticeForm data={data} />
      </div>
    </Messages>
  );
}
