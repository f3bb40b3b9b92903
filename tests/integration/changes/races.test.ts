import { describe, expect, it } from "vitest";
import { approveRevision } from "@/lib/changes/approve-revision";
import { saveRevision } from "@/lib/changes/save-revision";
import { submitRevision } from "@/lib/changes/submit-revision";
import { db } from "@/lib/server/db";
import { issueNotice } from "@/lib/shipping/issue-notice";
import { issueSlip } from "@/lib/shipping/issue-slip";
import {
  aCheckedChange,
  aDraftChange,
  changeValues,
  decisionOn,
  revisionRefOf,
} from "@/tests/factories/changes";
import { aKey, anActor } from "@/tests/factories/people";
import {
  aDraftNotice,
  anApprovedSlip,
  anIssuedNotice,
  aShippableContract,
  aShippingTeam,
  contractNow,
  issueValues,
  noticeRef,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";

const ROUNDS = 6;
const rounds = Array.from({ length: ROUNDS }, (_, index) => index);
const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const worked = (results: readonly PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === "fulfilled").length;

describe("races with a change", () => {
  it("a change goes out for signature while a notice of its line is issued: exactly one of both is done", () =>
    today(async () => {
      const team = await aShippingTeam();
      for (const _ of rounds) {
        const contract = await aShippableContract(team);
        const notice = await aDraftNotice(team, contract, ["8"]);
        const change = await aDraftChange(team.clerk, contract.id, {
          lines: { 0: { quantity: "4" } },
        });
        const [noticeAt, changeAt] = [await noticeRef(notice), await revisionRefOf(change)];
        const results = await Promise.allSettled([
          issueNotice(team.clerk, noticeAt, aKey()),
          submitRevision(team.clerk, changeAt, aKey()),
        ]);
        expect(worked(results)).toBe(1);
        const now = await contractNow(contract.id);
        const row = await db.contractRevision.findUniqueOrThrow({ where: { id: change } });
        const isNoticed = now.lines[0]?.noticedQty.toString() === "8";
        expect(row.status).toBe(isNoticed ? "DRAFT" : "PENDING_CHIEF");
      }
    }));

  it("[R1.1.4-b] a change is approved while a slip is posted: both count, whoever comes first", () =>
    today(async () => {
      const team = await aShippingTeam();
      for (const _ of rounds) {
        const contract = await aShippableContract(team, {
          lines: [{ quantity: "10", price: "100", stock: "20" }],
        });
        const slip = await anApprovedSlip(team, await anIssuedNotice(team, contract, ["6"]));
        const change = await aCheckedChange(team, contract.id, {
          lines: { 0: { quantity: "7", deliveryOn: "2026-12-15" } },
        });
        const [slipAt, changeAt] = [await issueValues(slip), await decisionOn(change)];
        const results = await Promise.allSettled([
          issueSlip(team.keeper, slipAt, aKey()),
          approveRevision(team.director, changeAt, aKey()),
        ]);
        expect(worked(results)).toBe(2);
        const now = await contractNow(contract.id);
        expect(now.revision).toBe(2);
        expect(now.lines[0]?.quantity.toString()).toBe("7");
        expect(now.lines[0]?.deliveredQty.toString()).toBe("6");
        expect(now.lines[0]?.deliveredAmount.toFixed(2)).toBe("600.00");
        const [bound] = await db.$queryRaw<{ active: string; consumed: string }[]>`
          select coalesce(sum(quantity) filter (where status = 'ACTIVE'), 0)::text as active,
            coalesce(sum(quantity) filter (where status = 'CONSUMED'), 0)::text as consumed
          from stock_reservation where contract_id = ${contract.id}::uuid`;
        expect(bound).toEqual({ active: "0", consumed: "6.000" });
      }
    }));

  it("[R1.1.4-b] eight approvals of one change: one counts", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team, {
        lines: [{ quantity: "10", price: "100", stock: "20" }],
      });
      const change = await aCheckedChange(team, contract.id, { lines: { 0: { quantity: "12" } } });
      const seen = await decisionOn(change);
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, () => approveRevision(team.director, seen, aKey())),
      );
      expect(worked(results)).toBe(1);
      expect((await contractNow(contract.id)).revision).toBe(2);
    }));

  it("two clerks start a change at once: one change is open", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const clerks = await Promise.all(Array.from({ length: 4 }, () => anActor("CLERK")));
      const inputs = await Promise.all(
        clerks.map((clerk) =>
          changeValues(clerk, contract.id, { lines: { 0: { quantity: "12" } } }),
        ),
      );
      const results = await Promise.allSettled(
        clerks.map((clerk, index) => {
          const input = inputs[index];
          if (!input) throw new Error("no input");
          return saveRevision(clerk, input, aKey());
        }),
      );
      expect(worked(results)).toBe(1);
      expect(await db.contractRevision.count({ where: { contractId: contract.id } })).toBe(1);
    }));
});
