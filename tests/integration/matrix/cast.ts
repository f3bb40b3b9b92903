import type { Actor } from "@/lib/auth/permissions";
import { DUTIES, ROLES, type Role } from "@/lib/auth/roles";
import type { ActionResult } from "@/lib/server/action-result";
import { aKey, anActor } from "@/tests/factories/people";
import { aShippingTeam, type ShippingTeam } from "@/tests/factories/shipping";
import { signIn } from "./signed-in";

type People = Record<Role, Actor>;
export type Cast = {
  /** One person of every role, each with every duty: those who try. */
  people: People;
  /** Those who bring documents where they are tried; the clerk is the one of `people`, the signers are others. */
  team: ShippingTeam;
};

export async function aCast(): Promise<Cast> {
  const everybody: [Role, Actor][] = [];
  for (const role of ROLES) everybody.push([role, await anActor(role, { duties: DUTIES })]);
  const people = Object.fromEntries(everybody) as People;
  const team = { ...(await aShippingTeam()), clerk: people.CLERK };
  return { people, team };
}

/** Acts as somebody on the way to a status; what is refused there is a mistake of the test. */
export async function does<Input, T>(
  person: Actor,
  action: (raw: Input, key: string) => Promise<ActionResult<T>>,
  input: Input,
): Promise<T> {
  signIn(person);
  const result = await action(input, aKey());
  if (!result.ok) throw new Error(`The document could not be brought there: ${result.error.code}`);
  return result.data;
}

export const REASON = "原因在此";
