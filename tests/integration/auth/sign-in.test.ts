import { describe, expect, it } from "vitest";
import { changeOwnPassword } from "@/lib/people/change-own-password";
import { findActor } from "@/lib/server/actor";
import { authenticate } from "@/lib/server/authenticate";
import { db } from "@/lib/server/db";
import { passwordFits } from "@/lib/server/password-hash";
import { countAttempt, forgetAttempts } from "@/lib/server/sign-in-limits";
import { aKey, anActor, createPerson } from "@/tests/factories/people";

const PASSWORD = "山高水长日月同辉ABC";
const NEW_PASSWORD = "另一个更长的新密码XYZ";

let addresses = 0;
function anAddress(): string {
  addresses += 1;
  return `10.0.0.${addresses}`;
}

describe("signing in", () => {
  it("answers the person and the session version, whatever the case of the user name", async () => {
    const person = await createPerson({ password: PASSWORD });
    expect(await authenticate(` ${person.username.toUpperCase()} `, PASSWORD, anAddress())).toEqual(
      {
        id: person.id,
        sessionVersion: 1,
      },
    );
  });

  it("answers the same for a wrong password, an unknown name, an inactive person and an unopened account", async () => {
    const person = await createPerson({ password: PASSWORD });
    const left = await createPerson({ password: PASSWORD, active: false });
    const invited = await createPerson();
    const address = anAddress();
    expect(await authenticate(person.username, "falsch", address)).toBeNull();
    expect(await authenticate("nobody", PASSWORD, address)).toBeNull();
    expect(await authenticate(left.username, PASSWORD, address)).toBeNull();
    expect(await authenticate(invited.username, "", address)).toBeNull();
  });

  it("takes as long for an unknown user as for a wrong password", async () => {
    const person = await createPerson({ password: PASSWORD });
    const fastest = async (stored: string | null) => {
      const times: number[] = [];
      for (let run = 0; run < 5; run += 1) {
        const begun = performance.now();
        await passwordFits(stored, "falsch");
        times.push(performance.now() - begun);
      }
      return Math.min(...times);
    };
    await passwordFits(null, "the decoy is made on first use");
    const [known, unknown] = [await fastest(person.passwordHash), await fastest(null)];
    expect(unknown).toBeGreaterThan(known / 3);
    expect(await passwordFits(null, "falsch")).toBe(false);
    expect(person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("is blocked after eight wrong passwords, for names that do not exist too", async () => {
    const person = await createPerson({ password: PASSWORD });
    for (const username of [person.username, "nobody.at.all"]) {
      for (let attempt = 0; attempt < 8; attempt += 1) {
        expect(await authenticate(username, "falsch", anAddress())).toBeNull();
      }
      await expect(authenticate(username, PASSWORD, anAddress())).rejects.toMatchObject({
        code: "auth.blocked",
      });
    }
  });

  it("counts before it checks: of thirty at once no more than eight are checked", async () => {
    const person = await createPerson({ password: PASSWORD });
    const tries = await Promise.allSettled(
      Array.from({ length: 30 }, () => authenticate(person.username, "falsch", anAddress())),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
  });

  it("is blocked for an address that tries many names", async () => {
    const address = anAddress();
    for (let attempt = 0; attempt < 60; attempt += 1) {
      expect(await countAttempt(`guess${attempt}`, address)).toBe(true);
    }
    expect(await countAttempt("another", address)).toBe(false);
    expect(await countAttempt("another", anAddress())).toBe(true);
  });

  it("forgets the failures of an account that got in, and gives the address its attempt back", async () => {
    const address = anAddress();
    for (let round = 0; round < 70; round += 1) {
      expect(await countAttempt("regular", address)).toBe(true);
      await forgetAttempts("regular", address);
    }
  });
});

describe("one's own password", () => {
  const input = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD, repeated: NEW_PASSWORD };

  it("is changed with the old one and ends all sessions", async () => {
    const actor = await anActor("CLERK", { password: PASSWORD });
    await changeOwnPassword(actor, input, aKey());
    expect(await findActor(actor.id, 1)).toBeNull();
    const { username } = await db.person.findUniqueOrThrow({ where: { id: actor.id } });
    expect(await authenticate(username, PASSWORD, anAddress())).toBeNull();
    expect(await authenticate(username, NEW_PASSWORD, anAddress())).toMatchObject({
      sessionVersion: 2,
    });
    const key = await db.idempotencyKey.findFirst({ where: { actorId: actor.id } });
    expect(JSON.stringify(key)).not.toContain(NEW_PASSWORD);
  });

  it("is refused with a wrong old one, a short or a common new one, and stays as it was", async () => {
    const actor = await anActor("CLERK", { password: PASSWORD });
    const attempt = (changes: object) =>
      expect(changeOwnPassword(actor, { ...input, ...changes }, aKey())).rejects;
    await attempt({ currentPassword: "falsch" }).toMatchObject({
      issues: [{ path: "currentPassword", code: "people.wrong_password" }],
    });
    await attempt({ newPassword: "kurz", repeated: "kurz" }).toMatchObject({
      issues: [{ path: "newPassword", code: "people.password_too_short" }],
    });
    await attempt({ newPassword: "password12345", repeated: "password12345" }).toMatchObject({
      issues: [{ path: "newPassword", code: "people.password_too_common" }],
    });
    expect(await findActor(actor.id, 1)).not.toBeNull();
  });
});
