import "server-only";
import { createHash } from "node:crypto";
import * as z from "zod";
import type { Actor } from "@/lib/auth/permissions";
import { canonicalJson } from "@/lib/core/content-hash";
import { DomainError } from "@/lib/core/domain-error";
import { clock } from "@/lib/server/clock";
import { Prisma, type Tx, transact } from "@/lib/server/db";

export const idempotencyKey = z.uuid();
export type IdempotencyKey = z.infer<typeof idempotencyKey>;

type Once = {
  key: IdempotencyKey;
  actor: Actor;
  /** Name of the use-case: one key serves one act. */
  action: string;
  input: unknown;
  /** The use-case stores its answer itself with `answerSql`, in its last statement. */
  storesAnswer?: boolean;
};

/**
 * One transaction whose first row claims the key and whose last keeps the answer: key and effect commit together.
 * The same key with the same input returns the first answer; with other input it throws `common.key_reused`.
 * The answer must be plain JSON.
 */
export function transactOnce<T>(once: Once, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { key, actor, action, input } = once;
  const inputHash = createHash("sha256")
    .update(canonicalJson({ action, actor: actor.id, input }))
    .digest("hex");
  return transact(async (tx) => {
    // A rival with the same key waits here until the first one has committed or rolled back.
    const claimed = await tx.$executeRaw`
      insert into idempotency_key (key, actor_id, action, input_hash, created_at)
      values (${key}::uuid, ${actor.id}::uuid, ${action}, ${inputHash}, ${clock.now()})
      on conflict (key) do nothing`;
    if (claimed === 0) return earlierAnswer<T>(tx, key, inputHash);
    const answer = await work(tx);
    if (!once.storesAnswer)
      await tx.$executeRaw(answerSql(key, Prisma.sql`${JSON.stringify(answer ?? null)}::jsonb`));
    return answer;
  });
}

/** Keeps the answer of a claimed key; `answer` is an SQL expression of type jsonb. */
export function answerSql(key: IdempotencyKey, answer: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`update idempotency_key set result = ${answer} where key = ${key}::uuid`;
}

async function earlierAnswer<T>(tx: Tx, key: string, inputHash: string): Promise<T> {
  const earlier = await tx.idempotencyKey.findUniqueOrThrow({ where: { key } });
  if (earlier.inputHash !== inputHash) throw new DomainError("common.key_reused");
  return earlier.result as T;
}
