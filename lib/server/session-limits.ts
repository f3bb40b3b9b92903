import "server-only";

/** Absolute life of a session; the idle limit is the life of the rolling cookie (auth-options). */
export const ABSOLUTE_SESSION_SECONDS = 12 * 60 * 60;
export const IDLE_SESSION_SECONDS = 30 * 60;
