import { useTranslations } from "next-intl";
import { PlainTable } from "@/components/ui/plain-table";
import { ActiveMark } from "./active-mark";
import { EditLink } from "./edit-link";

type Account = {
  id: string;
  bankName: string;
  accountName: string;
  accountNo: string;
  isDefault: boolean;
  active: boolean;
};

/** Our accounts, the default one first. */
export function BankAccountTable({
  accounts,
  mayEdit,
}: {
  accounts: readonly Account[];
  mayEdit: boolean;
}) {
  const t = useTranslations("settings");
  return (
    <PlainTable
      caption={t("accounts.title")}
      empty={t("accounts.empty")}
      head={[
        t("accounts.bank_name"),
        t("accounts.account_name"),
        t("accounts.account_no"),
        t("default_mark"),
        t("state"),
      ]}
      rows={accounts.map(({ id, bankName, accountName, accountNo, isDefault, active }) => ({
        id,
        quiet: !active,
        cells: [
          <EditLink key="bank" href={`/admin/company/accounts/${id}`} mayEdit={mayEdit}>
            {bankName}
          </EditLink>,
          accountName,
          <span key="no" className="mono">
            {accountNo}
          </span>,
          isDefault ? t("default_mark") : "",
          <ActiveMark key="active" active={active} />,
        ],
      }))}
    />
  );
}
