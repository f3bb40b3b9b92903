import "server-only";
import { Pool } from "pg";
import { RateLimiterMemory, RateLimiterPostgres } from "rate-limiter-flexible";
import { env } from "@/lib/server/env";

const FIFTEEN_MINUTES = 15 * 60;
const ATTEMPTS_PER_ACCOUNT = 8;
const ATTEMPTS_PER_ADDRESS = 60;

const holder = globalThis as typeof globalThis & { signInPool?: Pool };
holder.signInPool ??= new Pool({ connectionString: env.DATABASE_URL, max: 2 });
const pool = holder.signInPool;
// A lost connection is replaced by the next query; without a listener it would end the process.
pool.on("error", () => undefined);

/** Counted in the database for all instances together; in memory while the database does not answer. */
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

const perAccount = limiter("sign-in-account", ATTEMPTS_PER_ACCOUNT);
const perAddress = limiter("sign-in-address", ATTEMPTS_PER_ADDRESS);

/**
 * Counts an attempt before it is checked, so that many at once cannot slip through together. False when the account
 * or the address has used up its attempts of a quarter of an hour, whether or not the account exists.
 */
export async function countAttempt(account: string, address: string | null): Promise<boolean> {
  const counted = await Promise.allSettled([
    perAccount.consume(account),
    ...(address === null ? [] : [perAddress.consume(address)]),
  ]);
  return counted.every(({ status }) => status === "fulfilled");
}

/** After a success: the account starts anew and the address gets its attempt back. */
export async function forgetAttempts(account: string, address: string | null): Promise<void> {
  await Promise.allSettled([
    perAccount.delete(account),
    ...(address === null ? [] : [perAddress.reward(address)]),
  ]);
}
