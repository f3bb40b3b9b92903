import { entryColumns, entryFilters } from "@/components/receivables/registers";
import { ledgerEntryList, ledgerEntryScope } from "@/lib/receivables/ledger-list";
import { findLedgerAccount } from "@/lib/receivables/queries";
import { currentActor } from "@/lib/server/session";
import { exportRegister } from "../../export-register";

/** One customer's account as an Excel workbook. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ customerId: string }> },
): Promise<Response> {
  const { customerId } = await params;
  const actor = await currentActor();
  if (!actor) return new Response(null, { status: 401 });
  const account = await findLedgerAccount(actor, customerId);
  if (!account) return new Response(null, { status: 404 });
  return exportRegister(request, {
    permission: "ledger:read",
    spec: () => ledgerEntryList,
    scope: () => ledgerEntryScope(customerId),
    columns: entryColumns,
    filters: entryFilters,
    title: "receivables.ledger.title",
    owner: `${account.customerCode} ${account.name}`,
  });
}
