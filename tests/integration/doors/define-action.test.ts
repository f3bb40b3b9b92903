import { redirect } from "next/navigation";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import type { Actor } from "@/lib/auth/permissions";
import { DomainError } from "@/lib/core/domain-error";
import { defineAction } from "@/lib/server/define-action";
import { logger } from "@/lib/server/logger";
import { aKey } from "@/tests/factories/people";

const request = vi.hoisted(() => ({
  actor: null as unknown,
  headers: {} as Record<string, string>,
}));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => request.actor }));
vi.mock("next/headers", () => ({ headers: async () => new Headers(request.headers) }));

const HOME = "http://localhost:3000";
const clerk: Actor = {
  id: "0198a1b2-0000-7000-8000-000000000001",
  name: "王敏",
  role: "CLERK",
  duties: [],
  delegations: [],
  keeperSeesPrices: false,
};

const run = vi.fn();
const act = defineAction({
  permission: "intake:record",
  input: z.strictObject({
    name: z.string().max(10, "common.too_long"),
    lines: z.array(
      z.strictObject({ quantity: z.string().regex(/^\d+$/, "contracts.quantity_malformed") }),
    ),
  }),
  run,
});
const good = { name: "宏达", lines: [{ quantity: "3" }] };

beforeEach(() => {
  run.mockReset().mockResolvedValue({ saved: true });
  request.actor = clerk;
  request.headers = { origin: HOME, "x-request-id": "req-77" };
});

describe("the door for writing", () => {
  it("lets the right person through with what was sent and the key", async () => {
    const key = aKey();
    expect(await act(good, key)).toEqual({ ok: true, data: { saved: true } });
    const person = { ...clerk, under: "intake:record", askedByPhone: false };
    expect(run).toHaveBeenCalledExactlyOnceWith(person, good, key);
  });

  it("takes a delegate's mark of a telephone call out of what was sent (Q27)", async () => {
    const key = aKey();
    const marked = { ...good, askedByPhone: true };
    expect(await act(marked, key)).toMatchObject({ ok: true });
    const person = { ...clerk, under: "intake:record", askedByPhone: true };
    expect(run).toHaveBeenCalledExactlyOnceWith(person, good, key);
  });

  it.each([
    ["a missing origin", undefined],
    ["a foreign origin", "https://evil.example"],
    ["a null origin", "null"],
    ["the same name on another port", "http://localhost:3001"],
  ])("refuses %s", async (_what, origin) => {
    request.headers = origin ? { origin } : {};
    expect(await act(good, aKey())).toMatchObject({
      ok: false,
      error: { code: "common.invalid_origin" },
    });
    expect(run).not.toHaveBeenCalled();
  });

  it("refuses whoever is not signed in, and every role that may not", async () => {
    request.actor = null;
    expect(await act(good, aKey())).toEqual({
      ok: false,
      error: { code: "common.unauthenticated" },
    });
    request.actor = { ...clerk, role: "FINANCE" };
    expect(await act(good, aKey())).toEqual({ ok: false, error: { code: "common.forbidden" } });
    expect(run).not.toHaveBeenCalled();
  });

  it.each(["", "1", "not-a-uuid", "0198a1b2-0000-7000-8000-00000000000g"])(
    "refuses the malformed key %j",
    async (key) => {
      expect(await act(good, key)).toEqual({ ok: false, error: { code: "common.invalid_key" } });
      expect(run).not.toHaveBeenCalled();
    },
  );

  it.each([
    ["fields that the form does not have", { ...good, status: "EFFECTIVE" }],
    ["an object where a text belongs", { ...good, name: { contains: "" } }],
    ["extra fields in a row", { ...good, lines: [{ quantity: "3", amount: "0.01" }] }],
    ["nothing at all", undefined],
    ["a text", "name=宏达"],
  ])("refuses %s", async (_what, raw) => {
    const result = await act(raw as never, aKey());
    expect(result).toMatchObject({ ok: false, error: { code: "common.invalid_input" } });
    expect(run).not.toHaveBeenCalled();
  });

  it("says which cell is wrong, one issue per cell", async () => {
    const raw = {
      name: "超过十个字的客户名称不能保存",
      lines: [{ quantity: "3" }, { quantity: "-1" }],
    };
    const result = await act(raw, aKey());
    expect(result.ok ? null : result.error.issues).toEqual([
      { path: "name", code: "common.too_long" },
      { path: "lines.1.quantity", code: "contracts.quantity_malformed" },
    ]);
  });

  it("answers a refusal of the rules as data, with its details", async () => {
    const details = { available: "8", unit: "支" };
    run.mockRejectedValue(new DomainError("shipping.over_notice_quantity", details));
    expect(await act(good, aKey())).toEqual({
      ok: false,
      error: { code: "shipping.over_notice_quantity", details },
    });
  });

  it("answers an unexpected error with the request's id and keeps its message to the log", async () => {
    const logged = vi.spyOn(logger, "error").mockImplementation(() => undefined);
    run.mockRejectedValue(new Error("password=geheim at 10.0.0.1"));
    const result = await act(good, aKey());
    expect(result).toMatchObject({ ok: false, error: { code: "errors.unexpected" } });
    expect(JSON.stringify(result)).toContain("req-77");
    expect(JSON.stringify(result)).not.toMatch(/geheim|10\.0\.0\.1|Error|at /);
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it("lets a redirect pass", async () => {
    run.mockImplementation(() => redirect("/contracts"));
    await expect(act(good, aKey())).rejects.toThrow("NEXT_REDIRECT");
  });
});
