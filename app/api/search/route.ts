import { NextResponse } from "next/server";
import * as z from "zod";
import { type Actor, can } from "@/lib/auth/permissions";
import { contractScope } from "@/lib/contracts/contract-scope";
import { DomainError } from "@/lib/core/domain-error";
import { searchCustomers } from "@/lib/customers/search";
import { packingScope, waybillScope } from "@/lib/dispatch/dispatch-lists";
import { intakeScope } from "@/lib/intake/queries";
import { productionScope } from "@/lib/production/scope";
import { searchProducts } from "@/lib/products/search";
import {
  contractsOfCustomers,
  documentsByNumber,
  type SearchResult,
} from "@/lib/records/search-documents";
import { reviewScope } from "@/lib/reviews/review-list";
import { currentActor } from "@/lib/server/session";
import { shippingScope } from "@/lib/shipping/scope";

const query = z.object({ q: z.string().trim().min(1).max(80) });
const headers = { "cache-control": "no-store" };
const MOST = 20;
const MOST_OF_A_KIND = 6;

/**
 * What the search box finds: documents by the beginning of their number, customers and products by code, name,
 * pinyin, phone or spec, and the latest contracts of the customers found. Only what the person may see; at most 20.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const actor = await currentActor();
  if (!actor) return NextResponse.json(null, { status: 401, headers });
  if (!can(actor, "home:read")) return NextResponse.json(null, { status: 403, headers });
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return NextResponse.json(null, { status: 400, headers });
  try {
    const results = await findEverywhere(actor, parsed.data.q, request.signal);
    return NextResponse.json({ results }, { headers });
  } catch (error) {
    if (error instanceof DomainError) return NextResponse.json(null, { status: 503, headers });
    throw error;
  }
}

async function findEverywhere(actor: Actor, text: string, signal: AbortSignal) {
  const contracts = contractScope(actor);
  const papers = shippingScope(actor);
  const [documents, customers, products] = await Promise.all([
    documentsByNumber(actor, text, {
      contract: contracts,
      intake: intakeScope(actor),
      review: reviewScope(actor),
      production_task: productionScope(actor),
      shipping_notice: papers,
      outbound_slip: papers,
      packing_list: packingScope(actor),
      waybill: waybillScope(actor),
    }),
    can(actor, "customer:read") ? searchCustomers(actor, text) : [],
    can(actor, "product:read") ? searchProducts(actor, { text }) : [],
  ]);
  // A newer question has been asked meanwhile: nobody waits for the rest of this answer.
  if (signal.aborted) return [];
  const ofCustomers = await contractsOfCustomers(
    actor,
    customers.slice(0, MOST_OF_A_KIND).map(({ id }) => id),
    contracts,
  );
  const found: SearchResult[] = [
    ...documents,
    ...customers.slice(0, MOST_OF_A_KIND).map(({ id, customerCode, name, shortName }) => ({
      kind: "customer",
      id,
      label: name,
      sub: [customerCode, shortName].filter(Boolean).join(" · "),
      href: `/customers/${id}`,
    })),
    ...ofCustomers.filter(({ id }) => !documents.some((document) => document.id === id)),
    ...products.slice(0, MOST_OF_A_KIND).map(({ id, productCode, name, spec, drawingNo }) => ({
      kind: "product",
      id,
      label: `${name} ${spec}`.trim(),
      sub: [productCode, drawingNo].filter(Boolean).join(" · "),
      href: `/products/${id}`,
    })),
  ];
  return found.slice(0, MOST);
}
