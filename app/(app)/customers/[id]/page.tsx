import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CustomerFile } from "@/components/customers/customer-file";
import { Messages } from "@/components/layout/messages";
import { NoPermission } from "@/components/ui/empty-state";
import { creditStanding } from "@/lib/credit/queries";
import { listTermChangesOf } from "@/lib/credit/term-change-queries";
import { findCustomer } from "@/lib/customers/queries";
import { papersOf } from "@/lib/records/queries";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("customers");
  return { title: t("file_title") };
}

/** One customer's file; a merged one leads to the file that stayed. */
export default async function CustomerPage({ params }: PageProps<"/customers/[id]">) {
  const { actor, allowed } = await gate("customer:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const customer = await findCustomer(actor, id);
  if (!customer) notFound();
  if (customer.mergedIntoId) redirect(`/customers/${customer.mergedIntoId}`);
  const [standing, changes, papers] = await Promise.all([
    creditStanding(id),
    listTermChangesOf(actor, id),
    papersOf(actor, { subjectType: "customer", subjectId: id }),
  ]);
  return (
    <Messages namespaces={["customers", "grid"]}>
      <CustomerFile {...{ actor, customer, standing, changes, papers }} today={clock.today()} />
    </Messages>
  );
}
