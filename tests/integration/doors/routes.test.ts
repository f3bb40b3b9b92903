import path from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { DUTIES, ROLES } from "@/lib/auth/roles";
import { newId } from "@/lib/server/ids";
import { anActor } from "@/tests/factories/people";
import { createUnits } from "@/tests/factories/products";
import { createCompany } from "@/tests/factories/settings";
import { COLUMNS, RULES } from "@/tests/unit/auth/rules-5-9";
import { databaseFingerprint } from "./database-fingerprint";
import { ROOT, sourceFiles } from "./defined-actions";
import { PAPERS, ROUTES } from "./doors-list";

const signedIn = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/lib/server/session", () => ({ currentActor: async () => signedIn.actor }));
vi.mock("next/headers", () => ({ headers: async () => new Headers() }));
vi.mock("next-intl/server", () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}));

const METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"];

const files = sourceFiles("app", /(^|\/)route\.tsx?$/).sort();
const addressOf = (file: string) => file.replace(/^app/, "").replace(/\/route\.tsx?$/, "");

type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response>;

async function handlersOf(file: string): Promise<Record<string, Handler>> {
  const exported = (await import(path.join(ROOT, file))) as Record<string, Handler>;
  return Object.fromEntries(Object.entries(exported).filter(([name]) => METHODS.includes(name)));
}

let people: Actor[] = [];
beforeAll(async () => {
  await createCompany();
  await createUnits();
  people = await Promise.all(ROLES.map((role) => anActor(role, { duties: DUTIES })));
});

async function statusFor(
  actor: Actor | null,
  handler: Handler,
  params: Record<string, string> = {},
) {
  signedIn.actor = actor;
  const request = new Request("http://localhost/?q=LG2026");
  return (await handler(request, { params: Promise.resolve(params) })).status;
}

const opens = (permission: string, role: (typeof ROLES)[number]) =>
  RULES[permission]?.roles.charAt(COLUMNS.indexOf(role)) !== ".";

describe("the routes", () => {
  it("are those that are known, each with its methods", async () => {
    const found: [string, string][] = [];
    for (const file of files) {
      found.push([
        addressOf(file),
        Object.keys(await handlersOf(file))
          .sort()
          .join(" "),
      ]);
    }
    const known = Object.entries(ROUTES).map(([address, { methods }]) => [address, methods]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(known));
  });

  it("change nothing by GET and let nothing through but POST where something is stored", () => {
    const writing = Object.entries(ROUTES).filter(([, { methods }]) => methods !== "GET");
    expect(writing.map(([address]) => address)).toEqual(["/api/auth/[...nextauth]", "/api/files"]);
  });

  const gated = Object.entries(ROUTES).filter(([, { opens: needed }]) => needed in RULES);
  it.each(gated)("%s asks for its permission", async (address, { opens: permission }) => {
    const { GET } = await handlersOf(`app${address}/route.ts`);
    if (!GET) throw new Error("no GET");
    const params = { customerId: newId(), productId: newId() };
    const before = await databaseFingerprint();
    expect(await statusFor(null, GET, params)).toBe(401);
    for (const person of people) {
      const status = await statusFor(person, GET, params);
      if (opens(permission, person.role)) expect([200, 400, 404]).toContain(status);
      else expect([403, 404]).toContain(status);
    }
    expect(await databaseFingerprint()).toBe(before);
  });

  it.each(Object.entries(PAPERS))("/api/pdf/%s asks for %s", async (kind, permission) => {
    const { GET } = await handlersOf("app/api/pdf/[kind]/[id]/route.ts");
    if (!GET) throw new Error("no GET");
    const params = { kind, id: newId() };
    const before = await databaseFingerprint();
    expect(await statusFor(null, GET, params)).toBe(401);
    for (const person of people) {
      const expected = opens(permission, person.role) ? 404 : 403;
      expect({ role: person.role, status: await statusFor(person, GET, params) }).toEqual({
        role: person.role,
        status: expected,
      });
    }
    expect(await databaseFingerprint()).toBe(before);
  });
});
