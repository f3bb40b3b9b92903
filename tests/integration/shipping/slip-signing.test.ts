import { describe, expect, it } from "vitest";
import { db } from "@/lib/server/db";
import { approveSlip } from "@/lib/shipping/approve-slip";
import { cancelSlip, rejectSlip, returnSlip } from "@/lib/shipping/refuse-slip";
import { signSlip } from "@/lib/shipping/sign-slip";
import { findSlipDetail } from "@/lib/shipping/slip-queries";
import { saveSlip, startSlip } from "@/lib/shipping/start-slip";
import { submitSlip } from "@/lib/shipping/submit-slip";
import { monthlyCustomer } from "@/tests/factories/contracts";
import { createDebt, createMoney } from "@/tests/factories/credit";
import { createCustomer } from "@/tests/factories/customers";
import { aDelegate, aKey, anActor } from "@/tests/factories/people";
import {
  aDraftSlip,
  anApprovedSlip,
  anIssuedNotice,
  aShippableContract,
  aShippingTeam,
  aSubmittedSlip,
  contractNow,
  directorView,
  letGo,
  noticeRef,
  openItems,
  type ShippingTeam,
  seenNotice,
  seenSlip,
  slipRef,
} from "@/tests/factories/shipping";
import { at } from "@/tests/support/clock";

const today = <T>(fn: () => Promise<T>) => at("2026-11-23", fn);
const REASON = "客户急用，款已安排";

/** An issued notice over the amount for the customer: one piece at this price. */
async function noticeOver(team: ShippingTeam, customerId: string, price: string, order = {}) {
  const contract = await aShippableContract(team, {
    customerId,
    order,
    lines: [{ quantity: "1", price }],
  });
  return anIssuedNotice(team, contract);
}

const violationsOf = async (slipId: string) =>
  ((await seenSlip(slipId)).creditSnapshot as { violations: string[] }).violations;
const exposureOf = async (slipId: string) =>
  ((await seenSlip(slipId)).creditSnapshot as { exposureAfter: string }).exposureAfter;

describe("filling a slip", () => {
  it("[R1.2.2-a] is started from an issued notice only, by the slip clerk, and acknowledges it", () =>
    today(async () => {
      const team = await aShippingTeam();
      const noticeId = await anIssuedNotice(team, await aShippableContract(team));
      const ref = await noticeRef(noticeId);
      for (const stranger of [await anActor("CLERK"), team.chief, team.keeper, team.director]) {
        await expect(startSlip(stranger, ref, aKey())).rejects.toMatchObject({
          code: "common.forbidden",
        });
      }
      const slipId = await aDraftSlip(team, noticeId);
      expect(await seenNotice(noticeId)).toMatchObject({
        status: "ACKNOWLEDGED",
        acknowledgedByName: team.clerk.name,
        acknowledgedAt: new Date("2026-11-23T02:00:00Z"),
      });
      expect(await seenSlip(slipId)).toMatchObject({
        status: "DRAFT",
        docNo: null,
        contractId: expect.any(String),
      });
      expect(await openItems(noticeId)).toEqual([]);
      await expect(startSlip(team.clerk, await noticeRef(noticeId), aKey())).rejects.toMatchObject({
        code: "shipping.notice_rest_to_slip",
      });
    }));

  it("[R1.2.2-a] blocks 61 against a notice of 60, and counts what stands on another slip", () =>
    today(async () => {
      const team = await aShippingTeam();
      const noticeId = await anIssuedNotice(
        team,
        await aShippableContract(team, { lines: [{ quantity: "60", price: "1" }] }),
      );
      const slipId = await aDraftSlip(team, noticeId, ["20"]);
      const [line] = (await seenNotice(noticeId)).lines;
      const save = async (pieces: string) =>
        saveSlip(
          team.clerk,
          {
            ...(await slipRef(slipId)),
            quantities: { [line?.id ?? ""]: pieces },
            exceptionReason: "",
            remark: "",
          },
          aKey(),
        );
      await expect(save("61")).rejects.toMatchObject({
        code: "shipping.over_notice_quantity",
        details: { available: "60" },
      });
      await aDraftSlip(team, noticeId);
      await expect(save("21")).rejects.toMatchObject({ details: { available: "20" } });
      expect((await seenNotice(noticeId)).lines[0]?.slippedQty.toFixed(0)).toBe("60");
    }));

  it("only the preparer edits and submits", () =>
    today(async () => {
      const team = await aShippingTeam();
      const other = await anActor("CLERK", { duties: ["OUTBOUND_SLIP"] });
      const slipId = await aDraftSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      await expect(submitSlip(other, await slipRef(slipId), aKey())).rejects.toMatchObject({
        code: "shipping.slip_own_draft",
      });
    }));

  it("[R1.2.2-b] shows the tenure already on the draft, as it will stand on the slip", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await aDraftSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      expect(await findSlipDetail(team.clerk, slipId)).toMatchObject({ tenureText: "2年1个月" });
    }));
});

