import { randomBytes } from "node:crypto";

const MAX_IN_ONE_MS = 0xfff;
let last = { ms: 0, count: 0 };

/**
 * A UUIDv7 for rows written by raw SQL. Those of one process sort in the order in which they were made, also within a
 * millisecond: two signatures of one act stand on the paper as they were given.
 */
export function newId(): string {
  const now = Date.now();
  if (now > last.ms) last = { ms: now, count: 0 };
  else if (last.count < MAX_IN_ONE_MS) last = { ms: last.ms, count: last.count + 1 };
  else last = { ms: last.ms + 1, count: 0 };
  const bytes = randomBytes(16);
  bytes.writeUIntBE(last.ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | last.count, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}
