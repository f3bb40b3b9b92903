import { NextResponse } from "next/server";
import * as z from "zod";
import { can } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { limitsNow } from "@/lib/credit/limits";
import { tier } from "@/lib/credit/tenure";
import { findDuplicates } from "@/lib/customers/duplicates";
import { type CustomerHit, searchCustomers } from "@/lib/customers/search";
import { clock } from "@/lib/server/clock";
import { currentActor } from "@/lib/server/session";

const query = z.object({
  q: z.string().max(200).default(""),
  duplicatesOf: z.string().max(200).optional(),
  except: z.uuid().optional(),
});
const headers = { "cache-control": "no-store" };

/**
 * The customers that the typed text names, best first; or with `duplicatesOf` the existing customers that a file
 * being typed may be. Terms and default contact come along, so that an order can be prefilled.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const actor = await currentActor();
  if (!actor) return NextResponse.json(null, { status: 401, headers });
  if (!can(actor, "customer:read")) return NextResponse.json(null, { status: 403, headers });
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return NextResponse.json(null, { status: 400, headers });
  const { q, duplicatesOf, except } = parsed.data;
  try {
    if (duplicatesOf !== undefined) {
      const results = await findDuplicates(actor, duplicatesOf, except ?? null);
      return NextResponse.json({ results }, { headers });
    }
    const [hits, limits] = await Promise.all([searchCustomers(actor, q), limitsNow()]);
    const today = clock.today();
    const results = hits.map((hit) => ({
      ...suggestion(hit),
      extra: { ...extra(hit), tier: tier(hit.cooperationStart, today, limits) },
    }));
    return NextResponse.json({ results }, { headers });
  } catch (error) {
    if (error instanceof DomainError) return NextResponse.json(null, { status: 503, headers });
    throw error;
  }
}

function suggestion({ id, customerCode, name, shortName, formerName, place, ...hit }: CustomerHit) {
  const contact = [hit.contactName, hit.contactPhone].filter(Boolean).join(" ");
  return {
    id,
    code: customerCode,
    label: name,
    sub: [shortName, formerName, contact, place].filter(Boolean).join(" · ") || null,
  };
}

function extra(hit: CustomerHit) {
  return {
    settlementMode: hit.settlementMode,
    invoiceType: hit.invoiceType,
    contactName: hit.contactName,
    contactTitle: hit.contactTitle,
    contactPhone: hit.contactPhone,
    addressId: hit.addressId,
  };
}
