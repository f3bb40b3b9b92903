import { describe, expect, it } from "vitest";
import { can, signerOf } from "@/lib/auth/permissions";
import { calendarDate } from "@/lib/core/calendar-date";
import { emptyListState } from "@/lib/core/list-state";
import { actChoices, listDelegatedActs } from "@/lib/people/delegated-acts-list";
import { delegationChoices, listDelegations } from "@/lib/people/delegation-queries";
import { issueDelegation } from "@/lib/people/issue-delegation";
import { revokeDelegation } from "@/lib/people/revoke-delegation";
import type { IssueDelegationInput } from "@/lib/people/schema";
import { findActor } from "@/lib/server/actor";
import { db, transact } from "@/lib/server/db";
import { newId } from "@/lib/server/ids";
import { listSignatures, sign } from "@/lib/server/signatures";
import { aKey, anActor, createDelegation, createPerson } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

async function cast() {
  const chief = await anActor("SECTION_CHIEF", { displayName: "部长" });
  const director = await anActor("FACTORY_DIRECTOR", { displayName: "厂长" });
  const clerk = await createPerson({ displayName: "小李" });
  return { chief, director, clerk };
}

function wanted(
  principalId: string,
  delegateId: string,
  changes: Partial<IssueDelegationInput> = {},
): IssueDelegationInput {
  return {
    principalId,
    delegateId,
    step: "CHECK",
    fromOn: calendarDate("2026-11-23"),
    toOn: calendarDate("2026-11-30"),
    reason: "出差",
    documentKinds: [],
    amountLimit: null,
    ...changes,
  };
}

const onTheDay = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);

