import { unstable_rethrow } from "next/navigation";
import type { ActionFailure, ActionResult } from "@/lib/server/action-result";

export type FormAction<Input, T> = (input: Input, key: string) => Promise<ActionResult<T>>;

/**
 * Calls a server action and turns what can go wrong on the way into a failure with a code. Null when the action
 * answered with a redirect: the router is already on its way.
 */
export async function runAction<Input, T>(
  action: FormAction<Input, T>,
  input: Input,
  key: string,
): Promise<ActionResult<T> | null> {
  if (!navigator.onLine) return failed("offline");
  try {
    return await action(input, key);
  } catch (error) {
    if (isRouterSignal(error)) return null;
    // The request may have arrived before the line broke: nothing is claimed about what was done.
    return failed("common.no_answer");
  }
}

function failed(code: string): { ok: false; error: ActionFailure } {
  return { ok: false, error: { code } };
}

function isRouterSignal(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}
