/** A browser that cannot say when it is idle (Safari) gets its page a head start instead. */
const HEAD_START_MS = 2000;

/**
 * Fetches ahead what the next key or tap may need, but only after the page itself is there and the browser has
 * nothing better to do. Answers how to call it off.
 */
export function whenIdle(fetchAhead: () => Promise<unknown>): () => void {
  let cancel = () => {};
  // Without a network nothing is lost: what is asked for in earnest is fetched again.
  const start = () => void fetchAhead().catch(() => {});
  const wait = () => {
    if (typeof window.requestIdleCallback === "function") {
      const id = window.requestIdleCallback(start);
      cancel = () => window.cancelIdleCallback(id);
    } else {
      const id = window.setTimeout(start, HEAD_START_MS);
      cancel = () => window.clearTimeout(id);
    }
  };
  if (document.readyState === "complete") wait();
  else {
    window.addEventListener("load", wait, { once: true });
    cancel = () => window.removeEventListener("load", wait);
  }
  return () => cancel();
}
