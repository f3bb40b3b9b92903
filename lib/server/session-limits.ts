import "server-only";

/** Life of the rolling cookie: half an hour without a sign of the person. */
export const IDLE_SESSION_SECONDS = 30 * 60;
/** However active the person is, after half a day the password is asked for again. */
const ABSOLUTE_SESSION_SECONDS = 12 * 60 * 60;

/** Whether a session that began at `signedInAt` (epoch seconds) is past its absolute life. */
export function isSessionOver(signedInAt: number | undefined, nowSeconds: number): boolean {
  return nowSeconds - (signedInAt ?? 0) > ABSOLUTE_SESSION_SECONDS;
}
