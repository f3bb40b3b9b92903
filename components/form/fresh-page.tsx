"use client";
import { useRouter } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useTransition,
} from "react";

type FreshPage = {
  /** Draws the page anew; resolves when the new one is shown. */
  refresh: () => Promise<void>;
  /** Resolves when no refresh is under way: what is read from the page then is what the server has. */
  settled: () => Promise<void>;
};

const Context = createContext<FreshPage | null>(null);

/**
 * Knows while a page is drawn anew after something was done on it. Who presses the next button meanwhile acts on the
 * new page, not on the row versions that the own act before has just made old.
 */
export function FreshPageProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  // Counted with the new page, so that its arrival is noticed even when "pending" was never drawn in between.
  const [drawn, setDrawn] = useState(0);
  const underWay = useRef(false);
  const waiting = useRef<(() => void)[]>([]);

  const settled = useCallback(
    () =>
      new Promise<void>((resolve) => {
        if (underWay.current) waiting.current.push(resolve);
        else resolve();
      }),
    [],
  );
  const refresh = useCallback(() => {
    underWay.current = true;
    startTransition(() => {
      router.refresh();
      setDrawn((count) => count + 1);
    });
    return settled();
  }, [router, settled]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` says that a page has arrived
  useEffect(() => {
    if (isPending) return;
    underWay.current = false;
    for (const resolve of waiting.current.splice(0)) resolve();
  }, [isPending, drawn]);

  const value = useMemo(() => ({ refresh, settled }), [refresh, settled]);
  return <Context.Provider value={value}>{children}</Context.Provider>;
}

/** Outside the application's frame (sign-in, set-up) a page is drawn anew without being waited for. */
export function useFreshPage(): FreshPage {
  const router = useRouter();
  const fromFrame = useContext(Context);
  return useMemo(
    () =>
      fromFrame ?? {
        refresh: async () => router.refresh(),
        settled: async () => {},
      },
    [fromFrame, router],
  );
}
