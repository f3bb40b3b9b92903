import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OrderEntry } from "@/components/contracts/order-entry";
import { Messages } from "@/components/layout/messages";
import { NoPermission } from "@/components/ui/empty-state";
import { orderScreen } from "@/lib/contracts/order-screen";
import { savedOrder } from "@/lib/contracts/order-start";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contracts.order");
  return { title: t("title_edit") };
}

type Props = { params: Promise<{ id: string }> };

/** A saved draft, to be completed; what is no draft any more is shown as the contract it has become. */
export default async function EditOrderPage({ params }: Props) {
  const { actor, allowed } = await gate("contract:draft");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const start = await savedOrder(actor, id);
  if (!start) redirect(`/contracts/${id}` as Route);
  const [screen, { attachments, signatures }] = await Promise.all([
    orderScreen(actor),
    papersOf(actor, { subjectType: "contract", subjectId: id }),
  ]);
  return (
    <Messages namespaces={["contracts", "grid", "credit"]}>
      <OrderEntry key={id} {...{ start, attachments, signatures }} place={id} {...screen} />
    </Messages>
  );
}
