import type { Actor } from "@/lib/auth/permissions";

/** Stands in for lib/server/session and next/headers in the tests of the matrix: whoever was signed in last. */
let signedIn: Actor | null = null;

export function signIn(person: Actor): void {
  signedIn = person;
}

export async function currentActor(): Promise<Actor | null> {
  return signedIn;
}

export async function headers(): Promise<Headers> {
  return new Headers({ origin: "http://localhost:3000" });
}
