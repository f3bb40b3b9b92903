import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/ops/migrate.mjs";
import { startTemporaryPostgres, withClient } from "@/lib/ops/postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export const TEMPLATE = "template_app";

type Running = { server: ReturnType<typeof start>; users: number };
// Each project of the run loads this file anew; what they share hangs on globalThis.
const holder = globalThis as typeof globalThis & { testPostgres?: Running };

/** One PostgreSQL for the run, with an empty migrated database to copy for each test file. */
export default async function startDatabase({ provide }: TestProject) {
  holder.testPostgres ??= { server: start(), users: 0 };
  const running = holder.testPostgres;
  running.users += 1;
  const server = await running.server;
  provide("postgresUrl", server.url("postgres"));
  return async () => {
    running.users -= 1;
    if (running.users > 0) return;
    delete holder.testPostgres;
    await server.stop();
  };
}

async function start() {
  const server = await startTemporaryPostgres();
  try {
    await withClient(server.url("postgres"), (client) =>
      client.query(`create database ${TEMPLATE}`),
    );
    await migrate(server.url(TEMPLATE));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}
