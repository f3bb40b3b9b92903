import "server-only";
import { Pool } from "pg";
import { RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";
import { env } from "@/lib/server/env";

const FIFTEEN_MINUTES = 15 * 60;

function limiter(keyPrefix: string, points: number) {
  return new RateLimiterPostgres({
    storeClient: pool,
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix,
    points,
    duration: FIFTEEN_MINUTES,
    insuranceLimiter: new RateLimiterMemory({ keyPrefix, points, duration: FIFTEEN_MINUTES }),
  });
}

const holder = globalThis as typeof globalThis & { signInPool?: Pool };
holder.signInPool ??= new Pool({ connectionString: env.DATABASE_URL, max: 2 });
const pool = holder.signInPool;
pool.on("error", () => undefined);

/** Failed sign-ins within a quarter of an hour, counted in the database for all instances together. */
const perAccount = limiter("sign-in-account", 8);
const perAddress = limiter("sign-in-address", 60);

export async function isBlocked(account: string, address: string): Promise<boolean> {
  const [byAccount, byAddress] = await Promise.all([perAccount.get(account), perAddress.get(address)]);
  return (byAccount?.consumedPoints ?? 0) >= 8 || (byAddress?.consumedPoints ?? 0) >= 60;
}

export async function countFailure(account: string, address: string): Promise<void> {
  // Rejects when the limit is passed; that is what isBlocked asks the next time.
  await Promise.allSettled([perAccount.consume(account), perAddress.consume(address)]);
}

export async function forgetFailures(account: string): Promise<void> {
  await perAccount.delete(account);
}
