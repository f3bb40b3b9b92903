import { NextResponse } from "next/server";
import * as z from "zod";
import { can } from "@/lib/auth/permissions";
import { listAllocationTargets } from "@/lib/receivables/queries";
import { currentActor } from "@/lib/server/session";

const query = z.object({ customerId: z.uuid() });

/** Contracts and open deliveries of a customer, to which the money of a receipt can be assigned. */
export async function GET(request: Request): Promise<NextResponse> {
  const actor = await currentActor();
  if (!actor) return NextResponse.json(null, { status: 401 });
  if (!can(actor, "receipt:read")) return NextResponse.json(null, { status: 403 });
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return NextResponse.json(null, { status: 400 });
  return NextResponse.json(await listAllocationTargets(parsed.data.customerId), {
    headers: { "cache-control": "no-store" },
  });
}
