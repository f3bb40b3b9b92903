import "server-only";
import { DomainError } from "@/lib/core/domain-error";
import { db, Prisma, type Tx } from "@/lib/server/db";

const LIMIT_MS = 2000;

/**
 * Reads for somebody who is typing: PostgreSQL gives up after two seconds, so that searches nobody waits for any
 * more do not pile up. Throws `common.busy` when it did.
 */
export async function quickly<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db.$transaction(
      async (tx) => {
        await tx.$executeRaw`select set_config('statement_timeout', ${String(LIMIT_MS)}, true)`;
        return read(tx);
      },
      { maxWait: LIMIT_MS, timeout: 2 * LIMIT_MS },
    );
  } catch (error) {
    if (isTimeout(error)) throw new DomainError("common.busy");
    throw error;
  }
}

// PostgreSQL's query_canceled, as the adapter reports it through Prisma's P2010; P2024 and P2028 are waits of the pool.
function isTimeout(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2024" || error.code === "P2028") return true;
  return JSON.stringify(error.meta ?? {}).includes("57014") || error.message.includes("57014");
}
