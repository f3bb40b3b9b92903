import { describe, expect, it, vi } from "vitest";

vi.stubEnv("LOG_LEVEL", "info");
vi.resetModules(); // another file may have read the environment already
const { createLogger } = await import("@/lib/server/logger");

function logged(entry: object): Record<string, unknown> {
  const lines: string[] = [];
  createLogger({ write: (line: string) => void lines.push(line) }).info(entry, "event");
  return JSON.parse(lines[0] ?? "{}");
}

describe("the log", () => {
  it("is one JSON object per event, with its level, time and request", () => {
    expect(logged({ requestId: "r-1" })).toMatchObject({
      level: "info",
      msg: "event",
      requestId: "r-1",
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
    });
  });

  it("hides passwords, tokens and cookies wherever they stand", () => {
    const entry = { input: { password: "p-1", deeper: { token: "t-1" } }, cookie: "c-1" };
    const text = JSON.stringify(logged(entry));
    expect(text).not.toMatch(/p-1|t-1|c-1/);
    expect(text.match(/\[hidden\]/g)).toHaveLength(3);
  });

  it("hides the row that PostgreSQL shows of a broken CHECK", () => {
    const cause = { originalCode: "23514", detail: "Failing row contains (宏达, 13800000000)." };
    const error = Object.assign(new Error("check violated"), { meta: { cause } });
    expect(JSON.stringify(logged({ err: error }))).not.toContain("宏达");
  });
});
