import { expect } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { listSignatures } from "@/lib/server/signatures";
import { listWorkItems } from "@/lib/server/work-items";
import { seenReview } from "../factories/reviews";

/** What somebody has to do, about one review or about anything. */
export async function kindsOf(actor: Actor, id?: string) {
  return (await listWorkItems(actor))
    .filter(({ subjectId }) => id === undefined || subjectId === id)
    .map(({ kind }) => kind);
}

/** What is refused changes nothing of the review and leaves no signature. */
export async function expectUnchanged(id: string, act: () => Promise<unknown>, refusal: object) {
  const before = await seenReview(id);
  const signatures = await listSignatures(id);
  await expect(act()).rejects.toMatchObject(refusal);
  expect(await seenReview(id)).toEqual(before);
  expect(await listSignatures(id)).toEqual(signatures);
}
