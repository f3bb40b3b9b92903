import pg from "pg";

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Transaction control is not a query of ours. */
const CONTROL = /^\s*(begin|commit|rollback|savepoint|release|set|show|deallocate|discard)\b/i;

/**
 * Runs `fn` and answers its result with the SQL of every statement that went to the database meanwhile, whoever sent
 * it. For "this page costs a fixed number of queries" tests; keep other work of the test outside.
 */
export async function countQueries<T>(
  fn: () => Promise<T>,
): Promise<{ result: T; queries: string[] }> {
  const queries: string[] = [];
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (...args) {
    const text = sqlOf(args[0]);
    if (text && !CONTROL.test(text)) queries.push(text);
    return original.apply(this, args);
  };
  try {
    return { result: await fn(), queries };
  } finally {
    prototype.query = original;
  }
}

function sqlOf(query: unknown): string | null {
  if (typeof query === "string") return query;
  if (typeof query !== "object" || query === null || !("text" in query)) return null;
  return typeof query.text === "string" ? query.text : null;
}
