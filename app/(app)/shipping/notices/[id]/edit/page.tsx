import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoticeForm } from "@/components/shipping/notice-form";
import { NoPermission } from "@/components/ui/empty-state";
import { gate } from "@/lib/server/session";
import { noticeDraftForm } from "@/lib/shipping/notice-form-query";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shipping");
  return { title: t("edit_notice") };
}

/** A draft of a shipping notice is changed. */
export default async function EditNoticePage({ params }: PageProps<"/shipping/notices/[id]/edit">) {
  const { actor, allowed } = await gate("notice:write");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const data = await noticeDraftForm(actor, id);
  if (!data) notFound();
  const t = await getTranslations("shipping");
  return (
    <Messages namespaces={["shipping"]}>
      <div className="stack">
        <PageHeader
          title={t("edit_notice")}
          sub={`${data.contract.contractNo} ${data.contract.customerName}`}
          back={{ href: `/shipping/notices/${id}`, label: t("notice_title") }}
        />
        <NoticeForm data={data} />
      </div>
    </Messages>
  );
}
