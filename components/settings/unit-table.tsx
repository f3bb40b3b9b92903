import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { ActiveMark } from "./active-mark";
import { EditLink } from "./edit-link";

type Unit = { name: string; allowFraction: boolean; sortNo: number; active: boolean };
type Props = { units: readonly Unit[]; mayEdit: boolean };

export function UnitTable({ units, mayEdit }: Props) {
  const t = useTranslations("settings");
  const tw = useTranslations("common.words");
  return (
    <PlainTable
      caption={t("units.title")}
      empty={t("units.empty")}
      head={[t("units.name"), t("units.fraction"), t("units.sort_no"), t("state")]}
      rows={units.map(({ name, allowFraction, sortNo, active }) => ({
        id: name,
        quiet: !active,
        cells: [
          <EditLink key="name" href={`/admin/units/${encodeURIComponent(name)}`} mayEdit={mayEdit}>
            {name}
          </EditLink>,
          allowFraction ? tw("yes") : tw("no"),
          sortNo,
          <ActiveMark key="active" active={active} />,
        ],
      }))}
    />
  );
}
