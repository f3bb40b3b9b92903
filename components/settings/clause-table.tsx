import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import { CLAUSE_KEYS, type ClauseKey } from "@/lib/settings/clause-keys";
import { ActiveMark } from "./active-mark";
import { EditLink } from "./edit-link";

type Clause = {
  id: string;
  clauseKey: ClauseKey;
  title: string;
  text: string;
  isDefault: boolean;
  active: boolean;
};
type Props = { clauses: readonly Clause[]; mayEdit: boolean };

/** The texts for each clause, in the order of the contract. */
export function ClauseTable({ clauses, mayEdit }: Props) {
  const t = useTranslations("settings");
  return CLAUSE_KEYS.map((clauseKey) => (
    <SectionCard key={clauseKey} title={t(`clauses.keys.${clauseKey}`)} flush>
      <PlainTable
        caption={t(`clauses.keys.${clauseKey}`)}
        empty={t("clauses.empty")}
        head={[t("clauses.title_field"), t("clauses.text"), t("default_mark"), t("state")]}
        widths={["18%", "62%", "8%", "12%"]}
        rows={clauses
          .filter((clause) => clause.clauseKey === clauseKey)
          .map(({ id, title, text, isDefault, active }) => ({
            id,
            quiet: !active,
            cells: [
              <EditLink key="title" href={`/admin/clauses/${id}`} mayEdit={mayEdit}>
                {title}
              </EditLink>,
              text,
              isDefault ? t("default_mark") : "",
              <ActiveMark key="active" active={active} />,
            ],
          }))}
      />
    </SectionCard>
  ));
}
