import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { PersonDetail } from "@/components/people/person-detail";
import { NoPermission } from "@/components/ui/empty-state";
import { StateBadge } from "@/components/ui/state-badge";
import { ACCOUNT_TONES } from "@/lib/people/labels";
import { findPerson, listActivePeople } from "@/lib/people/queries";
import { gate } from "@/lib/server/session";
import { settingsNow } from "@/lib/settings/queries";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PersonPage({ params }: Props) {
  const { actor, allowed } = await gate("person:manage");
  if (!allowed) return <NoPermission />;
  const [t, found, people, { departments }] = await Promise.all([
    getTranslations("people"),
    findPerson(actor, (await params).id),
    listActivePeople(),
    settingsNow(),
  ]);
  if (!found) notFound();
  const { person, matters } = found;
  const successors = people.filter(({ id, role }) => id !== person.id && role !== "ADMIN");
  return (
    <Messages namespaces={["people"]}>
      <PageHeader
        title={person.displayName}
        sub={<span className="mono">{person.username}</span>}
        badge={<StateBadge tone={ACCOUNT_TONES[person.state]} label={t(`state.${person.state}`)} />}
        back={{ href: "/admin/people", label: t("title") }}
      />
      <PersonDetail
        person={person}
        matters={matters}
        successors={successors}
        departments={departments}
        isSelf={person.id === actor.id}
      />
    </Messages>
  );
}
