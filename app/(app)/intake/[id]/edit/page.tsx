import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { optionsFrom } from "@/components/data-table/columns-of";
import { IntakeForm } from "@/components/intake/intake-form";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { isUuid } from "@/lib/core/uuid";
import { CUSTOMER_CATEGORIES } from "@/lib/customers/schema";
import { intakeValues } from "@/lib/intake/intake-start";
import { findIntake } from "@/lib/intake/queries";
import { gate } from "@/lib/server/session";
import { listUnits } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("intake.view");
  return { title: t("edit") };
}

/** An open record, to be completed; a closed one is only shown. */
export default async function EditIntakePage({ params }: PageProps<"/intake/[id]/edit">) {
  const { actor, allowed } = await gate("intake:record");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const intake = isUuid(id) ? await findIntake(actor, id) : null;
  if (!intake?.mayEdit) redirect(`/intake/${id}` as Route);
  const [t, words, units] = await Promise.all([
    getTranslations("intake"),
    getTranslations(),
    listUnits(undefined, { activeOnly: true }),
  ]);
  return (
    <Messages namespaces={["intake", "grid"]}>
      <PageHeader
        number={intake.docNo}
        title={t("view.edit")}
        back={{ href: `/intake/${id}`, label: intake.customerName }}
      />
      <IntakeForm
        intakeId={intake.id}
        rowVersion={intake.rowVersion}
        values={intakeValues(intake)}
        lines={intake.lines.map(({ id: _, ...line }) => line)}
        units={units.map(({ name }) => name)}
        categories={optionsFrom(CUSTOMER_CATEGORIES, words, "customers.category")}
      />
    </Messages>
  );
}
