/** What `npm run admin:link` does inside the application; see admin-link.mjs. */
import { createAdminLink } from "@/lib/people/create-admin-link";
import { env } from "@/lib/server/env";

export async function main([username]: string[]): Promise<void> {
  const link = await createAdminLink(username ?? null);
  if (link.outcome === "made") {
    console.log(`One-time link for ${link.username}, valid for three days:`);
    console.log(`${env.APP_ORIGIN[0]}${link.path}`);
  } else if (link.usernames.length === 0) {
    console.log("There is no administrator yet: npm start prints the link of the first one.");
  } else {
    console.log(`Say which one: npm run admin:link -- ${link.usernames.join(" | ")}`);
  }
}
