import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { AttachmentsPanel } from "@/components/records/attachments-panel";
import { CommentsPanel } from "@/components/records/comments-panel";
import { ButtonLink } from "@/components/ui/button-link";
import { DateText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { type Actor, can, seesPrices } from "@/lib/auth/permissions";
import { formatQuantity } from "@/lib/i18n/format";
import type { ProductView } from "@/lib/products/queries";
import type { ProductCategory } from "@/lib/products/schema";
import type { papersOf } from "@/lib/records/queries";
import { ActiveButton } from "./active-button";
import { PriceCard } from "./price-card";
import { ProductTimeline } from "./product-timeline";
import { StandardForm } from "./standard-form";

type Props = {
  actor: Actor;
  product: ProductView;
  papers: Awaited<ReturnType<typeof papersOf>>;
  specialists: readonly { value: string; label: string }[];
};

/** One product: what it is, prices where they may be seen, papers, and who decides what about it. */
export function ProductSheet({ actor, product, papers, specialists }: Props) {
  const t = useTranslations("products");
  const tc = useTranslations("common.actions");
  const mayEdit = can(actor, "product:edit");
  const subject = { subjectType: "product", subjectId: product.id } as const;
  return (
    <>
      <PageHeader
        number={product.productCode}
        title={`${product.name} ${product.spec}`}
        badge={product.active ? undefined : <StateBadge tone="voided" label={t("state.resting")} />}
        back={{ href: "/products", label: t("title") }}
        remember={`${product.name} ${product.spec}`}
        actions={
          mayEdit ? (
            <ButtonLink href={`/products/${product.id}/edit`}>{tc("edit")}</ButtonLink>
          ) : undefined
        }
      />
      <div className="detail-grid">
        <div className="stack">
          <ProductFacts product={product} />
          {seesPrices(actor) ? <PriceCard product={product} /> : null}
          {can(actor, "product:standard") && !mayEdit ? (
            <StandardForm key={product.rowVersion} product={product} specialists={specialists} />
          ) : null}
        </div>
        <div className="stack">
          <ProductTimeline history={papers.history} />
          <AttachmentsPanel
            {...subject}
            items={papers.attachments}
            canAdd={papers.mayAttach}
            title={t("sections.papers")}
          />
          <CommentsPanel {...subject} items={papers.comments} canAdd={papers.mayAttach} />
        </div>
      </div>
      {mayEdit ? (
        <StickyActionBar>
          <ActiveButton id={product.id} rowVersion={product.rowVersion} active={product.active} />
        </StickyActionBar>
      ) : null}
    </>
  );
}

function ProductFacts({ product }: { product: ProductView }) {
  const t = useTranslations("products");
  const tw = useTranslations("common.words");
  const yesNo = (value: boolean) => (value ? tw("yes") : tw("no"));
  const quantity = (value: string | null) => value && formatQuantity(value, product.unit);
  const { packs, unit } = product;
  return (
    <SectionCard title={t("sections.identity")}>
      <DescriptionList
        items={[
          { label: t("fields.name"), value: product.name },
          { label: t("fields.spec"), value: product.spec },
          {
            label: t("fields.category"),
            value: t(`category.${product.category as ProductCategory}`),
          },
          {
            label: t("fields.drawing_no"),
            value: [product.drawingNo, product.drawingRev].filter(Boolean).join(" / "),
          },
          { label: t("fields.material"), value: product.material },
          { label: t("fields.coating"), value: product.coating },
          { label: t("fields.accuracy_grade"), value: product.accuracyGrade },
          { label: t("fields.shank"), value: product.shank },
          { label: t("fields.brand"), value: product.brand },
          { label: t("fields.quality_standard"), value: product.qualityStandard },
          { label: t("fields.unit"), value: unit },
          {
            label: t("sections.packs"),
            value: packs
              .map((pack) =>
                t("pack", { pack: pack.unit, quantity: formatQuantity(pack.factor, unit) }),
              )
              .join("；"),
          },
          { label: t("fields.is_standard"), value: yesNo(product.isStandard) },
          {
            label: t("fields.first_produced_on"),
            value: product.firstProducedOn ? (
              <DateText date={product.firstProducedOn} />
            ) : (
              t("state.unproduced")
            ),
          },
          { label: t("fields.is_tool"), value: yesNo(product.isTool) },
          { label: t("fields.specialist"), value: product.specialistName },
          { label: t("fields.min_stock"), value: quantity(product.minStock) },
          { label: t("fields.max_stock"), value: quantity(product.maxStock) },
          {
            label: t("fields.lead_time_days"),
            value: product.leadTimeDays === null ? null : t("days", { days: product.leadTimeDays }),
          },
          { label: t("fields.remark"), value: product.remark, wide: true },
        ]}
      />
    </SectionCard>
  );
}
