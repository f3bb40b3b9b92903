import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { ActiveMark } from "./active-mark";
import { EditLink } from "./edit-link";

type Courier = {
  id: string;
  code: string;
  name: string;
  waybillPattern: string;
  isOrdinaryExpress: boolean;
  hotline: string;
  monthlyAccountNo: string;
  active: boolean;
};

type Props = { couriers: readonly Courier[]; mayEdit: boolean };

export function CourierTable({ couriers, mayEdit }: Props) {
  const t = useTranslations("settings");
  const tw = useTranslations("common.words");
  return (
    <PlainTable
      caption={t("couriers.title")}
      empty={t("couriers.empty")}
      head={[
        t("couriers.name"),
        t("couriers.code"),
        t("couriers.pattern"),
        t("couriers.ordinary"),
        t("couriers.hotline"),
        t("couriers.monthly_no"),
        t("state"),
      ]}
      rows={couriers.map((courier) => ({
        id: courier.id,
        quiet: !courier.active,
        cells: [
          <EditLink key="name" href={`/admin/couriers/${courier.id}`} mayEdit={mayEdit}>
            {courier.name}
          </EditLink>,
          <span key="code" className="mono">
            {courier.code}
          </span>,
          <span key="pattern" className="mono">
            {courier.waybillPattern}
          </span>,
          courier.isOrdinaryExpress ? tw("yes") : tw("no"),
          courier.hotline,
          courier.monthlyAccountNo,
          <ActiveMark key="active" active={courier.active} />,
        ],
      }))}
    />
  );
}
