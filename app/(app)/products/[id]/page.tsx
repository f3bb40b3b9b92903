import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { ProductSheet } from "@/components/products/product-sheet";
import { NoPermission } from "@/components/ui/empty-state";
import { findProduct, listSpecialists } from "@/lib/products/queries";
import { papersOf } from "@/lib/records/queries";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("products");
  return { title: t("product_title") };
}

/** One product. */
export default async function ProductPage({ params }: PageProps<"/products/[id]">) {
  const { actor, allowed } = await gate("product:read");
  if (!allowed) return <NoPermission />;
  const { id } = await params;
  const product = await findProduct(actor, id);
  if (!product) notFound();
  const [papers, specialists] = await Promise.all([
    papersOf(actor, { subjectType: "product", subjectId: id }),
    listSpecialists(),
  ]);
  return (
    <Messages namespaces={["products"]}>
      <ProductSheet
        actor={actor}
        product={product}
        papers={papers}
        specialists={specialists.map((person) => ({ value: person.id, label: person.displayName }))}
      />
    </Messages>
  );
}
