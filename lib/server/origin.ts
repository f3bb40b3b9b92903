import "server-only";
import { headers } from "next/headers";
import { DomainError } from "@/lib/core/domain-error";
import { env } from "@/lib/server/env";

/** Whether a browser sent this from a page of this application; a missing Origin is not. */
export function isOwnOrigin(origin: string | null): boolean {
  return origin !== null && env.APP_ORIGIN.includes(origin);
}

/** Refuses a write that does not come from a page of this application. Throws `common.invalid_origin`. */
export async function assertSameOrigin(): Promise<void> {
  if (!isOwnOrigin((await headers()).get("origin"))) throw new DomainError("common.invalid_origin");
}
