import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import { findActor } from "@/lib/server/actor";
import { authOptions } from "@/lib/server/auth-options";

/** The signed-in person as the database knows them now; read once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await getServerSession(authOptions);
  if (!session?.personId || session.expired) return null;
  return findActor(session.personId, session.sessionVersion ?? 0);
});

/** Set by proxy.ts: the page that was asked for, so that signing in leads back to it. */
const PATH_HEADER = "x-path";

/** For pages: the actor, or the way to the sign-in page. Gate the page's content with `allowed`. */
export async function pageActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const path = (await headers()).get(PATH_HEADER);
  redirect(path && path !== "/" ? `/sign-in?from=${encodeURIComponent(path)}` : "/sign-in");
}

/** For pages with a permission: the actor and whether the page may show its content. */
export async function gate(permission: Permission): Promise<{ actor: Actor; allowed: boolean }> {
  const actor = await pageActor();
  return { actor, allowed: can(actor, permission) };
}
