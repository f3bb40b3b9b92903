import "server-only";
import { type Actor, type Permission, signerOf } from "@/lib/auth/permissions";
import { clock } from "@/lib/server/clock";
import { db, Prisma, type Tx } from "@/lib/server/db";
import type { Decision, SignStep } from "@/lib/server/generated/enums";
import { newId } from "@/lib/server/ids";

export type SignatureInput = {
  /** Under which permission the person signs: decides whether it is "代". */
  permission: Permission;
  subjectType: string;
  subjectId: string;
  step: SignStep;
  decision: Decision;
  comment?: string;
  /** What was on the screen. */
  revision: number;
  contentHash: string;
};

export function signatureSql(
  actor: Actor,
  input: SignatureInput,
  id: string = newId(),
): Prisma.Sql {
  const signer = signerOf(actor, input.permission);
  return Prisma.sql`
    insert into signature (id, subject_type, subject_id, step, decision, comment, signed_by_id, signed_by_name,
      on_behalf_of_id, on_behalf_of_name, delegation_id, revision, content_hash, signed_at)
    values (${id}::uuid, ${input.subjectType}, ${input.subjectId}::uuid, ${input.step}::sign_step,
      ${input.decision}::decision, ${input.comment ?? ""}, ${signer.signedById}::uuid, ${signer.signedByName},
      ${signer.onBehalfOfId}::uuid, ${signer.onBehalfOfName}, ${signer.delegationId}::uuid,
      ${input.revision}, ${input.contentHash}, ${clock.now()})`;
}

/** Writes a named decision over the revision and content hash that were seen; returns its id. */
export async function sign(tx: Tx, actor: Actor, input: SignatureInput): Promise<string> {
  const id = newId();
  await tx.$executeRaw(signatureSql(actor, input, id));
  return id;
}

/** Return, withdrawal and any change of business fields void what was signed. */
export async function voidSignatures(tx: Tx, subjectId: string): Promise<void> {
  await tx.$executeRaw`
    update signature set voided_at = ${clock.now()} where subject_id = ${subjectId}::uuid and voided_at is null`;
}

export type SignatureRow = {
  id: string;
  step: SignStep;
  decision: Decision;
  comment: string;
  signedByName: string;
  /** Set when the signer acted for somebody: printed as "代". */
  onBehalfOfName: string | null;
  signedAt: Date;
  voided: boolean;
};

/** All decisions on a document in order, voided ones marked. */
export async function listSignatures(subjectId: string): Promise<SignatureRow[]> {
  const rows = await db.signature.findMany({
    where: { subjectId },
    orderBy: [{ signedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(
    ({ id, step, decision, comment, signedByName, onBehalfOfName, signedAt, voidedAt }) => ({
      id,
      step,
      decision,
      comment,
      signedByName,
      onBehalfOfName,
      signedAt,
      voided: voidedAt !== null,
    }),
  );
}
