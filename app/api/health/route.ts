import { checkHealth } from "@/lib/server/health";

export const dynamic = "force-dynamic";

/** For balancers and people: 200 when this instance can serve, 503 otherwise. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
