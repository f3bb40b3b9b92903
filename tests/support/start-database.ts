import type { TestProject } from "vitest/node";
import { migrate } from "@/lib/ops/migrate.mjs";
import { startTemporaryPostgres, withClient } from "@/lib/ops/postgres.mjs";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export const TEMPLATE = "template_app";

/** One PostgreSQL for the run, with an empty migrated database to copy for each test file. */
export default async function startDatabase({ provide }: TestProject) {
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
  provide("postgresUrl", server.url("postgres"));
  return () => server.stop();
}
