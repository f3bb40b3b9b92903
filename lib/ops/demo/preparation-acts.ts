import { DomainError } from "@/lib/core/domain-error";
import { signOrder, submitOrder } from "@/lib/preparation/decide-preparation";
import { finishPreparation, receivePreparation } from "@/lib/preparation/execute-preparation";
import { newPreparationForm } from "@/lib/preparation/queries";
import { savePreparation } from "@/lib/preparation/save-preparation";
import { savePreparationInput } from "@/lib/preparation/schema";
import { db } from "@/lib/server/db";
import { newKey } from "./keys";
import type { Staff, Username } from "./people";

/**
 * The mandatory order of a mixed contract, from draft to prepared; false where the stock is not there (R1.1.3-P).
 * A contract wholly in stock needs none.
 */
export async function prepareStock(
  staff: Staff,
  clerk: Username,
  contractId: string,
): Promise<boolean> {
  const form = await newPreparationForm(await staff.who(clerk), contractId);
  if (!form?.isMandatory) return true;
  if (form.lines.every(({ unordered }) => unordered === "0")) return true;
  try {
    const id = await draftOrderOf(staff, clerk, contractId);
    if (id === null) return false;
    await submitOrderOf(staff, clerk, id);
    await signOrderOf(staff, id);
    await receivePreparation(await staff.who("keeper"), await orderRef(id), newKey());
    await finishOrderOf(staff, id, 0);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

export async function draftOrderOf(
  staff: Staff,
  clerk: Username,
  contractId: string,
): Promise<string | null> {
  const actor = await staff.who(clerk);
  const form = await newPreparationForm(actor, contractId);
  if (!form || form.lines.every(({ unordered }) => unordered === "0")) return null;
  const input = savePreparationInput.parse(form.values);
  return (await savePreparation(actor, input, newKey())).preparationId;
}

export async function submitOrderOf(staff: Staff, clerk: Username, id: string): Promise<void> {
  await submitOrder(await staff.who(clerk), await orderRef(id), newKey());
}

export async function signOrderOf(staff: Staff, id: string): Promise<void> {
  const input = { ...(await orderRef(id)), comment: "同意备货" };
  await signOrder(await staff.who("chief"), input, newKey());
}

/** Everything is ready but `missing` pieces of the first line. */
export async function finishOrderOf(staff: Staff, id: string, missing: number): Promise<void> {
  const lines = await db.preparationLine.findMany({
    where: { preparationId: id },
    orderBy: { lineNo: "asc" },
  });
  const prepared = Object.fromEntries(
    lines.map((line, index) => [
      line.id,
      (index === 0 ? line.prepareQty.minus(missing) : line.prepareQty).toFixed(3),
    ]),
  );
  const shortageNote = missing > 0 ? `有 ${missing} 支刃口生锈，不能发货` : "";
  const input = { ...(await orderRef(id)), prepared, bins: {}, shortageNote };
  await finishPreparation(await staff.who("keeper"), input, newKey());
}

export async function orderRef(id: string): Promise<{ preparationId: string; rowVersion: number }> {
  const { rowVersion } = await db.preparationOrder.findUniqueOrThrow({
    where: { id },
    select: { rowVersion: true },
  });
  return { preparationId: id, rowVersion };
}
