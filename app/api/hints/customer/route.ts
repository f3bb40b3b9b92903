import { NextResponse } from "next/server";
import * as z from "zod";
import { can } from "@/lib/auth/permissions";
import { customerFile } from "@/lib/contracts/customer-file";
import { DomainError } from "@/lib/core/domain-error";
import { currentActor } from "@/lib/server/session";
import { customerOverduePickup } from "@/lib/walkin/overdue";

const query = z.object({ customerId: z.uuid() });

/** What an order or a pickup is prefilled with when its customer has been picked, and what stands in a pickup's way. */
export async function GET(request: Request): Promise<NextResponse> {
  const actor = await currentActor();
  if (!actor) return NextResponse.json(null, { status: 401 });
  if (!can(actor, "contract:draft")) return NextResponse.json(null, { status: 403 });
  const parsed = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!parsed.success) return NextResponse.json(null, { status: 400 });
  try {
    const { customerId } = parsed.data;
    const file = await customerFile(actor, customerId);
    const overduePickup = await customerOverduePickup(customerId);
    return NextResponse.json(
      { ...file, overduePickup },
      { headers: { "cache-control": "no-store" } },
    );
  } catch (error) {
    if (error instanceof DomainError) return NextResponse.json(null, { status: 404 });
    throw error;
  }
}
