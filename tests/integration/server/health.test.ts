import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/health/route";
import { db } from "@/lib/server/db";

describe("GET /api/health", () => {
  it("answers 200 with what it looked at", async () => {
    const response = await GET();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      status: "ok",
      database: "reachable",
      migrations: "current",
      version: "unknown",
    });
  });

  it("answers 503 while a migration of this version is missing", async () => {
    await db.$executeRaw`
      update _prisma_migrations set finished_at = null
      where migration_name = (select max(migration_name) from _prisma_migrations)`;
    const response = await GET();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ database: "reachable", migrations: "pending" });
  });

  it("answers 503 when the database cannot be asked", async () => {
    await db.$executeRaw`alter table _prisma_migrations rename to gone`;
    const response = await GET();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ status: "unavailable", migrations: "unknown" });
  });
});
