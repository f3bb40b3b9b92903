import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ProductForm } from "@/components/products/product-form";
import { NoPermission } from "@/components/ui/empty-state";
import { newProductValues } from "@/lib/products/form-values";
import { reservedRights } from "@/lib/products/policy";
import { listSpecialists } from "@/lib/products/queries";
import { gate } from "@/lib/server/session";
import { listUnits } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("products");
  return { title: t("new_title") };
}

/** Puts a product on the list; `?name=` is what was typed where the product was not found. */
export default async function NewProductPage({ searchParams }: PageProps<"/products/new">) {
  const { actor, allowed } = await gate("product:edit");
  if (!allowed) return <NoPermission />;
  const [t, { name }, units, specialists] = await Promise.all([
    getTranslations("products"),
    searchParams,
    listUnits(),
    listSpecialists(),
  ]);
  return (
    <Messages namespaces={["products"]}>
      <PageHeader title={t("new_title")} back={{ href: "/products", label: t("title") }} />
      <ProductForm
        values={newProductValues(typeof name === "string" ? name.slice(0, 80) : "")}
        units={units
          .filter(({ active }) => active)
          .map((unit) => ({ value: unit.name, label: unit.name }))}
        specialists={specialists.map(({ id, displayName }) => ({ value: id, label: displayName }))}
        rights={reservedRights(actor)}
      />
    </Messages>
  );
}
