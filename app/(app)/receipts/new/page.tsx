import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Messages } from "@/components/layout/messages";
import { PageHeader } from "@/components/layout/page-header";
import { ReceiptForm } from "@/components/receivables/receipt-form";
import { NoPermission } from "@/components/ui/empty-state";
import { can } from "@/lib/auth/permissions";
import { clock } from "@/lib/server/clock";
import { gate } from "@/lib/server/session";
import { listBankAccounts } from "@/lib/settings/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("receivables.receipts");
  return { title: t("new") };
}

/** A clerk or finance enters a receipt (F16). */
export default async function NewReceiptPage() {
  const { actor, allowed } = await gate("receipt:enter");
  if (!allowed) return <NoPermission />;
  const [t, accounts] = await Promise.all([
    getTranslations("receivables.receipts"),
    listBankAccounts(undefined, { activeOnly: true }),
  ]);
  return (
    <Messages namespaces={["receivables"]}>
      <div className="stack">
        <PageHeader title={t("new")} back={{ href: "/receipts", label: t("back") }} />
        <ReceiptForm
          accounts={accounts.map(({ id, bankName, accountNo }) => ({
            value: id,
            label: `${bankName} ${accountNo}`,
          }))}
          today={clock.today()}
          mayAssign={can(actor, "receipt:assign")}
          mayConfirm={can(actor, "receipt:confirm")}
        />
      </div>
    </Messages>
  );
}
