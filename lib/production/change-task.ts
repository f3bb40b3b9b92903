import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { lockContract } from "@/lib/contracts/load";
import { fromDbDate, toDbDate } from "@/lib/core/calendar-date";
import { DomainError } from "@/lib/core/domain-error";
import { type BothLanguages, openAcknowledgement } from "@/lib/records/acknowledgements";
import { recordAudit } from "@/lib/server/audit";
import { type IdempotencyKey, transactOnce } from "@/lib/server/idempotency";
import { sign } from "@/lib/server/signatures";
import type { ChangeTaskInput } from "./schema";
import { taskContentHash } from "./task-content";
import { contractOfTask, lockTask, taskFacts, type WholeTask } from "./task-load";
import { assertTaskMove, moveTask } from "./task-move";

/**
 * The chief changes an issued notice: required dates, technical and packing requirements, priority, with a reason.
 * Signed anew over what it says now; production must acknowledge (F06 变更). Quantities change by cancelling and
 * issuing another.
 */
export function changeTask(
  actor: Actor,
  input: ChangeTaskInput,
  key: IdempotencyKey,
): Promise<{ taskId: string }> {
  return transactOnce({ key, actor, action: "task.change", input }, async (tx) => {
    await lockContract(tx, await contractOfTask(tx, input.taskId));
    const task = { ...(await lockTask(tx, input.taskId)), rowVersion: input.rowVersion };
    const command = task.status === "ACCEPTED" ? "change_accepted" : "change_issued";
    const plan = assertTaskMove(command, taskFacts(task), actor);
    const changes = changesOf(task, input);
    if (changes.length === 0) throw new DomainError("production.nothing_changed");
    for (const { id, requiredOn, technicalRequirement, packingRequirement } of input.lines) {
      await tx.taskLine.updateMany({
        where: { id, taskId: task.id },
        data: {
          requiredOn: toDbDate(requiredOn),
          technicalRequirement,
          packingRequirement,
          rowVersion: { increment: 1 },
        },
      });
    }
    const revision = task.revision + 1;
    await moveTask(tx, task, plan.to, { priority: input.priority, revision });
    const changed = await lockTask(tx, task.id);
    await sign(tx, actor, {
      permission: "production:sign",
      subjectType: "production_task",
      subjectId: task.id,
      step: "CHECKED",
      decision: "AGREE",
      comment: input.reason,
      revision,
      contentHash: taskContentHash(changed),
    });
    const what = {
      zh: changes.map(({ zh }) => zh).join("；"),
      en: changes.map(({ en }) => en).join("; "),
    };
    await openAcknowledgement(tx, actor, {
      subjectType: "production_task",
      subjectId: task.id,
      contractId: task.contractId,
      holder: "PRODUCTION",
      paperType: "production_task",
      paperId: task.id,
      paperNo: task.docNo ?? "",
      what,
      reason: input.reason,
    });
    await recordAudit(tx, actor, {
      type: "task.revised",
      subjectType: "production_task",
      subjectId: task.id,
      details: { docNo: task.docNo ?? "", what: what.zh, whatEn: what.en, reason: input.reason },
    });
    return { taskId: task.id };
  });
}

const PRIORITY_WORDS = {
  NORMAL: { zh: "正常", en: "normal" },
  URGENT: { zh: "紧急", en: "urgent" },
} as const;

/** What production reads: old and new of every field, in the words of the paper. */
function changesOf(task: WholeTask, input: ChangeTaskInput): BothLanguages[] {
  const lines = new Map(task.lines.map((line) => [line.id, line]));
  const found: BothLanguages[] = [];
  const [was, is] = [PRIORITY_WORDS[task.priority], PRIORITY_WORDS[input.priority]];
  if (was !== is)
    found.push({ zh: `紧急程度：${was.zh} → ${is.zh}`, en: `Priority: ${was.en} → ${is.en}` });
  for (const asked of input.lines) {
    const line = lines.get(asked.id);
    if (!line) throw new DomainError("common.not_found");
    const add = (zh: string, en: string, text: string) =>
      found.push({
        zh: `第 ${line.lineNo} 行${zh}：${text || "无"}`,
        en: `Line ${line.lineNo}, ${en}: ${text || "none"}`,
      });
    const before = fromDbDate(line.requiredOn);
    if (before !== asked.requiredOn)
      add("要求完成", "required by", `${before} → ${asked.requiredOn}`);
    if (line.technicalRequirement !== asked.technicalRequirement)
      add("技术要求", "technical requirement", asked.technicalRequirement);
    if (line.packingRequirement !== asked.packingRequirement)
      add("包装要求", "packing", asked.packingRequirement);
  }
  return found;
}
