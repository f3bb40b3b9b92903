import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { OpenChanges } from "@/components/records/open-changes";
import { NoticeDetail } from "@/components/shipping/notice-detail";
import { NoPermission } from "@/components/ui/empty-state";
import { openAcknowledgementsOf } from "@/lib/records/acknowledgements";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";
import { findNoticeDetail } from "@/lib/shipping/notice-queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shipping");
  return { title: t("notice_title") };
}

/** One shipping notice (F09). */
export default async function NoticePage({ params }: PageProps<"/shipping/notices/[id]">) {
  const { actor, allowed } = await gate("notice:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const notice = await findNoticeDetail(actor, id);
  if (!notice) notFound();
  const [papers, changes] = await Promise.all([
    papersOf(actor, { subjectType: "shipping_notice", subjectId: id }),
    openAcknowledgementsOf(actor, id),
  ]);
  return (
    <Messages namespaces={["shipping"]}>
      <OpenChanges rows={changes} />
      <NoticeDetail notice={notice} papers={papers} />
    </Messages>
  );
}
