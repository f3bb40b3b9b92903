import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrderEntry } from "@/components/contracts/order-entry";
import { Messages } from "@/components/layout/messages";
import { NoPermission } from "@/components/ui/empty-state";
import { orderScreen } from "@/lib/contracts/order-screen";
import { newOrder } from "@/lib/contracts/order-start";
import { gate } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("contracts.order");
  return { title: t("title_new") };
}

type Props = {
  searchParams: Promise<{ form?: string; intake?: string; copy?: string; review?: string }>;
};

/**
 * A new order of either form; from an intake record with `?intake=`, like an earlier one with `?copy=`, from a
 * concluded review with `?review=`.
 */
export default async function NewOrderPage({ searchParams }: Props) {
  const { actor, allowed } = await gate("contract:draft");
  if (!allowed) return <NoPermission />;
  const { form, intake, copy, review } = await searchParams;
  const [start, screen] = await Promise.all([
    newOrder(actor, {
      form: form === "FORMAL" ? "FORMAL" : "VERBAL",
      intakeId: intake,
      copyId: copy,
      reviewId: review,
    }),
    orderScreen(actor),
  ]);
  return (
    <Messages namespaces={["contracts", "grid", "credit"]}>
      <OrderEntry
        key={`${form} ${intake} ${copy} ${review}`}
        start={start}
        attachments={[]}
        place={["new", intake, copy, review].filter(Boolean).join(" ")}
        {...screen}
      />
    </Messages>
  );
}
