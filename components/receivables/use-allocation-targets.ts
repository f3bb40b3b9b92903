"use client";
import { useEffect, useState } from "react";
import type { AllocationTargets } from "@/lib/receivables/queries";

export type TargetsState =
  | { status: "none" | "loading" | "failed"; targets: null }
  | { status: "ready"; targets: AllocationTargets };

/** Reads what the money of a customer can be assigned to; a later choice of customer cancels the earlier read. */
export function useAllocationTargets(customerId: string | null): TargetsState {
  const [answer, setAnswer] = useState<{ customerId: string; targets: AllocationTargets | null }>();

  useEffect(() => {
    if (!customerId) return;
    const abort = new AbortController();
    const url = `/api/hints/receipt-targets?customerId=${encodeURIComponent(customerId)}`;
    fetch(url, { signal: abort.signal })
      .then(async (response) =>
        response.ok ? ((await response.json()) as AllocationTargets) : null,
      )
      .catch(() => null)
      .then((targets) => {
        if (!abort.signal.aborted) setAnswer({ customerId, targets });
      });
    return () => abort.abort();
  }, [customerId]);

  if (!customerId) return { status: "none", targets: null };
  if (answer?.customerId !== customerId) return { status: "loading", targets: null };
  if (!answer.targets) return { status: "failed", targets: null };
  return { status: "ready", targets: answer.targets };
}
