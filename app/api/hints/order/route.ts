import { NextResponse } from "next/server";
import * as z from "zod";
import { can } from "@/lib/auth/permissions";
import { ownShare } from "@/lib/changes/own-share";
import { productFacts } from "@/lib/contracts/customer-file";
import { lastPrices } from "@/lib/contracts/queries";
import { DomainError } from "@/lib/core/domain-error";
import { Money } from "@/lib/core/money";
import { Quantity } from "@/lib/core/quantity";
import { creditOutlook } from "@/lib/credit/outlook";
import { reviewOffers } from "@/lib/reviews/queries";
import { currentActor } from "@/lib/server/session";
import { stockNow } from "@/lib/stock/stock-figures";
import { holdsOf } from "@/lib/stock/stock-hold";

const query = z.object({
  customerId: z.uuid(),
  amount: z.string().refine((text) => Money.parse(text) !== null),
  paymentTerm: z.enum(["PREPAID", "MONTHLY", "QUARTERLY", "ACCUMULATED"]),
  productIds: z
    .string()
    .transform((text) => text.split(",").filter(Boolean))
    .pipe(z.array(z.uuid()).max(200)),
  focused: z.union([z.literal(""), z.uuid()]),
  exceptContractId: z.union([z.literal(""), z.uuid()]),
});

/**
 * What stands beside an order while it is typed: stock free to promise of its products, last prices of the focused
 * one to this customer, the reviews that new lines may rest on, and where the customer's credit will be. Cancellable; never blocks typing.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const actor = await currentActor();
  if (!actor) return NextResponse.json(null, { status: 401 });
  if (!can(actor, "contract:draft")) return NextResponse.json(null, { status: 403 });
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return NextResponse.json(null, { status: 400 });
  const { customerId, amount, paymentTerm, productIds, focused, exceptContractId } = parsed.data;
  try {
    const except = exceptContractId === "" ? {} : { exceptContractId };
    const own = await ownShare(exceptContractId || null, productIds);
    const wanted = Money.of(amount).minus(own.counted).max(Money.zero);
    const [credit, figures, prices, products, reviews, holds] = await Promise.all([
      creditOutlook(actor, customerId, wanted, paymentTerm),
      stockNow(productIds, except),
      focused === "" ? [] : lastPrices(customerId, focused),
      productFacts(productIds, customerId),
      reviewOffers(actor, customerId),
      holdsOf(productIds, exceptContractId),
    ]);
    const stock = Object.fromEntries(
      [...figures].map(([id, { onHand, reserved, freeToPromise }]) => [
        id,
        {
          onHand: onHand.toString(),
          reserved: reserved.toString(),
          freeToPromise: freeToPromise.plus(own.covered.get(id) ?? Quantity.zero).toString(),
        },
      ]),
    );
    return NextResponse.json(
      { credit, stock, prices, products: Object.fromEntries(products), reviews, holds },
      { headers: { "cache-control": "no-store" } },
    );
  } catch (error) {
    if (error instanceof DomainError) return NextResponse.json(null, { status: 404 });
    throw error;
  }
}
