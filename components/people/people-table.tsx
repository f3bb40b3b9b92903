import type { Route } from "next";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { StateBadge } from "@/components/ui/state-badge";
import { ACCOUNT_TONES } from "@/lib/people/labels";
import type { PersonRow } from "@/lib/people/queries";

/** All accounts; those who have left stand last, in grey. */
export function PeopleTable({ people }: { people: readonly PersonRow[] }) {
  const t = useTranslations("people");
  const tr = useTranslations("roles.role");
  return (
    <PlainTable
      caption={t("title")}
      empty={t("list_empty")}
      head={[
        t("fields.display_name"),
        t("fields.username"),
        t("fields.role"),
        t("fields.department"),
        t("fields.phone"),
        t("fields.state"),
      ]}
      rows={people.map((person) => ({
        id: person.id,
        quiet: person.state === "left",
        cells: [
          <Link key="name" href={`/admin/people/${person.id}` as Route}>
            {person.displayName}
          </Link>,
          <span key="username" className="mono">
            {person.username}
          </span>,
          tr(person.role),
          person.department,
          person.phone,
          <span key="state">
            <StateBadge tone={ACCOUNT_TONES[person.state]} label={t(`state.${person.state}`)} />{" "}
            {person.leftOn ? <DateText date={person.leftOn} /> : null}
          </span>,
        ],
      }))}
    />
  );
}
