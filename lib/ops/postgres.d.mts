/** Types of postgres.mjs for the TypeScript that uses it (tests, benchmark). */
import type { Client } from "pg";

export type PostgresServer = {
  url(database: string): string;
  port: number;
  pid: number | undefined;
  exited: Promise<unknown>;
  stop(): Promise<void>;
};

export type TemporaryPostgres = PostgresServer & { startAgain(): Promise<TemporaryPostgres> };

export function startTemporaryPostgres(options?: {
  settings?: Record<string, string>;
}): Promise<TemporaryPostgres>;
export function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T>;
export function freePort(): Promise<number>;