describe("the department head", () => {
  it("[R1.2.2-b] signs in any case; without his signature the slip is not approved", () =>
    today(async () => {
      const team = await aShippingTeam();
      const slipId = await aSubmittedSlip(
        team,
        await anIssuedNotice(team, await aShippableContract(team)),
      );
      expect(await seenSlip(slipId)).toMatchObject({
        status: "PENDING_DEPT_HEAD",
        docNo: expect.stringMatching(/^CK2026-\d{4}$/),
        tier: "MID",
        tenureText: "2年1个月",
      });
      expect(await openItems(slipId)).toEqual(["slip.sign_dept_head"]);
      for (const stranger of [team.clerk, team.director, team.keeper, team.finance]) {
        await expect(
          signSlip(stranger, { ...(await slipRef(slipId)), comment: "" }, aKey()),
        ).rejects.toMatchObject({
          code: "common.forbidden",
        });
      }
      expect(
        await signSlip(team.chief, { ...(await slipRef(slipId)), comment: "" }, aKey()),
      ).toMatchObject({
        outcome: "APPROVED",
      });
      expect(await openItems(slipId)).toEqual(["slip.issue"]);
      const commitment = await db.creditCommitment.findUniqueOrThrow({ where: { slipId } });
      expect(commitment.amount.toFixed(2)).toBe("1000.00");
    }));

  it("[R1.2.2-b] a delegate signs in his place, but never a slip of his own", () =>
    today(async () => {
      const team = await aShippingTeam();
      const delegate = await aDelegate(team.chief, "CLERK", "DEPT_HEAD");
      const noticeId = await anIssuedNotice(
        team,
        await aShippableContract(team, { lines: [{ quantity: "10", price: "1" }] }),
      );
      const slipId = await aSubmittedSlip(team, noticeId, ["5"]);
      await signSlip(delegate, { ...(await slipRef(slipId)), comment: "" }, aKey());
      const signature = await db.signature.findFirstOrThrow({
        where: { subjectId: slipId, step: "DEPT_HEAD" },
      });
      expect(signature).toMatchObject({ signedById: delegate.id, onBehalfOfName: team.chief.name });

      const both = { ...team, clerk: { ...delegate, duties: ["OUTBOUND_SLIP" as const] } };
      const own = await aSubmittedSlip(both, noticeId);
      await expect(
        signSlip(both.clerk, { ...(await slipRef(own)), comment: "" }, aKey()),
      ).rejects.toMatchObject({
        code: "shipping.slip_not_own_draft",
      });
    }));

  it("returns with a reason: a draft again, signatures void, the number stays", () =>
    today(async () => {
      const team = await aShippingTeam();
      const noticeId = await anIssuedNotice(team, await aShippableContract(team));
      const slipId = await aSubmittedSlip(team, noticeId);
      const { docNo } = await seenSlip(slipId);
      await returnSlip(team.chief, { ...(await slipRef(slipId)), comment: "数量请核对" }, aKey());
      expect(await seenSlip(slipId)).toMatchObject({ status: "DRAFT", docNo, revision: 2 });
      expect(await openItems(slipId)).toEqual(["slip.returned"]);
      expect(await db.signature.count({ where: { subjectId: slipId, voidedAt: null } })).toBe(0);
      await submitSlip(team.clerk, await slipRef(slipId), aKey());
      expect(await seenSlip(slipId)).toMatchObject({ status: "PENDING_DEPT_HEAD", docNo });
    }));

  it("rejects for good: the quantity goes back to the notice", () =>
    today(async () => {
      const team = await aShippingTeam();
      const contract = await aShippableContract(team);
      const noticeId = await anIssuedNotice(team, contract);
      const slipId = await aSubmittedSlip(team, noticeId);
      await rejectSlip(team.chief, { ...(await slipRef(slipId)), comment: "不发" }, aKey());
      expect((await seenSlip(slipId)).status).toBe("REJECTED");
      expect((await seenNotice(noticeId)).lines[0]?.slippedQty.toFixed(0)).toBe("0");
      expect(await openItems(noticeId)).toEqual(["notice.make_slip"]);
      expect((await contractNow(contract.id)).openPapers).toBe(1);
      await aSubmittedSlip(team, noticeId);
    }));

  it("cancelling is the preparer's and the chief's until posting, and frees the commitment", () =>
    today(async () => {
      const team = await aShippingTeam();
      const noticeId = await anIssuedNotice(team, await aShippableContract(team));
      const slipId = await anApprovedSlip(team, noticeId);
      const input = async () => ({ ...(await slipRef(slipId)), comment: "客户改期" });
      await expect(cancelSlip(await anActor("CLERK"), await input(), aKey())).rejects.toMatchObject(
        {
          code: "shipping.slip_own_draft_or_chief",
        },
      );
      await cancelSlip(team.chief, await input(), aKey());
      expect((await seenSlip(slipId)).status).toBe("CANCELLED");
      expect(await db.creditCommitment.count({ where: { slipId } })).toBe(0);
      await expect(cancelSlip(team.chief, await input(), aKey())).rejects.toMatchObject({
        code: "shipping.slip_wrong_status",
      });
    }));
});

