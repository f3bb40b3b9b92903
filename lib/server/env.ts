import "server-only";
import * as z from "zod";

/** `https://a.example, http://localhost:3000/` becomes its origins, as browsers send them. */
const originList = z.string().transform((text, context) => {
  const origins: string[] = [];
  for (const part of text.split(",").map((word) => word.trim())) {
    if (part === "") continue;
    if (!URL.canParse(part)) {
      context.addIssue({
        code: "custom",
        message: `"${part}" is not an address such as https://a.example`,
      });
      continue;
    }
    origins.push(new URL(part).origin);
  }
  return origins;
});

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** The application's role: reads and writes rows, changes no tables. */
  DATABASE_URL: z.string().min(1, "is missing: it names the PostgreSQL database"),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  /** Every address people may come from; the first is the one printed in links. */
  APP_ORIGIN: originList.refine((list) => list.length > 0, "names no address"),
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** Set by `npm start` while it serves the demo company on its own database. */
  DEMO_COMPANY: z.stringbool().default(false),
  APP_VERSION: z.string().default("unknown"),
});

export type Env = z.output<typeof schema>;

// `next build` evaluates every module once, on machines that know neither the database nor the secrets.
const WHILE_BUILDING = {
  DATABASE_URL: "postgresql://127.0.0.1:1/none",
  APP_ORIGIN: "http://localhost",
  NEXTAUTH_SECRET: "only-while-building-only-while-building",
};

/** The settings from the environment, checked once. Throws with one sentence for each that is wrong. */
function readEnv(): Env {
  const building = process.env.NEXT_PHASE === "phase-production-build";
  const parsed = schema.safeParse({ ...(building ? WHILE_BUILDING : {}), ...process.env });
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
  throw new Error(`The environment is not complete. ${sentences.join(". ")}. See .env.example.`);
}

export const env: Env = readEnv();
