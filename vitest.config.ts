import { availableParallelism } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

const root = import.meta.dirname;
const resolve = {
  alias: {
    "@": root,
    // Next resolves this marker itself; in tests everything is the server.
    "server-only": path.join(root, "tests/support/server-only.ts"),
  },
};
// Neither UTC nor a whole hour off: a date that slips through local time shows.
const env = { TZ: "Asia/Kathmandu", LOG_LEVEL: "silent", ...testSecrets() };

// Each file gets a database of its own, but not each file loads the whole program anew: that took half of the time.
const onPostgres = {
  env,
  isolate: false,
  globalSetup: ["tests/support/start-database.ts"],
  setupFiles: ["tests/support/own-database.ts"],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};
/** What stands in for the request (session, headers) must not stay with other files. */
const DOORS = [
  "tests/integration/doors/**/*.test.ts",
  "tests/integration/pdf/{paper-route,red-slip}.test.ts",
];
const MATRIX = "tests/integration/matrix/**/*.test.ts";

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism()),
    pool: "forks",
    coverage: { provider: "v8", include: ["lib/**/*.ts"], exclude: ["lib/server/generated/**"] },
    projects: [
      {
        resolve,
        test: {
          name: "unit",
          env,
          isolate: false,
          include: ["tests/unit/**/*.test.ts"],
          exclude: ["tests/unit/components/**"],
        },
      },
      {
        resolve,
        test: {
          name: "ui",
          env,
          environment: "happy-dom",
          include: ["tests/unit/components/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/support/setup-ui.ts"],
          server: { deps: { inline: ["next-intl"] } },
        },
      },
      {
        resolve,
        test: {
          ...onPostgres,
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          exclude: [...DOORS, MATRIX],
        },
      },
      { resolve, test: { ...onPostgres, name: "matrix", include: [MATRIX] } },
      { resolve, test: { ...onPostgres, name: "doors", isolate: true, include: DOORS } },
    ],
  },
});

/** What lib/server/env.ts asks for, where a test imports something that reads it. */
function testSecrets() {
  return {
    APP_ORIGIN: "http://localhost:3000",
    NEXTAUTH_SECRET: "only-for-tests-only-for-tests-only-for-tests",
    DATABASE_URL: "postgresql://127.0.0.1:1/no-database-in-unit-tests",
    DATABASE_POOL_SIZE: "12",
  };
}
