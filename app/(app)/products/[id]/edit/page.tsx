import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ProductForm } from "@/components/products/product-form";
import { NoPermission } from "@/components/ui/empty-state";
import { productValues } from "@/lib/products/form-values";
import { reservedRights } from "@/lib/products/policy";
import { findProduct, listSpecialists } from "@/lib/products/queries";
import { gate } from "@/lib/server/session";
import { listUnits } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("products");
  return { title: t("edit_title") };
}

/** Changes a product. */
export default async function EditProductPage({ params }: PageProps<"/products/[id]/edit">) {
  const { actor, allowed } = await gate("product:edit");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const product = await findProduct(actor, id);
  if (!product) notFound();
  const [t, units, specialists] = await Promise.all([
    getTranslations("products"),
    listUnits(),
    listSpecialists(),
  ]);
  const offered = units.filter(({ active, name }) => active || name === product.unit);
  return (
    <Messages namespaces={["products"]}>
      <PageHeader
        number={product.productCode}
        title={`${product.name} ${product.spec}`}
        back={{ href: `/products/${id}`, label: t("back_to_product") }}
      />
      <ProductForm
        values={productValues(product)}
        units={offered.map((unit) => ({ value: unit.name, label: unit.name }))}
        specialists={specialists.map((person) => ({ value: person.id, label: person.displayName }))}
        rights={reservedRights(actor)}
      />
    </Messages>
  );
}
