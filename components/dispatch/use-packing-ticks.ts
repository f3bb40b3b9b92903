"use client";
import { useEffect, useRef, useState } from "react";
import { runAction } from "@/components/form/run-action";
import { newSubmissionKey } from "@/components/form/submission-key";
import { tickLineAction } from "@/lib/dispatch/actions";
import type { PackingDetail } from "@/lib/dispatch/queries";
import type { ActionFailure } from "@/lib/server/action-result";

export type PackingWork = Pick<
  PackingDetail,
  "id" | "rowVersion" | "lines" | "boxes" | "enclosedDocs" | "remark"
>;

const tickedOf = (lines: PackingWork["lines"]): ReadonlySet<string> =>
  new Set(lines.filter(({ isChecked }) => isChecked).map(({ id }) => id));

/**
 * Ticks as fast as somebody presses a key: shown at once, sent one after another, each with the version that the one
 * before it made. What is refused is taken back and said.
 */
export function usePackingTicks({ id, rowVersion, lines }: PackingWork) {
  const version = useRef(rowVersion);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [ticked, setTicked] = useState(() => tickedOf(lines));
  const [failure, setFailure] = useState<ActionFailure | null>(null);

  // A refreshed page tells what is stored, unless ticks went on meanwhile.
  useEffect(() => {
    if (rowVersion < version.current) return;
    version.current = rowVersion;
    setTicked(tickedOf(lines));
  }, [rowVersion, lines]);

  const show = (lineId: string, checked: boolean) =>
    setTicked((current) => {
      const next = new Set(current);
      if (checked) next.add(lineId);
      else next.delete(lineId);
      return next;
    });

  const send = async (lineId: string, checked: boolean) => {
    const input = { packingListId: id, rowVersion: version.current, lineId, checked };
    const result = await runAction(tickLineAction, input, newSubmissionKey());
    if (result === null) return;
    if (result.ok) version.current = result.data.rowVersion;
    else setFailure(result.error);
    show(lineId, result.ok ? checked : !checked);
  };

  const tick = (lineId: string, checked: boolean) => {
    setFailure(null);
    show(lineId, checked);
    queue.current = queue.current.then(() => send(lineId, checked));
  };

  /** The version to write with, when all ticks have been answered. */
  const currentVersion = async () => {
    await queue.current;
    return version.current;
  };

  return { ticked, tick, failure, currentVersion };
}
