import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/server/env";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const IS_HTTPS = env.APP_ORIGIN.every((origin) => origin.startsWith("https://"));
const IS_DEVELOPMENT = env.NODE_ENV === "development";

/** A nonce and an id for each request. Nothing here decides about access. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const given = request.headers.get("x-request-id");
  const requestId = given && UUID.test(given) ? given : crypto.randomUUID();

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-request-id", requestId);
  headers.set("x-path", pagePath(request)); // signing in leads back to it
  headers.set("content-security-policy", policy); // Next reads its own scripts' nonce from here

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-request-id", requestId);
  if (IS_HTTPS) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

/** The page that was asked for, without what the router adds to its own requests. */
function pagePath({ nextUrl }: NextRequest): string {
  const search = new URLSearchParams(nextUrl.search);
  search.delete("_rsc");
  return search.size > 0 ? `${nextUrl.pathname}?${search}` : nextUrl.pathname;
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    // The development server evaluates source maps and error overlays.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${IS_DEVELOPMENT ? " 'unsafe-eval'" : ""}`,
    `style-src-elem 'self' ${IS_DEVELOPMENT ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'", // Mantine sets sizes and colours as style attributes
    "img-src 'self' data: blob:",
    "frame-src blob:", // a PDF that the page has read itself, see components/records/file-preview.tsx
    "font-src 'self'",
    `connect-src 'self'${IS_DEVELOPMENT ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg).*)"] };
