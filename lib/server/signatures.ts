import "server-only";
import { type Actor, actsInPlace, type Permission, signerOf } from "@/lib/auth/permissions";
import { kindOfSubject } from "@/lib/auth/signed-documents";
import { Money } from "@/lib/core/money";
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
  /** Kind of the document for the delegation's scope, where the subject does not say it: a walk-in's slip. */
  documentKind?: string;
  /** Tax-inclusive amount for the delegation's limit; looked up by `sign` when not given. */
  amount?: string | null;
};

/** The insert of a signature; refuses what the signer's delegation does not reach (Q27). */
export function signatureSql(
  actor: Actor,
  input: SignatureInput,
  id: string = newId(),
): Prisma.Sql {
  const { subjectType, documentKind = kindOfSubject(subjectType), amount = null } = input;
  const signer = signerOf(actor, input.permission, { kind: documentKind, amount });
  const askedByPhone = signer.delegationId !== null && actor.askedByPhone === true;
  return Prisma.sql`
    insert into signature (id, subject_type, subject_id, step, decision, comment, signed_by_id, signed_by_name,
      on_behalf_of_id, on_behalf_of_name, delegation_id, revision, content_hash, signed_at, asked_by_phone)
    values (${id}::uuid, ${input.subjectType}, ${input.subjectId}::uuid, ${input.step}::sign_step,
      ${input.decision}::decision, ${input.comment ?? ""}, ${signer.signedById}::uuid, ${signer.signedByName},
      ${signer.onBehalfOfId}::uuid, ${signer.onBehalfOfName}, ${signer.delegationId}::uuid,
      ${input.revision}, ${input.contentHash}, ${clock.now()}, ${askedByPhone})`;
}

/** Writes a named decision over the revision and content hash that were seen; returns its id. */
export async function sign(tx: Tx, actor: Actor, input: SignatureInput): Promise<string> {
  const id = newId();
  const amount = input.amount ?? (await amountToMeasure(tx, actor, input));
  await tx.$executeRaw(signatureSql(actor, { ...input, amount }, id));
  return id;
}

/** The document's amount, read only for somebody who signs under a delegation with a limit. */
async function amountToMeasure(
  tx: Tx,
  actor: Actor,
  { permission, subjectType, subjectId }: SignatureInput,
): Promise<string | null> {
  if (!actsInPlace(actor, permission)?.amountLimit) return null;
  const [found] = await tx.$queryRaw<{ amount: Prisma.Decimal | null }[]>`
    select amount from signed_document where subject_type = ${subjectType} and id = ${subjectId}::uuid`;
  return found?.amount ? Money.of(found.amount).toString() : null;
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
  /** The delegate had asked the principal by telephone. */
  askedByPhone: boolean;
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
    ({
      id,
      step,
      decision,
      comment,
      signedByName,
      onBehalfOfName,
      askedByPhone,
      signedAt,
      voidedAt,
    }) => ({
      id,
      step,
      decision,
      comment,
      signedByName,
      onBehalfOfName,
      askedByPhone,
      signedAt,
      voided: voidedAt !== null,
    }),
  );
}
