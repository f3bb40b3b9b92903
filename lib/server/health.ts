import "server-only";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { logger } from "@/lib/server/logger";

export type Health = {
  status: "ok" | "unavailable";
  database: "reachable" | "unreachable";
  migrations: "current" | "pending" | "unknown";
  version: string;
};

const PATIENCE_MS = 3_000;

/** Whether this instance can serve: its database answers in time and knows every migration of this version. */
export async function checkHealth(): Promise<Health> {
  const version = env.APP_VERSION;
  try {
    const applied = await inTime(appliedMigrations());
    const missing = (await shippedMigrations()).filter((name) => !applied.has(name));
    return missing.length === 0
      ? { status: "ok", database: "reachable", migrations: "current", version }
      : { status: "unavailable", database: "reachable", migrations: "pending", version };
  } catch (error) {
    logger.warn({ err: error }, "health check failed");
    return { status: "unavailable", database: "unreachable", migrations: "unknown", version };
  }
}

async function appliedMigrations(): Promise<Set<string>> {
  const rows = await db.$queryRaw<{ migration_name: string }[]>`
    select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null`;
  return new Set(rows.map((row) => row.migration_name));
}

async function shippedMigrations(): Promise<string[]> {
  const folder = path.join(process.cwd(), "prisma/migrations");
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) => {
      const late = () => reject(new Error(`no answer within ${PATIENCE_MS} ms`));
      setTimeout(late, PATIENCE_MS).unref();
    }),
  ]);
}
