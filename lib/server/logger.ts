import "server-only";
import { type DestinationStream, pino } from "pino";
import { env } from "@/lib/server/env";

/**
 * What must never reach a log, at any of the first levels of what is logged. PostgreSQL's `detail` of a broken CHECK
 * holds the row itself.
 */
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

/** One JSON line per event. Log ids and codes, never whole documents. */
export function createLogger(destination: DestinationStream = pino.destination(1)) {
  return pino(
    {
      level: env.LOG_LEVEL,
      base: { version: env.APP_VERSION },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: SECRET_FIELDS.flatMap((field) => [
          field,
          `*.${field}`,
          `*.*.${field}`,
          `*.*.*.${field}`,
        ]),
        censor: "[hidden]",
      },
    },
    destination,
  );
}

export const logger = createLogger();
