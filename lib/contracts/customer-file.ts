import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import type { CustomerFile, ProductFacts } from "@/lib/contracts/order-values";
import { isProven } from "@/lib/contracts/price-lines";
import { customerTerms } from "@/lib/credit/queries";
import { getCustomerForOrder } from "@/lib/customers/queries";
import { getProductsForLines, type ProductForLine } from "@/lib/products/queries";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";

/** What an order takes from the customer's file. Throws `common.not_found` and `customers.merged`. */
export async function customerFile(actor: Actor, customerId: string): Promise<CustomerFile> {
  const customer = await getCustomerForOrder(db, actor, customerId);
  const [terms, [counted]] = await Promise.all([
    customerTerms(db, customerId, clock.today()),
    db.$queryRaw<{ effective: number; last_id: string | null }[]>`
      select count(*) filter (where contract_no is not null and status <> 'VOIDED')::int as effective,
        (array_agg(id order by created_at desc) filter (where status <> 'DRAFT'))[1] as last_id
      from contract where customer_id = ${customerId}::uuid and deleted_at is null`,
  ]);
  const contact = customer.contacts.find(({ isDefault }) => isDefault) ?? customer.contacts[0];
  return {
    id: customer.id,
    code: customer.customerCode,
    name: customer.name,
    settlementMode: terms.settlementMode,
    tier: terms.tier,
    invoiceType: customer.invoiceType,
    hasUsage: customer.productUsage !== "",
    contact: contact ? { name: contact.name, title: contact.title, phone: contact.phone } : null,
    consignee: customer.defaultConsignee,
    addresses: customer.addresses.map(({ isDefault: _, ...address }) => address),
    effectiveContracts: counted?.effective ?? 0,
    lastOrderId: counted?.last_id ?? null,
  };
}

/** The products of an order's lines as its screen needs them, priced for the customer's category. */
export async function productFacts(
  productIds: readonly string[],
  customerId: string | null,
): Promise<Map<string, ProductFacts>> {
  const customer = customerId
    ? await db.customer.findUnique({ where: { id: customerId }, select: { category: true } })
    : null;
  const products = await getProductsForLines(db, productIds, customer?.category);
  return new Map([...products].map(([id, product]) => [id, factsOf(product)]));
}

function factsOf(product: ProductForLine): ProductFacts {
  return {
    id: product.id,
    code: product.productCode,
    name: product.name,
    spec: product.spec,
    drawingNo: product.drawingNo,
    unit: product.unit,
    packs: product.packs,
    isProven: isProven(product),
    price: product.levelPrice ?? product.listPrice,
  };
}
