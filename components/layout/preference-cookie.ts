const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** A preference of this browser, which the server reads before the first byte of the next page. */
export function setPreferenceCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing outside secure contexts
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
