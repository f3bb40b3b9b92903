import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadListState } from "@/components/data-table/list-params";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ProductRegister } from "@/components/products/product-register";
import { ButtonLink } from "@/components/ui/button-link";
import { NoPermission } from "@/components/ui/empty-state";
import { can, seesPrices } from "@/lib/auth/permissions";
import { listProducts, productList } from "@/lib/products/product-list";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("products");
  return { title: t("title") };
}

/** The products' register. */
export default async function ProductsPage({ searchParams }: PageProps<"/products">) {
  const { actor, allowed } = await gate("product:read");
  if (!allowed) return <NoPermission />;
  const t = await getTranslations("products");
  const state = await loadListState(searchParams, productList.filters ?? []);
  const page = await listProducts(actor, state);
  const mayCreate = can(actor, "product:edit");
  return (
    <Messages namespaces={["grid"]}>
      <PageHeader
        title={t("title")}
        actions={
          mayCreate ? <ButtonLink href="/products/new">{t("new_title")}</ButtonLink> : undefined
        }
      />
      <ProductRegister
        page={page}
        state={state}
        mayCreate={mayCreate}
        seesPrices={seesPrices(actor)}
      />
    </Messages>
  );
}
