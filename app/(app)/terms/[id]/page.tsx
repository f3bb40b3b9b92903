import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TermDocument } from "@/components/credit/term-document";
import { Messages } from "@/components/layout/messages";
import { NoPermission } from "@/components/ui/empty-state";
import { findTermChange, mayReadTerms } from "@/lib/credit/term-change-queries";
import { papersOf } from "@/lib/records/queries";
import { pageActor } from "@/lib/server/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("credit");
  return { title: t("doc_title") };
}

/** One settlement-term change; delegates of the signers see it too. */
export default async function TermChangePage({ params }: PageProps<"/terms/[id]">) {
  const actor = await pageActor();
  if (!mayReadTerms(actor)) return <NoPermission />;
  const { id } = await params;
  const change = await findTermChange(actor, id);
  if (!change) notFound();
  const papers = await papersOf(actor, { subjectType: "term_change", subjectId: id });
  return (
    <Messages namespaces={["credit"]}>
      <TermDocument change={change} papers={papers} />
    </Messages>
  );
}
