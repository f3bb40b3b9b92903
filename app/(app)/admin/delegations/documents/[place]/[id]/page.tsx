import type { Route } from "next";
import { notFound, redirect } from "next/navigation";
import { isUuid } from "@/lib/core/uuid";
import { SUBJECTS } from "@/lib/records/subjects";
import { pageActor } from "@/lib/server/session";

/** Leads from the list of delegates' acts to the page of the document. */
export default async function SignedDocumentPage({
  params,
}: PageProps<"/admin/delegations/documents/[place]/[id]">) {
  await pageActor();
  const { place, id } = await params;
  const subject = Object.hasOwn(SUBJECTS, place) ? SUBJECTS[place as keyof typeof SUBJECTS] : null;
  if (!subject || !isUuid(id)) notFound();
  redirect(`${subject.path}${id}` as Route);
}