describe("credit check V1 to V5", () => {
  it("[R1.3.1-c] unpaid 12,000.00 and a slip of 3,000.00 is exactly the limit: no violation", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await monthlyCustomer();
      await createDebt(id, { amount: "12000.00" });
      const slipId = await anApprovedSlip(team, await noticeOver(team, id, "3000"));
      expect(await exposureOf(slipId)).toBe("15000.00");
      expect(await violationsOf(slipId)).toEqual([]);
      expect((await seenSlip(slipId)).directorSignatureId).toBeNull();
    }));

  it("[R1.3.1-c][R1.3.1-e] one cent more is V3: the clerk gives a reason, the director must sign this slip", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await monthlyCustomer();
      await createDebt(id, { amount: "12000.00" });
      const noticeId = await noticeOver(team, id, "3000.01");
      const slipId = await aDraftSlip(team, noticeId);
      await expect(submitSlip(team.clerk, await slipRef(slipId), aKey())).rejects.toMatchObject({
        code: "shipping.exception_reason_required",
        issues: [{ path: "exceptionReason" }],
      });
      expect((await seenSlip(slipId)).status).toBe("DRAFT");
      const [line] = (await seenNotice(noticeId)).lines;
      await saveSlip(
        team.clerk,
        {
          ...(await slipRef(slipId)),
          quantities: { [line?.id ?? ""]: "1" },
          exceptionReason: REASON,
          remark: "",
        },
        aKey(),
      );
      await submitSlip(team.clerk, await slipRef(slipId), aKey());
      expect(await violationsOf(slipId)).toEqual(["V3_LIMIT"]);
      const { outcome } = await signSlip(
        team.chief,
        { ...(await slipRef(slipId)), comment: "" },
        aKey(),
      );
      expect(outcome).toBe("PENDING_DIRECTOR");
      expect(await db.creditCommitment.count({ where: { slipId } })).toBe(0);
      await letGo(team, slipId);
      const signed = await seenSlip(slipId);
      expect(signed).toMatchObject({ status: "APPROVED", approvedViolations: ["V3_LIMIT"] });
      expect(signed.approvedExposure?.toFixed(2)).toBe("15000.01");
    }));

  it("[R1.3.1-c] on-account money counts, an unconfirmed receipt does not", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await monthlyCustomer();
      await createDebt(id, { amount: "12000.00" });
      await createMoney(id, "1000.00");
      await createMoney(id, "5000.00", "UNCONFIRMED");
      const slipId = await anApprovedSlip(team, await noticeOver(team, id, "4000"));
      expect(await exposureOf(slipId)).toBe("15000.00");
      expect(await violationsOf(slipId)).toEqual([]);
    }));

  it("[R1.3.1-c][R1.3.1-d] V2: a quarterly contract of a customer of two years, not of four", () =>
    today(async () => {
      const team = await aShippingTeam();
      const order = { paymentTerm: "QUARTERLY" as const, looserTermReason: "长期项目" };
      const mid = await monthlyCustomer();
      const midSlip = await aSubmittedSlip(
        team,
        await noticeOver(team, mid.id, "10", order),
        undefined,
        REASON,
      );
      expect(await violationsOf(midSlip)).toEqual(["V2_TERM"]);
      const old = await createCustomer({
        mode: "QUARTERLY",
        limit: "50000",
        cooperationStart: "2020-01-01",
      });
      const oldSlip = await aSubmittedSlip(team, await noticeOver(team, old.id, "50000", order));
      expect(await violationsOf(oldSlip)).toEqual([]);
      const more = await aSubmittedSlip(
        team,
        await noticeOver(team, old.id, "50000.01", order),
        undefined,
        REASON,
      );
      expect(await violationsOf(more)).toEqual(["V3_LIMIT"]);
    }));

  it("[R1.3.1-b] V1: a new customer on monthly terms, on every slip", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await createCustomer();
      const order = { paymentTerm: "MONTHLY" as const, looserTermReason: "试单" };
      for (const price of ["10", "20"]) {
        const slipId = await aSubmittedSlip(
          team,
          await noticeOver(team, id, price, order),
          undefined,
          REASON,
        );
        expect(await violationsOf(slipId)).toEqual(["V1_NOT_PREPAID"]);
      }
    }));

  it("[R1.3.1-e] V4 and V5 together: overdue and revoked, in order; V5 never becomes V1", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await monthlyCustomer();
      const noticeId = await noticeOver(team, id, "10");
      await db.customer.update({
        where: { id },
        data: { settlementMode: "PREPAID", creditLimit: null, creditRevoked: true },
      });
      await createDebt(id, { amount: "100", dueOn: "2026-11-22" });
      const slipId = await aSubmittedSlip(team, noticeId, undefined, REASON);
      expect(await violationsOf(slipId)).toEqual(["V4_OVERDUE", "V5_REVOKED"]);
    }));

  it("[R1.3.1-e] the check runs again at the head's signature: what came up meanwhile goes to the director", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { id } = await monthlyCustomer();
      const slipId = await aSubmittedSlip(team, await noticeOver(team, id, "1000"));
      expect(await violationsOf(slipId)).toEqual([]);
      await createDebt(id, { amount: "100", dueOn: "2026-11-22" });
      const { outcome } = await signSlip(
        team.chief,
        { ...(await slipRef(slipId)), comment: "" },
        aKey(),
      );
      expect(outcome).toBe("PENDING_DIRECTOR");
      expect(await violationsOf(slipId)).toEqual(["V4_OVERDUE"]);
    }));
});

