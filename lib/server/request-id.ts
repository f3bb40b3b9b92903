import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";

const REQUEST_ID_HEADER = "x-request-id";

/** The id that proxy.ts gave to the request being served; a fresh one outside a request (jobs, tests). */
export async function currentRequestId(): Promise<string> {
  try {
    return (await headers()).get(REQUEST_ID_HEADER) ?? randomUUID();
  } catch {
    return randomUUID();
  }
}
