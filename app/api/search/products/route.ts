import { NextResponse } from "next/server";
import * as z from "zod";
import { can } from "@/lib/auth/permissions";
import { recentProductIds } from "@/lib/contracts/recent-products";
import { DomainError } from "@/lib/core/domain-error";
import { findPriceCategory } from "@/lib/customers/queries";
import { type ProductHit, searchProducts } from "@/lib/products/search";
import { currentActor } from "@/lib/server/session";
import { settingsNow } from "@/lib/settings/queries";

const query = z.object({ q: z.string().max(200).default(""), customerId: z.uuid().optional() });
const headers = { "cache-control": "no-store" };

/**
 * The products that the typed text names, best first; with `customerId` what this customer has bought comes first
 * and the price level of the customer's category comes along. Prices are absent for those who may not see them.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const actor = await currentActor();
  if (!actor) return NextResponse.json(null, { status: 401, headers });
  if (!can(actor, "product:read")) return NextResponse.json(null, { status: 403, headers });
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return NextResponse.json(null, { status: 400, headers });
  const { q, customerId } = parsed.data;
  try {
    const category = customerId ? await findPriceCategory(actor, customerId) : null;
    const [settings, preferredIds] = await Promise.all([
      category ? settingsNow() : null,
      category && customerId ? recentProductIds(customerId) : [],
    ]);
    const factor = category && settings ? settings.priceFactors[category] : null;
    const hits = await searchProducts(actor, { text: q, preferredIds, factor });
    return NextResponse.json({ results: hits.map(suggestion) }, { headers });
  } catch (error) {
    if (error instanceof DomainError) return NextResponse.json(null, { status: 503, headers });
    throw error;
  }
}

/** Packs stand in one text, `盒=10;箱=100`: what hangs on a hit is flat. */
function suggestion({ id, productCode, name, packs, ...hit }: ProductHit) {
  const { spec, drawingNo, material, coating } = hit;
  return {
    id,
    code: productCode,
    label: `${name} ${spec}`,
    sub: [drawingNo, material, coating, hit.unit].filter(Boolean).join(" · ") || null,
    extra: {
      name,
      ...hit,
      packs: packs.map(({ unit, factor }) => `${unit}=${factor}`).join(";"),
    },
  };
}
