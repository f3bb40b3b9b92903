import "server-only";
import { pino } from "pino";
import { env } from "@/lib/server/env";

/** What must never reach a log, at any of the first levels of what is logged. */
const SECRET_FIELDS = [
  "password",
  "passwordHash",
  "token",
  "tokenHash",
  "secret",
  "cookie",
  "authorization",
  "detail",
];

/** One JSON line per event on standard output. Log ids and codes, never whole documents. */
export const logger = pino({
  level: env.LOG_LEVEL,
  base: { version: env.APP_VERSION },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  // PostgreSQL's `detail` of a broken CHECK holds the row itself.
  redact: {
    paths: SECRET_FIELDS.flatMap((field) => [
      field,
      `*.${field}`,
      `*.*.${field}`,
      `*.*.*.${field}`,
    ]),
    censor: "[hidden]",
  },
});
