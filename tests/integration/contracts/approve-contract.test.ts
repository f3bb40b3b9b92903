import { describe, expect, it } from "vitest";
import { approveContract } from "@/lib/contracts/approve-contract";
import { db } from "@/lib/server/db";
import { createContract, monthlyCustomer, seenContract } from "@/tests/factories/contracts";
import { aDelegate, aKey, anActor } from "@/tests/factories/people";
import { at } from "@/tests/support/clock";

const NOON = "2026-11-23";
const pending = (options: Parameters<typeof createContract>[0] = {}) =>
  at(NOON, () => createContract({ ...options, status: "PENDING_DIRECTOR" }));
const input = ({ id, rowVersion }: { id: string; rowVersion: number }) => ({
  contractId: id,
  rowVersion,
  comment: "同意",
});

describe("the factory director approving a contract", () => {
  it("[R1.1.4-b][R1.1.4-c][R1.1.5-a][R1.1.5-c] gives it a number, a signature and a register row", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const contract = await pending();
    expect(contract.contractNo).toBeNull();

    const { contractNo } = await at(NOON, () => approveContract(director, input(contract), aKey()));

    expect(contractNo).toMatch(/^LG2026-\d{3}$/);
    const stored = await seenContract(contract.id);
    expect(stored).toMatchObject({
      status: "EFFECTIVE",
      contractNo,
      year: 2026,
      rowVersion: contract.rowVersion + 1,
    });
    expect(stored.register).toMatchObject({
      contractNo,
      tier: "MID",
      settlementMode: "MONTHLY",
      originalClass: "A",
    });
    const signature = await db.signature.findFirstOrThrow({
      where: { subjectId: contract.id, step: "APPROVED" },
    });
    const submission = await db.contractSubmission.findFirstOrThrow({
      where: { contractId: contract.id },
    });
    expect(signature).toMatchObject({
      signedById: director.id,
      onBehalfOfId: null,
      revision: 1,
      contentHash: submission.contentHash,
    });
    const open = await db.workItem.findMany({ where: { subjectId: contract.id, closedAt: null } });
    expect(open.map(({ kind, duty }) => [kind, duty])).toEqual([
      ["contract.register", "CONTRACT_NUMBERING"],
    ]);
    expect(await db.cooperationFact.count({ where: { contractId: contract.id } })).toBe(1);
  });

  it("[R1.1.4-a][R1.1.4-b] comes after the chief's check, never before", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const contract = await at(NOON, () => createContract({ status: "PENDING_CHIEF" }));
    await expect(approveContract(director, input(contract), aKey())).rejects.toMatchObject({
      code: "contracts.wrong_status",
    });
    expect(await seenContract(contract.id)).toEqual(contract);
  });

  it("[R1.1.4-b] is refused to the one who checked it, also under a delegation", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const delegate = await aDelegate(director, "SECTION_CHIEF", "APPROVE");
    const contract = await pending({ chief: delegate });
    await expect(
      at(NOON, () => approveContract(delegate, input(contract), aKey())),
    ).rejects.toMatchObject({
      code: "contracts.not_same_signer",
    });
  });

  it("[R1.1.4-b] is refused to a clerk, a keeper and the chief, and changes nothing", async () => {
    const contract = await pending();
    for (const role of ["CLERK", "WAREHOUSE_KEEPER", "SECTION_CHIEF", "ADMIN"] as const) {
      const actor = await anActor(role);
      await expect(approveContract(actor, input(contract), aKey())).rejects.toMatchObject({
        code: "contracts.forbidden",
      });
    }
    expect(await seenContract(contract.id)).toEqual(contract);
  });

  it("signs for the director under a delegation, named as such", async () => {
    const director = await anActor("FACTORY_DIRECTOR", { displayName: "赵厂长" });
    const delegate = await at(NOON, () => aDelegate(director, "SALESPERSON", "APPROVE"));
    const contract = await pending();
    await at(NOON, () => approveContract(delegate, input(contract), aKey()));
    const signature = await db.signature.findFirstOrThrow({
      where: { subjectId: contract.id, step: "APPROVED" },
    });
    expect(signature).toMatchObject({
      signedById: delegate.id,
      onBehalfOfId: director.id,
      onBehalfOfName: "赵厂长",
    });
    const { register } = await seenContract(contract.id);
    expect(register?.approvedByName).toBe(`${delegate.name} 代 赵厂长`);
  });

  it("refuses what is no longer what the director looked at", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const contract = await pending();
    const stale = { ...input(contract), rowVersion: contract.rowVersion - 1 };
    await expect(approveContract(director, stale, aKey())).rejects.toMatchObject({
      code: "common.changed_meanwhile",
    });
    expect(await seenContract(contract.id)).toEqual(contract);
  });

  it("[R1.1.5-N] answers a repeated key with the first number, and refuses it with other input", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const contract = await pending();
    const key = aKey();
    const first = await at(NOON, () => approveContract(director, input(contract), key));
    expect(await approveContract(director, input(contract), key)).toEqual(first);
    await expect(
      approveContract(director, { ...input(contract), comment: "另" }, key),
    ).rejects.toMatchObject({
      code: "common.key_reused",
    });
  });

  it("[R1.1.5-N] takes the year from Shanghai's calendar and starts it at 001", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const [last, first] = [await pending(), await pending()];
    const before = await at("2026-12-31T23:59:59+08:00", () =>
      approveContract(director, input(last), aKey()),
    );
    const after = await at("2026-12-31T16:00:00Z", () =>
      approveContract(director, input(first), aKey()),
    );
    expect(before.contractNo).toMatch(/^LG2026-/);
    expect(after.contractNo).toBe("LG2027-001");
  });

  it("[R1.1.5-N] writes four digits from the thousandth on", async () => {
    await db.counter.create({ data: { prefix: "LG", year: 2030, last: 998 } });
    const director = await anActor("FACTORY_DIRECTOR");
    const [a, b] = [await pending(), await pending()];
    const numbers = await at("2030-05-01", async () => [
      (await approveContract(director, input(a), aKey())).contractNo,
      (await approveContract(director, input(b), aKey())).contractNo,
    ]);
    expect(numbers).toEqual(["LG2030-999", "LG2030-1000"]);
  });

  it("[R1.1.5-N][R1.1.5-R1] numbers twenty simultaneous approvals without a gap or a duplicate", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const customer = await monthlyCustomer();
    const waiting: Awaited<ReturnType<typeof pending>>[] = [];
    for (let i = 0; i < 20; i += 1) waiting.push(await pending({ customerId: customer.id }));
    const approved = await at("2031-03-01", () =>
      Promise.all(waiting.map((contract) => approveContract(director, input(contract), aKey()))),
    );
    const numbers = approved.map(({ contractNo }) =>
      Number.parseInt(contractNo.slice("LG2031-".length), 10),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(waiting.map((_, i) => i + 1));
  });

  it("[R1.1.5-N] lets one of eight rivals approve the same contract, with one number", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const contract = await pending();
    const rivals = await at(NOON, () =>
      Promise.allSettled(
        Array.from({ length: 8 }, () => approveContract(director, input(contract), aKey())),
      ),
    );
    expect(rivals.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(
      await db.auditEvent.count({ where: { subjectId: contract.id, type: "contract.approved" } }),
    ).toBe(1);
  });

  it("[R1.1.5-N] consumes no number when the approval fails after drawing it", async () => {
    const director = await anActor("FACTORY_DIRECTOR");
    const [broken, sound] = [await pending(), await pending()];
    // The register row is there already: the last statement fails after the counter was raised.
    await db.registerEntry.create({
      data: {
        contractId: broken.id,
        contractNo: "LG1999-001",
        settlementMode: "MONTHLY",
        tier: "MID",
        originalClass: "A",
        preparedByName: "",
        preparedOn: new Date("2026-11-23T00:00:00Z"),
        checkedByName: "",
        checkedOn: new Date("2026-11-23T00:00:00Z"),
        approvedByName: "",
        approvedOn: new Date("2026-11-23T00:00:00Z"),
      },
    });
    await expect(
      at("2033-01-05", () => approveContract(director, input(broken), aKey())),
    ).rejects.toThrow();
    expect((await seenContract(broken.id)).status).toBe("PENDING_DIRECTOR");
    const { contractNo } = await at("2033-01-05", () =>
      approveContract(director, input(sound), aKey()),
    );
    expect(contractNo).toBe("LG2033-001");
  });
});
