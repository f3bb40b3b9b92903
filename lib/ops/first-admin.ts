/** Prints the one-time link of the first administrator, as long as nobody can sign in. See databases.mjs. */
import { createFirstAdmin } from "@/lib/people/create-first-admin";
import { env } from "@/lib/server/env";

export async function main(): Promise<void> {
  const created = await createFirstAdmin();
  if (created) console.log(`${env.APP_ORIGIN[0]}${created.path}`);
}
