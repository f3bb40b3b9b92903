import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/server/env";
import { Prisma, PrismaClient } from "@/lib/server/generated/client";

export type Tx = Prisma.TransactionClient;

function createClient() {
  const adapter = new PrismaPg({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL_SIZE });
  return new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }] });
}

// One client per process: Next evaluates modules once per bundle, so the client hangs on globalThis.
const holder = globalThis as typeof globalThis & { prismaClient?: ReturnType<typeof createClient> };
holder.prismaClient ??= createClient();

/** The database client for reads. Inside a transaction use the `tx` that it hands out, never this. */
export const db = holder.prismaClient;

/** One READ COMMITTED transaction with limits on waiting and running; for work without a form behind it. */
export function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.$transaction(work, { maxWait: 10_000, timeout: 20_000 });
}

/** Runs several data-changing SQL fragments as one statement, so that a lock is not held over round trips. */
export async function runTogether(tx: Tx, fragments: readonly Prisma.Sql[]): Promise<void> {
  const last = fragments.at(-1);
  if (!last) return;
  const named = fragments
    .slice(0, -1)
    .map((sql, i) => Prisma.sql`${Prisma.raw(`step_${i}`)} as (${sql})`);
  await tx.$executeRaw(named.length ? Prisma.sql`with ${Prisma.join(named, ", ")} ${last}` : last);
}

export { Prisma };
