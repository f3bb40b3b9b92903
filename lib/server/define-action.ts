import "server-only";
import { unstable_rethrow } from "next/navigation";
import type * as z from "zod";
import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import type { ActionFailure, ActionResult, FieldIssue } from "@/lib/server/action-result";
import { databaseRefusal } from "@/lib/server/database-refusal";
import { type IdempotencyKey, idempotencyKey } from "@/lib/server/idempotency";
import { logger } from "@/lib/server/logger";
import { assertSameOrigin } from "@/lib/server/origin";
import { currentRequestId } from "@/lib/server/request-id";
import { currentActor } from "@/lib/server/session";

type ActionSpec<Schema extends z.ZodType, T> = {
  permission: Permission;
  input: Schema;
  run: (actor: Actor, input: z.output<Schema>, key: IdempotencyKey) => Promise<T>;
};

/**
 * The only door for writes: origin, actor from the database, permission, zod with one issue per cell,
 * typed refusals. An unknown error is logged with the request's id and answered as `errors.unexpected`.
 */
export function defineAction<Schema extends z.ZodType, T>({
  permission,
  input,
  run,
}: ActionSpec<Schema, T>) {
  return async (raw: z.input<Schema>, rawKey: string): Promise<ActionResult<T>> => {
    try {
      await assertSameOrigin();
      const actor = await currentActor();
      if (!actor) return refuse({ code: "common.unauthenticated" });
      if (!can(actor, permission)) return refuse({ code: "common.forbidden" });
      const key = idempotencyKey.safeParse(rawKey);
      if (!key.success) return refuse({ code: "common.invalid_key" });
      const { rest, askedByPhone } = takePhoneMark(raw);
      const parsed = input.safeParse(rest);
      if (!parsed.success) return refuse(invalidInput(parsed.error));
      const person: Actor = { ...actor, under: permission, askedByPhone };
      return { ok: true, data: await run(person, parsed.data, key.data) };
    } catch (error) {
      unstable_rethrow(error);
      return refuse(await toFailure(error, permission));
    }
  };
}

/** A delegate's mark 电话请示 may come with any act (Q27): it belongs to who signs, not to what is signed. */
function takePhoneMark(raw: unknown): { rest: unknown; askedByPhone: boolean } {
  if (typeof raw !== "object" || raw === null || !("askedByPhone" in raw)) {
    return { rest: raw, askedByPhone: false };
  }
  const { askedByPhone, ...rest } = raw;
  return { rest, askedByPhone: askedByPhone === true };
}

const refuse = (error: ActionFailure) => ({ ok: false, error }) as const;

/** A refusal as data; anything else is logged and gets the request's id. */
export async function toFailure(error: unknown, where: string): Promise<ActionFailure> {
  const known = error instanceof DomainError ? error : databaseRefusal(error);
  if (known) {
    return {
      code: known.code,
      ...(known.details && { details: known.details }),
      ...(known.issues && { issues: known.issues }),
    };
  }
  const requestId = await currentRequestId();
  logger.error({ err: error, requestId, where }, "unexpected error");
  return { code: "errors.unexpected", requestId, details: { requestId } };
}

function invalidInput(error: z.ZodError): ActionFailure {
  return { code: "common.invalid_input", issues: error.issues.map(toFieldIssue) };
}

/** Our own checks carry their refusal code as message; zod's own are named by kind. */
function toFieldIssue(issue: z.core.$ZodIssue): FieldIssue {
  const path = issue.path.map(String).join(".");
  if (/^[a-z_]+(\.[a-z_0-9]+)+$/.test(issue.message)) {
    const params =
      "params" in issue && issue.params ? (issue.params as Record<string, string>) : undefined;
    return { path, code: issue.message, ...(params && { details: params }) };
  }
  return { path, code: `common.${issue.code}` };
}
