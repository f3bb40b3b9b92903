import { defineConfig } from "prisma/config";

/** Used by `prisma generate` only; migrations are applied by lib/ops/migrate.mjs. */
export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
