import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { UnitPriceText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import type { ProductView } from "@/lib/products/queries";

/** The list price and what it is for each kind of customer (Q33). */
export function PriceCard({ product }: { product: ProductView }) {
  const t = useTranslations("products");
  const tc = useTranslations("customers.category");
  return (
    <SectionCard title={t("sections.prices")}>
      <DescriptionList
        items={[
          {
            label: t("fields.list_price"),
            value: product.listPrice ? (
              <UnitPriceText price={product.listPrice} />
            ) : (
              t("state.unpriced")
            ),
          },
          ...product.levelPrices.map(({ category, price }) => ({
            label: t("level_of", { category: tc(category) }),
            value: <UnitPriceText price={price} />,
          })),
        ]}
      />
    </SectionCard>
  );
}
