/**
 * The web process: Next behind our own HTTP server, so that it can stop without cutting off what it is doing.
 * Started by run.mjs and by the browser tests; ends when the process that started it ends.
 */
import { randomUUID } from "node:crypto";
import http from "node:http";
import next from "next";
import { pino } from "pino";
import { ROOT } from "./paths.mjs";

const PATIENCE_MS = 2_000; // for answers that are being sent, streams included
const HARD_LIMIT_MS = 15_000;

process.env.NEXT_MANUAL_SIG_HANDLE = "true"; // Next would exit at once
const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: { version: process.env.APP_VERSION },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

/** The secret of a one-time link is part of its path. */
const withoutSecrets = (path) => path.replace(/^\/welcome\/.+/, "/welcome/[hidden]");

const port = Number.parseInt(process.env.PORT ?? "3000", 10);
const hostname = process.env.HOST ?? "127.0.0.1";
const server = http.createServer();
const app = next({
  dev: process.env.NODE_ENV === "development",
  dir: ROOT,
  hostname,
  port,
  httpServer: server,
});

let stopping = false;
async function stop(reason) {
  if (stopping) return;
  stopping = true;
  log.info({ reason }, "stopping");
  setTimeout(() => process.exit(1), HARD_LIMIT_MS).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
  await closed;
  await app.close().catch(() => undefined);
  process.exit(0);
}

process.on("SIGTERM", () => stop("SIGTERM"));
// In a terminal Ctrl+C reaches every process of the group; the one that started us decides what happens.
process.on("SIGINT", () => !process.connected && stop("SIGINT"));
process.on("disconnect", () => {
  // Whoever started us was killed. It cannot stop its database any more, so we do.
  stop("parent is gone").finally(stopDatabase);
  process.on("exit", stopDatabase);
});
process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));

function stopDatabase() {
  const pid = Number.parseInt(process.env.EMBEDDED_POSTGRES_PID ?? "", 10);
  if (Number.isNaN(pid)) return;
  try {
    process.kill(pid, "SIGINT");
  } catch {
    // it has ended already
  }
}

await app.prepare();
const handle = app.getRequestHandler();

server.on("request", (request, response) => {
  const started = performance.now();
  // Ours alone: an id from outside could forge lines of the log.
  const requestId = randomUUID();
  request.headers["x-request-id"] = requestId;
  response.setHeader("X-Request-Id", requestId);
  if (stopping) response.setHeader("Connection", "close");
  response.once("close", () => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname.startsWith("/_next/static/")) return;
    const milliseconds = Math.round(performance.now() - started);
    log.info(
      {
        requestId,
        method: request.method,
        path: withoutSecrets(pathname),
        status: response.statusCode,
        milliseconds,
      },
      "request",
    );
  });
  handle(request, response);
});
server.once("error", (error) => {
  log.fatal({ err: error }, "cannot listen");
  process.exit(1);
});
server.listen(port, hostname, () => {
  log.info({ port, hostname }, "listening");
  process.send?.("ready");
});