describe("the director", () => {
  async function waitingForDirector(team: ShippingTeam) {
    const { id } = await monthlyCustomer();
    await createDebt(id, { amount: "12000.00" });
    const slipId = await aSubmittedSlip(
      team,
      await noticeOver(team, id, "4000"),
      undefined,
      REASON,
    );
    await signSlip(team.chief, { ...(await slipRef(slipId)), comment: "" }, aKey());
    return { slipId, customerId: id };
  }

  it("[R1.3.1-e] signs the figures shown: changed ones are stored, refused, and signed on the second look", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { slipId, customerId } = await waitingForDirector(team);
      const shown = await directorView(slipId);
      await createDebt(customerId, { amount: "0.01" });
      const key = aKey();
      const refusal = {
        code: "shipping.figures_changed",
        details: { exposure: "16000.01", violations: "V3_LIMIT" },
      };
      await expect(approveSlip(team.director, shown, key)).rejects.toMatchObject(refusal);
      await expect(approveSlip(team.director, shown, key)).rejects.toMatchObject(refusal);
      expect(await seenSlip(slipId)).toMatchObject({
        status: "PENDING_DIRECTOR",
        directorSignatureId: null,
      });
      expect(await exposureOf(slipId)).toBe("16000.01");
      await letGo(team, slipId);
      expect((await seenSlip(slipId)).approvedExposure?.toFixed(2)).toBe("16000.01");
    }));

  it("[R1.3.1-e] nobody else signs for him, and not the person who signed as head", () =>
    today(async () => {
      const team = await aShippingTeam();
      const both = await aDelegate(team.director, "SECTION_CHIEF", "APPROVE");
      const { slipId } = await waitingForDirector({ ...team, chief: both });
      for (const stranger of [team.clerk, team.keeper, team.chief]) {
        await expect(
          approveSlip(stranger, await directorView(slipId), aKey()),
        ).rejects.toMatchObject({
          code: "common.forbidden",
        });
      }
      await expect(approveSlip(both, await directorView(slipId), aKey())).rejects.toMatchObject({
        code: "shipping.slip_not_same_signer",
      });
    }));

  it("[R1.3.1-e] returns the slip once; the head signs again before the director", () =>
    today(async () => {
      const team = await aShippingTeam();
      const { slipId } = await waitingForDirector(team);
      await returnSlip(team.director, { ...(await slipRef(slipId)), comment: "先催款" }, aKey());
      expect(await seenSlip(slipId)).toMatchObject({
        status: "DRAFT",
        deptHeadById: null,
        directorSignatureId: null,
      });
      await submitSlip(team.clerk, await slipRef(slipId), aKey());
      await expect(
        approveSlip(team.director, await directorView(slipId), aKey()),
      ).rejects.toMatchObject({
        code: "shipping.slip_wrong_status",
      });
      await signSlip(team.chief, { ...(await slipRef(slipId)), comment: "" }, aKey());
      await letGo(team, slipId);
      expect((await seenSlip(slipId)).status).toBe("APPROVED");
    }));
});
