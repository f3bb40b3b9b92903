import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IntakeView } from "@/components/intake/intake-view";
import { Messages } from "@/components/layout/messages";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { contractsOfIntake } from "@/lib/contracts/queries";
import { isUuid } from "@/lib/core/uuid";
import { findIntake } from "@/lib/intake/queries";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("intake.view");
  return { title: t("page_title") };
}

/** One intake record. */
export default async function IntakeDetailPage({ params }: PageProps<"/intake/[id]">) {
  const { actor, allowed } = await gate("intake:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const intake = isUuid(id) ? await findIntake(actor, id) : null;
  if (!intake) notFound();
  const [papers, contracts] = await Promise.all([
    papersOf(actor, { subjectType: "intake", subjectId: id }),
    can(actor, "contract:read") ? contractsOfIntake(id) : [],
  ]);
  return (
    <Messages namespaces={["intake"]}>
      <IntakeView
        {...{ intake, papers, contracts }}
        mayDraft={can(actor, "contract:draft")}
        mayReview={can(actor, "review:draft")}
      />
    </Messages>
  );
}
