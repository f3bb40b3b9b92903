"use client";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useTransition } from "react";

/**
 * Draws the page anew after something was done, together with what goes along (closing a dialog, going elsewhere):
 * until the new page is there the old one stays as it is. So nobody acts on a row version that one's own act has
 * just made old. The answered promise resolves when the new page is shown, or when the caller has left it.
 */
export function useFreshPage(): (along?: () => void) => Promise<void> {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const waiting = useRef<(() => void)[]>([]);

  const settle = useCallback(() => {
    for (const resolve of waiting.current.splice(0)) resolve();
  }, []);
  useEffect(() => {
    if (!isPending) settle();
  }, [isPending, settle]);
  useEffect(() => settle, [settle]);

  return useCallback(
    (along) =>
      new Promise((resolve) => {
        waiting.current.push(resolve);
        startTransition(() => {
          along?.();
          router.refresh();
        });
      }),
    [router],
  );
}
