import "server-only";
import { headers } from "next/headers";
import { DomainError } from "@/lib/core/domain-error";
import { env } from "@/lib/server/env";

/** Refuses a write that does not come from a page of this application; a missing Origin is refused too. */
export async function assertSameOrigin(): Promise<void> {
  const origin = (await headers()).get("origin");
  if (!origin || !env.APP_ORIGIN.includes(origin)) throw new DomainError("common.foreign_origin");
}