describe("a delegation", () => {
  it("[R1.1.4-a] lets the delegate sign that step in the principal's name on its days only", async () => {
    const { chief, clerk } = await cast();
    const { docNo } = await onTheDay(() =>
      issueDelegation(chief, wanted(chief.id, clerk.id), aKey()),
    );
    expect(docNo).toMatch(/^SQ2026-\d{4}$/);

    const delegate = await at("2026-11-30", () => findActor(clerk.id));
    if (!delegate) throw new Error("no delegate");
    expect(can(delegate, "contract:check")).toBe(true);
    expect(can(delegate, "slip:sign_dept_head")).toBe(false);
    expect(can(delegate, "contract:approve")).toBe(false);
    expect(signerOf(delegate, "contract:check")).toMatchObject({
      signedByName: "小李",
      onBehalfOfName: "部长",
    });
    const before = await at("2026-11-22", () => findActor(clerk.id));
    const after = await at("2026-12-01", () => findActor(clerk.id));
    expect([before?.delegations, after?.delegations]).toEqual([[], []]);
  });

  it("of the chief is issued by the chief or the director, of the director by the director alone", async () => {
    const { chief, director, clerk } = await cast();
    const other = await createPerson();
    const approval = { step: "APPROVE" as const };
    await onTheDay(async () => {
      await expect(
        issueDelegation(chief, wanted(director.id, clerk.id, approval), aKey()),
      ).rejects.toMatchObject({ code: "people.not_issuer_of_delegation" });
      await issueDelegation(director, wanted(chief.id, clerk.id), aKey());
      await issueDelegation(director, wanted(director.id, other.id, approval), aKey());
      for (const role of ["CLERK", "ADMIN", "FINANCE"] as const) {
        const actor = await anActor(role);
        await expect(
          issueDelegation(actor, wanted(chief.id, other.id), aKey()),
        ).rejects.toMatchObject({ code: "common.forbidden" });
      }
      const choices = await delegationChoices(chief);
      expect(choices.principals.map(({ id }) => id)).toEqual([chief.id]);
    });
  });

  it("is refused to whom it must not go, in the past and twice over the same days", async () => {
    const { chief, director, clerk } = await cast();
    const other = await createPerson();
    const gone = await createPerson({ active: false });
    const admin = await createPerson({ role: "ADMIN" });
    const day = calendarDate;
    const attempts: [IssueDelegationInput, string][] = [
      [wanted(chief.id, chief.id), "people.delegate_is_principal"],
      [wanted(chief.id, gone.id), "people.delegate_inactive"],
      [wanted(chief.id, admin.id), "people.delegate_is_admin"],
      [wanted(chief.id, director.id), "people.delegation_to_issuer"],
      [wanted(chief.id, clerk.id, { step: "APPROVE" }), "people.step_not_of_principal"],
      [wanted(clerk.id, other.id), "people.step_not_of_principal"],
      [wanted(chief.id, clerk.id, { fromOn: day("2026-11-22") }), "people.delegation_from_past"],
      [
        wanted(chief.id, clerk.id, { toOn: day("2026-11-22") }),
        "people.delegation_ends_before_start",
      ],
    ];
    await onTheDay(async () => {
      for (const [input, code] of attempts) {
        await expect(issueDelegation(director, input, aKey())).rejects.toMatchObject({ code });
      }
      expect(await db.delegation.count({ where: { principalId: chief.id } })).toBe(0);

      await issueDelegation(chief, wanted(chief.id, clerk.id), aKey());
      const last = { fromOn: day("2026-11-30"), toOn: day("2026-12-05") };
      await expect(
        issueDelegation(chief, wanted(chief.id, other.id, last), aKey()),
      ).rejects.toMatchObject({ code: "people.delegation_overlaps" });
      await expect(
        issueDelegation(director, wanted(director.id, clerk.id, { step: "APPROVE" }), aKey()),
      ).rejects.toMatchObject({ code: "people.delegate_holds_other_step" });
      await issueDelegation(chief, wanted(chief.id, other.id, { step: "DEPT_HEAD" }), aKey());
      await issueDelegation(
        chief,
        wanted(chief.id, other.id, { fromOn: day("2026-12-01"), toOn: day("2026-12-05") }),
        aKey(),
      );
    });
  });

  it("never loops: not back to its author, not handed on, not to somebody who is away", async () => {
    const { chief, director, clerk } = await cast();
    const second = await anActor("SECTION_CHIEF", { displayName: "副部长" });
    await onTheDay(async () => {
      await issueDelegation(chief, wanted(chief.id, second.id), aKey());
      const attempts: [IssueDelegationInput, string][] = [
        [wanted(second.id, chief.id, { step: "DEPT_HEAD" }), "people.delegation_loops"],
        [wanted(second.id, clerk.id), "people.principal_is_delegate"],
      ];
      for (const [input, code] of attempts) {
        await expect(issueDelegation(director, input, aKey())).rejects.toMatchObject({ code });
      }
      const third = await anActor("SECTION_CHIEF", { displayName: "另一位部长" });
      await expect(
        issueDelegation(director, wanted(third.id, chief.id), aKey()),
      ).rejects.toMatchObject({ code: "people.delegate_is_away" });
      await expect(
        issueDelegation(director, wanted(chief.id, director.id, { step: "DEPT_HEAD" }), aKey()),
      ).rejects.toMatchObject({ code: "people.delegation_to_issuer" });
      const kinds = { documentKinds: ["outbound_slip"], step: "CHECK" as const };
      await expect(
        issueDelegation(director, wanted(third.id, clerk.id, kinds), aKey()),
      ).rejects.toMatchObject({ code: "people.kind_not_of_step" });
    });
  });

  it("is issued once by eight at the same moment, and its numbers have no gap", async () => {
    const { chief } = await cast();
    const delegates = await Promise.all(Array.from({ length: 8 }, () => createPerson()));
    const before = await db.delegation.count({ where: { docNo: { startsWith: "SQ2031" } } });
    await at("2031-05-05", () =>
      Promise.allSettled(
        delegates.map(({ id }) =>
          issueDelegation(
            chief,
            wanted(chief.id, id, {
              fromOn: calendarDate("2031-05-05"),
              toOn: calendarDate("2031-05-06"),
            }),
            aKey(),
          ),
        ),
      ),
    );
    const rows = await db.delegation.findMany({ where: { docNo: { startsWith: "SQ2031" } } });
    expect(rows).toHaveLength(before + 1);
    expect(rows[0]?.docNo).toBe("SQ2031-0001");
  });

  it("answers a repeated key with the first number", async () => {
    const { chief, clerk } = await cast();
    const key = aKey();
    const issue = () => issueDelegation(chief, wanted(chief.id, clerk.id), key);
    expect(await onTheDay(issue)).toEqual(await onTheDay(issue));
    expect(await db.delegation.count({ where: { principalId: chief.id } })).toBe(1);
  });

  it("ends at once when revoked, once, by whoever could issue it", async () => {
    const { chief, director, clerk } = await cast();
    const { id: delegationId } = await createDelegation(chief.id, clerk.id);
    const stranger = await anActor("SECTION_CHIEF");
    const input = { delegationId, comment: "提前回厂" };
    await expect(revokeDelegation(stranger, input, aKey())).rejects.toMatchObject({
      code: "people.not_issuer_of_delegation",
    });
    await revokeDelegation(director, input, aKey());
    expect((await findActor(clerk.id))?.delegations).toEqual([]);
    await expect(revokeDelegation(chief, input, aKey())).rejects.toMatchObject({
      code: "people.delegation_over",
    });
  });

  it("shows the acts done under it, and the signature names both people", async () => {
    const { chief, clerk } = await cast();
    const { id } = await createDelegation(chief.id, clerk.id);
    const delegate = await findActor(clerk.id);
    if (!delegate) throw new Error("no delegate");
    const subjectId = newId();
    await transact((tx) =>
      sign(tx, delegate, {
        permission: "contract:check",
        subjectType: "contract",
        subjectId,
        step: "CHECKED",
        decision: "AGREE",
        comment: "电话请示",
        revision: 1,
        contentHash: "0".repeat(64),
      }),
    );
    expect(await listSignatures(subjectId)).toMatchObject([
      { signedByName: "小李", onBehalfOfName: "部长" },
    ]);
    const row = (await listDelegations(chief)).find((delegation) => delegation.id === id);
    expect(row).toMatchObject({ mayRevoke: true, actCount: 1 });
    expect(await listDelegations(await anActor("FINANCE"))).toEqual([]);
    const state = { ...emptyListState, filters: { principal: [chief.id] } };
    const choices = await actChoices();
    const page = await listDelegatedActs(chief, state, choices);
    expect(page.rows).toMatchObject([
      { document: "contract", step: "CHECKED", signedByName: "小李", principalName: "部长" },
    ]);
    const nobody = await listDelegatedActs(await anActor("FINANCE"), state, choices);
    expect(nobody.rows).toEqual([]);
  });
});
