import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { optionsFrom } from "@/components/data-table/columns-of";
import { IntakeForm } from "@/components/intake/intake-form";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { NoPermission } from "@/components/ui/empty-state";
import { CUSTOMER_CATEGORIES } from "@/lib/customers/schema";
import { blankIntake } from "@/lib/intake/intake-start";
import { gate } from "@/lib/server/session";
import { listUnits } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("intake");
  return { title: t("new") };
}

/** A call, fax or mail that does not become an order at once. */
export default async function NewIntakePage() {
  const { allowed } = await gate("intake:record");
  if (!allowed) return <NoPermission />;
  const [t, words, units] = await Promise.all([
    getTranslations("intake"),
    getTranslations(),
    listUnits(undefined, { activeOnly: true }),
  ]);
  return (
    <Messages namespaces={["intake", "grid"]}>
      <PageHeader title={t("new")} back={{ href: "/intake", label: t("title") }} />
      <IntakeForm
        intakeId={null}
        rowVersion={null}
        values={blankIntake()}
        lines={[]}
        units={units.map(({ name }) => name)}
        categories={optionsFrom(CUSTOMER_CATEGORIES, words, "customers.category")}
      />
    </Messages>
  );
}
