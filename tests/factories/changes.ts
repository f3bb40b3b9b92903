import type { Actor } from "@/lib/auth/permissions";
import { approveRevision } from "@/lib/changes/approve-revision";
import { changeStart } from "@/lib/changes/change-start";
import { checkRevision } from "@/lib/changes/check-revision";
import { saveRevision } from "@/lib/changes/save-revision";
import { type SaveRevisionInput, saveRevisionInput } from "@/lib/changes/schema";
import { submitRevision } from "@/lib/changes/submit-revision";
import { type OrderHead, toOrder } from "@/lib/contracts/order-values";
import type { OrderFormValues } from "@/lib/contracts/schema";
import { clock } from "@/lib/server/clock";
import { db } from "@/lib/server/db";
import { aKey, anActor } from "@/tests/factories/people";

type Line = OrderFormValues["lines"][number];
/** A line as the change screen sends it, with the contract's line that it keeps. */
type ChangedLine = { line: Line; id: string | null };

export type Edit = {
  head?: Partial<OrderHead>;
  /** Changes of the goods lines by position; `null` takes the line out. */
  lines?: Readonly<Record<number, Partial<Line> | null>>;
  add?: readonly Line[];
  reason?: string;
};

export type ChangeTeam = { clerk: Actor; chief: Actor; director: Actor };

export async function changeTeam(): Promise<ChangeTeam> {
  return {
    clerk: await anActor("CLERK", { duties: ["CONTRACT_DRAFTING", "CONTRACT_NUMBERING"] }),
    chief: await anActor("SECTION_CHIEF"),
    director: await anActor("FACTORY_DIRECTOR"),
  };
}

/** What the change screen sends: the whole contract as it stands, edited, agreed and read back anew. */
export async function changeValues(
  clerk: Actor,
  contractId: string,
  { head = {}, lines = {}, add = [], reason = "客户要求变更" }: Edit,
): Promise<SaveRevisionInput> {
  const start = await changeStart(clerk, contractId);
  if (!start) throw new Error("The contract cannot be changed");
  const order = toOrder(
    {
      ...start.head,
      agreedPrice: true,
      agreedDelivery: true,
      agreedPayment: true,
      agreedWith: "王工",
      agreedOn: clock.today(),
      readBackConfirmed: true,
      readBackByName: "王工",
      ...head,
    },
    start.goods,
    start.charges,
  );
  const kept = order.lines.flatMap((line, index): ChangedLine[] => {
    const change = lines[index];
    if (change === null) return [];
    return [{ line: { ...line, ...change } as Line, id: start.lineIds[index] ?? null }];
  });
  const all = [...kept, ...add.map((line) => ({ line, id: null }))];
  return saveRevisionInput.parse({
    contractId,
    revisionId: start.revisionId,
    rowVersion: start.rowVersion,
    reason,
    proposal: {
      order: { ...order, lines: all.map(({ line }) => line) },
      lineIds: all.map(({ id }) => id),
    },
  });
}

export async function revisionRefOf(id: string) {
  const { rowVersion } = await db.contractRevision.findUniqueOrThrow({ where: { id } });
  return { revisionId: id, rowVersion };
}

export const decisionOn = async (id: string, comment = "") => ({
  ...(await revisionRefOf(id)),
  comment,
});

export async function aDraftChange(clerk: Actor, contractId: string, edit: Edit): Promise<string> {
  const { id } = await saveRevision(clerk, await changeValues(clerk, contractId, edit), aKey());
  return id;
}

export async function aSubmittedChange(
  { clerk }: ChangeTeam,
  contractId: string,
  edit: Edit,
): Promise<string> {
  const id = await aDraftChange(clerk, contractId, edit);
  await submitRevision(clerk, await revisionRefOf(id), aKey());
  return id;
}

export async function aCheckedChange(
  team: ChangeTeam,
  contractId: string,
  edit: Edit,
): Promise<string> {
  const id = await aSubmittedChange(team, contractId, edit);
  await checkRevision(team.chief, await decisionOn(id), aKey());
  return id;
}

/** A change that went through all signatures and is in force. */
export async function anEffectiveChange(
  team: ChangeTeam,
  contractId: string,
  edit: Edit,
): Promise<string> {
  const id = await aCheckedChange(team, contractId, edit);
  await approveRevision(team.director, await decisionOn(id), aKey());
  return id;
}
