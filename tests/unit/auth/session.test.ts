import type { Account, Session, User } from "next-auth";
import type { JWT } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { authOptions } from "@/lib/server/auth-options";
import { isOwnOrigin } from "@/lib/server/origin";
import { at } from "@/tests/support/clock";

const { jwt, session } = authOptions.callbacks ?? {};
if (!jwt || !session) throw new Error("no callbacks");

const user = { id: "p1", sessionVersion: 7 } as User;
const signIn = async (): Promise<JWT> =>
  jwt({ token: { name: "x" }, user, account: {} as Account, trigger: "signIn" });
const read = (token: JWT) =>
  session({
    session: { expires: "2026-11-23T12:00:00Z" } as Session,
    token,
    user: {} as never,
    newSession: undefined,
    trigger: "update",
  });

describe("a session", () => {
  it("carries the person, the version and the beginning, and no name or mail", async () => {
    const token = await at("2026-11-23T08:00:00+08:00", signIn);
    expect(Object.keys(token).sort()).toEqual(["sessionVersion", "signedInAt", "sub"]);
    expect(await at("2026-11-23T08:10:00+08:00", async () => read(token))).toEqual({
      expires: "2026-11-23T12:00:00Z",
      personId: "p1",
      sessionVersion: 7,
      expired: false,
    });
  });

  it("is over twelve hours after sign-in, however active the person was", async () => {
    const token = await at("2026-11-23T08:00:00+08:00", signIn);
    const expiredAt = (when: string) =>
      at(when, async () => (await read(token)) as Session).then(({ expired }) => expired);
    expect(await expiredAt("2026-11-23T20:00:00+08:00")).toBe(false);
    expect(await expiredAt("2026-11-23T20:00:01+08:00")).toBe(true);
    expect(await at("2026-11-23T08:00:00+08:00", async () => read({}))).toMatchObject({
      expired: true,
    });
  });

  it("is not changed by what the browser sends", async () => {
    const token = { sub: "p1", sessionVersion: 7, signedInAt: 1 };
    const updated = await jwt({
      token,
      user: undefined as never,
      account: null,
      trigger: "update",
      session: { sub: "p2", sessionVersion: 99 },
    });
    expect(updated).toEqual(token);
  });

  it("rolls over half an hour of idleness in a cookie that scripts cannot read", () => {
    expect(authOptions.session?.maxAge).toBe(1800);
    expect(authOptions.cookies?.sessionToken).toMatchObject({
      name: "session",
      options: { httpOnly: true, sameSite: "lax", secure: false },
    });
  });
});

describe("an origin", () => {
  it("is ours only when it is named in the settings", () => {
    expect(isOwnOrigin("http://localhost:3000")).toBe(true);
    expect([null, "null", "http://localhost:3001", "https://evil.example"].some(isOwnOrigin)).toBe(
      false,
    );
  });
});
