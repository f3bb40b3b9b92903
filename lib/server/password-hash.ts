import "server-only";
import { randomBytes } from "node:crypto";
import { type Algorithm, hash, verify } from "@node-rs/argon2";

/** Argon2id (the value of the library's const enum, which cannot be imported under isolated modules). */
const ARGON2ID = 2 as Algorithm;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash that is stored of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

const holder = globalThis as typeof globalThis & { decoyHash?: Promise<string> };
holder.decoyHash ??= hashPassword(randomBytes(32).toString("base64"));
const decoy = holder.decoyHash;

/** Whether the password fits; without a stored hash a decoy is checked, which takes as long and never fits. */
export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await decoy), password.slice(0, 200)).catch(() => false);
  return stored !== null && fits;
}
