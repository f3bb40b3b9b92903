import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RevisionInbox } from "@/components/changes/revision-inbox";
import { ApprovalInbox } from "@/components/contracts/approval-inbox";
import { OtherDecisions } from "@/components/contracts/other-decisions";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { can, PERMISSION_NAMES, permissionRule } from "@/lib/auth/permissions";
import { revisionInbox } from "@/lib/changes/queries";
import { inboxWithCredit } from "@/lib/contracts/inbox";
import { pageActor } from "@/lib/server/session";
import { listWorkItems } from "@/lib/server/work-items";

/** Whatever a delegation can lend is signed from here. */
const SIGNING = PERMISSION_NAMES.filter((permission) => permissionRule(permission).delegable);

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contracts.inbox");
  return { title: t("title") };
}

/** What waits for this person's signature. */
export default async function ApprovalsPage() {
  const actor = await pageActor();
  if (!SIGNING.some((permission) => can(actor, permission))) return <NoPermission />;
  const [t, items, revisions, workItems] = await Promise.all([
    getTranslations("contracts.inbox"),
    inboxWithCredit(actor),
    revisionInbox(actor),
    listWorkItems(actor),
  ]);
  return (
    <Messages namespaces={["contracts", "changes"]}>
      <div className="stack">
        <PageHeader title={t("title")} sub={t("sub", { count: items.length + revisions.length })} />
        <OtherDecisions items={workItems} />
        <RevisionInbox items={revisions} />
        {items.length > 0 || revisions.length === 0 ? <ApprovalInbox items={items} /> : null}
      </div>
    </Messages>
  );
}
