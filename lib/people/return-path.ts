/** Where to go after signing in: a path of this application, never another site; `/` otherwise. */
export function returnPath(wanted: string | string[] | undefined | null): string {
  const text = Array.isArray(wanted) ? wanted[0] : wanted;
  if (!text || text.length > 500 || !/^\/(?![/\\])/.test(text) || /[\\\s]/.test(text)) return "/";
  const { origin, pathname, search } = new URL(text, "http://own.invalid");
  const isOwn = origin === "http://own.invalid" && !pathname.startsWith("//");
  return isOwn && !pathname.startsWith("/sign-in") ? pathname + search : "/";
}
