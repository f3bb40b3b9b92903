import type { Instrumentation } from "next";

/** Errors of pages and routes, as one JSON line each with the id that the reader sees (`digest`). */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logger } = await import("@/lib/server/logger");
  const requestId = request.headers["x-request-id"];
  const { routePath, routeType } = context;
  logger.error(
    { err: error, requestId, method: request.method, routePath, routeType },
    "request failed",
  );
};
