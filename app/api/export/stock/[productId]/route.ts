import { movementColumns, movementFilters } from "@/components/stock/registers";
import { currentActor } from "@/lib/server/session";
import { movementList, movementScope } from "@/lib/stock/movement-list";
import { findStockAccount } from "@/lib/stock/queries";
import { exportRegister } from "../../export-register";

/** One product's stock account (F28) as an Excel workbook. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ productId: string }> },
): Promise<Response> {
  const { productId } = await params;
  if (!(await currentActor())) return new Response(null, { status: 401 });
  const account = await findStockAccount(productId);
  if (!account) return new Response(null, { status: 404 });
  return exportRegister(request, {
    permission: "stock:read",
    spec: () => movementList,
    scope: () => movementScope(productId),
    columns: movementColumns,
    filters: movementFilters,
    title: "stock.account.title",
    owner: [account.productCode, account.name, account.spec].filter(Boolean).join(" "),
  });
}
