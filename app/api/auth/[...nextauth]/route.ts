import type { NextRequest } from "next/server";
import nextAuth from "next-auth";
import { signInOptions } from "@/lib/people/sign-in";
import { isOwnOrigin } from "@/lib/server/origin";

type Context = { params: Promise<{ nextauth: string[] }> };

const handler: (request: NextRequest, context: Context) => Promise<Response> =
  nextAuth(signInOptions);

/** Reading the session renews its cookie. */
export const GET = handler;

/** Signing in and out; like every write only from a page of this application. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (!isOwnOrigin(request.headers.get("origin"))) return new Response(null, { status: 403 });
  return handler(request, context);
}
