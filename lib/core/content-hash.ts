/** The hash that a signature binds (rules on signatures): equal content, equal hash, on any machine. */
import { createHash } from "node:crypto";

/**
 * SHA-256 in hex over canonical JSON: keys sorted, `undefined` left out, amounts and dates by their
 * `toJSON`. Throws TypeError for what JSON cannot hold. Server side only.
 */
export function contentHash(content: unknown): string {
  return createHash("sha256").update(canonicalJson(content)).digest("hex");
}

/** JSON with sorted keys; the order of lists is content and stays. */
export function canonicalJson(content: unknown): string {
  const text = JSON.stringify(content, sortedKeys);
  if (text === undefined) throw new TypeError("nothing to hash");
  return text;
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value === "function" || typeof value === "symbol") {
    throw new TypeError("content to hash must be plain data");
  }
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new TypeError("content to hash must be finite");
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
