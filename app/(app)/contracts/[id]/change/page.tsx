import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ChangeEntry } from "@/components/changes/change-entry";
import { Messages } from "@/components/layout/messages";
import { NoPermission } from "@/components/ui/empty-state";
import { changeStart } from "@/lib/changes/change-start";
import { orderScreen } from "@/lib/contracts/order-screen";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("changes");
  return { title: t("entry.page_title") };
}

type Props = { params: Promise<{ id: string }> };

/** The whole contract on the order screen, to be changed; what cannot be changed now is shown as it stands. */
export default async function ChangeContractPage({ params }: Props) {
  const { actor, allowed } = await gate("contract:draft");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const start = await changeStart(actor, id);
  if (!start) redirect(`/contracts/${id}` as Route);
  const screen = await orderScreen(actor);
  return (
    <Messages namespaces={["contracts", "grid", "credit", "changes"]}>
      <ChangeEntry key={id} start={start} {...screen} />
    </Messages>
  );
}
