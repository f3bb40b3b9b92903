import { afterAll, inject } from "vitest";
import { withClient } from "@/lib/ops/postgres.mjs";

// Before each test file: a fresh copy of the migrated database, named for the worker, and the environment that
// leads lib/server/db.ts to it. Runs before the file's own imports.
const postgresUrl = inject("postgresUrl");
const name = `worker_${process.env.VITEST_POOL_ID}`;

await withClient(postgresUrl, async (client) => {
  await client.query(`drop database if exists ${name} with (force)`);
  await client.query(`create database ${name} template template_app`);
});
process.env.DATABASE_URL = Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href;

afterAll(async () => {
  const { prismaClient } = globalThis as { prismaClient?: { $disconnect(): Promise<void> } };
  await prismaClient?.$disconnect();
});
