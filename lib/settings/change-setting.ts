import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { toDbDate } from "@/lib/core/calendar-date";
import { DomainError, type FieldIssue } from "@/lib/core/domain-error";
import { fieldChanges } from "@/lib/core/field-changes";
import { recordAudit } from "@/lib/server/audit";
import { clock } from "@/lib/server/clock";
import type { Prisma, Tx } from "@/lib/server/db";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { newId } from "@/lib/server/ids";
import { requirePermission } from "@/lib/server/require-permission";
import type { ChangeSettingInput } from "./schema";
import { type SettingKey, settingSpec } from "./setting-specs";

/**
 * Writes a new version of a setting that holds from a date on, today at the earliest; older versions stay (rules 5.8).
 * Settings marked ● need the director. Throws `settings.from_past`, `common.changed_meanwhile` when somebody else
 * has changed it since, `common.invalid_input` with one issue per field.
 */
export async function changeSetting(
  actor: Actor,
  input: ChangeSettingInput,
  key: IdempotencyKey,
): Promise<{ versionId: string }> {
  const spec = settingSpec(input.key);
  requirePermission(actor, spec.directorOnly ? "setting:change_limits" : "setting:change");
  const value = readValue(input);
  return transactOnce({ key, actor, action: "settings.changeSetting", input }, async (tx) => {
    if (input.effectiveFrom < clock.today()) {
      throw new DomainError("settings.from_past", undefined, [
        { path: "effectiveFrom", code: "settings.from_past" },
      ]);
    }
    await lockSetting(tx, input.key);
    const latest = await tx.setting.findFirst({
      where: { key: input.key },
      orderBy: [{ changedAt: "desc" }, { id: "desc" }],
      select: { id: true, value: true },
    });
    if ((latest?.id ?? null) !== input.seenVersionId) {
      throw new DomainError("common.changed_meanwhile");
    }
    const versionId = newId();
    await tx.setting.create({
      data: {
        id: versionId,
        key: input.key,
        value: value as Prisma.InputJsonValue,
        effectiveFrom: toDbDate(input.effectiveFrom),
        reason: input.reason,
        changedById: actor.id,
        changedAt: clock.now(),
      },
    });
    const before = spec.show(latest ? latest.value : spec.fallback);
    await recordAudit(tx, actor, {
      type: "setting.changed",
      subjectType: "setting",
      subjectId: versionId,
      details: {
        key: input.key,
        effectiveFrom: input.effectiveFrom,
        reason: input.reason,
        ...fieldChanges(before, spec.show(value)),
      },
    });
    return { versionId };
  });
}

function readValue({ key, fields }: ChangeSettingInput): unknown {
  const parsed = settingSpec(key).input.safeParse(fields);
  if (parsed.success) return parsed.data;
  const issues: FieldIssue[] = parsed.error.issues.map((issue) => ({
    path: ["fields", ...issue.path].join("."),
    code: /^[a-z_]+\.[a-z_]+$/.test(issue.message) ? issue.message : `common.${issue.code}`,
    ...("params" in issue && issue.params
      ? { details: issue.params as Record<string, string> }
      : {}),
  }));
  throw new DomainError("common.invalid_input", undefined, issues);
}

/** Two people changing the same setting wait for each other; there may be no row yet to lock. */
async function lockSetting(tx: Tx, key: SettingKey): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`setting ${key}`}))`;
}
