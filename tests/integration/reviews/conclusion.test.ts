import { describe, expect, it } from "vitest";
import { answerReview } from "@/lib/reviews/answer-review";
import { approveReview } from "@/lib/reviews/approve-review";
import { circulateReview } from "@/lib/reviews/circulate-review";
import { concludeReview } from "@/lib/reviews/conclude-review";
import { confirmReuse } from "@/lib/reviews/confirm-reuse";
import { findReview } from "@/lib/reviews/queries";
import { rejectReview, returnReview } from "@/lib/reviews/refuse-review";
import { startReviewVersion } from "@/lib/reviews/start-version";
import { cancelReview, withdrawReview } from "@/lib/reviews/withdraw-review";
import { listSignatures } from "@/lib/server/signatures";
import { aKey, anActor } from "@/tests/factories/people";
import {
  answerOf,
  conclusionOf,
  createReview,
  reviewRef,
  seenReview,
  someoneOf,
} from "@/tests/factories/reviews";
import { at } from "@/tests/support/clock";
import { expectUnchanged, kindsOf } from "@/tests/support/reviews";

const DAY = "2026-11-23";
const today = <T>(fn: () => Promise<T>) => at(DAY, fn);

describe("conclusion and approval", () => {
  it("[R1.1.3-C3] needs date and floor per line, four eyes, and is valid for sixty days", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const { id } = await createReview({ status: "PENDING_CHIEF", clerk });
      const chief = await anActor("SECTION_CHIEF");
      const full = await conclusionOf(id);
      await expectUnchanged(
        id,
        () =>
          concludeReview(
            chief,
            { ...full, lines: full.lines.map((l) => ({ ...l, approvedPrice: null })) },
            aKey(),
          ),
        { issues: [{ path: "lines.0.approvedPrice", code: "reviews.price_floor_missing" }] },
      );
      await concludeReview(chief, full, aKey());
      const director = await anActor("FACTORY_DIRECTOR");
      const { validUntil } = await approveReview(
        director,
        { ...(await reviewRef(id)), comment: "" },
        aKey(),
      );
      expect(validUntil).toBe("2027-01-22");
      expect(await seenReview(id)).toMatchObject({ status: "EFFECTIVE", conclusion: "ACCEPT" });
      expect(await kindsOf(clerk)).toContain("review.continue");
      const steps = (await listSignatures(id)).map(({ step }) => step);
      expect(steps).toEqual(["PREPARED", "REVIEW", "REVIEW", "CHECKED", "APPROVED"]);
    }));

  it("[R1.1.3-C3] ends the review when the conclusion does not accept", () =>
    today(async () => {
      const { id } = await createReview({ status: "PENDING_CHIEF" });
      const chief = await anActor("SECTION_CHIEF");
      const input = await conclusionOf(id, {}, { conclusion: "REJECT", note: "无法加工" });
      expect(await concludeReview(chief, input, aKey())).toMatchObject({ status: "REJECTED" });
      expect(await seenReview(id)).toMatchObject({ status: "REJECTED", conclusion: "REJECT" });
    }));

  it("lets exactly one of six people conclude at once", () =>
    today(async () => {
      const { id } = await createReview({ status: "PENDING_CHIEF" });
      const input = await conclusionOf(id);
      const chiefs = [];
      for (let i = 0; i < 6; i += 1) chiefs.push(await anActor("SECTION_CHIEF"));
      const results = await Promise.allSettled(
        chiefs.map((chief) => concludeReview(chief, input, aKey())),
      );
      const refused = results.flatMap((result) =>
        result.status === "rejected" ? [result.reason.code] : [],
      );
      expect(refused).toHaveLength(5);
      for (const code of refused)
        expect(["reviews.wrong_status", "common.changed_meanwhile"]).toContain(code);
      expect((await listSignatures(id)).filter(({ step }) => step === "CHECKED")).toHaveLength(1);
    }));

  it("returns to draft with all signatures void and every opinion to be given anew", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      for (const status of ["PENDING_CHIEF", "PENDING_DIRECTOR"] as const) {
        const { id, docNo } = await createReview({ status, clerk });
        const judge = await anActor(
          status === "PENDING_CHIEF" ? "SECTION_CHIEF" : "FACTORY_DIRECTOR",
        );
        await returnReview(judge, { ...(await reviewRef(id)), comment: "图纸不清" }, aKey());
        const review = await seenReview(id);
        expect(review).toMatchObject({ status: "DRAFT", docNo, conclusion: null });
        expect(review.opinions.every(({ signedAt, result }) => !signedAt && result)).toBe(true);
        expect(review.lines.every(({ approvedPrice }) => approvedPrice === null)).toBe(true);
        expect((await listSignatures(id)).every(({ voided }) => voided)).toBe(true);
        expect(await kindsOf(clerk)).toContain("review.returned");
        await circulateReview(clerk, await reviewRef(id), aKey());
        expect(await seenReview(id)).toMatchObject({ status: "CIRCULATING", docNo });
      }
    }));

  it("is withdrawn by its drafter only, rejected by whoever's turn it is, cancelled with a reason", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const { id } = await createReview({ status: "PENDING_DIRECTOR", clerk });
      const other = await anActor("CLERK");
      await expectUnchanged(id, async () => withdrawReview(other, await reviewRef(id), aKey()), {
        code: "reviews.own_draft",
      });
      await withdrawReview(clerk, await reviewRef(id), aKey());
      const chief = await anActor("SECTION_CHIEF");
      await cancelReview(chief, { ...(await reviewRef(id)), comment: "客户取消" }, aKey());
      expect(await seenReview(id)).toMatchObject({ status: "CANCELLED", cancelReason: "客户取消" });
      const second = await createReview({ status: "PENDING_DIRECTOR" });
      const director = await anActor("FACTORY_DIRECTOR");
      const words = { ...(await reviewRef(second.id)), comment: "不做" };
      await rejectReview(director, words, aKey());
      expect((await seenReview(second.id)).status).toBe("REJECTED");
    }));
});

describe("after the conclusion", () => {
  it("[R1.1.3-C3] a change makes a new version with the same number, which supersedes the old one", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const first = await createReview({ status: "EFFECTIVE", clerk });
      const words = { ...(await reviewRef(first.id)), comment: "图纸改为 B 版" };
      const { id } = await startReviewVersion(clerk, words, aKey());
      expect(await seenReview(id)).toMatchObject({
        status: "DRAFT",
        docNo: first.docNo,
        version: 2,
        previousId: first.id,
        reviewKind: "CHANGE",
        changeReason: "图纸改为 B 版",
      });
      await expect(
        startReviewVersion(clerk, { ...(await reviewRef(first.id)), comment: "再改" }, aKey()),
      ).rejects.toMatchObject({ code: "reviews.no_open_version" });
      expect((await seenReview(first.id)).status).toBe("EFFECTIVE");
      await circulateReview(clerk, await reviewRef(id), aKey());
      await answerReview(await someoneOf("TECH"), await answerOf(id, "TECH"), aKey());
      await answerReview(await someoneOf("PRODUCTION"), await answerOf(id, "PRODUCTION"), aKey());
      await concludeReview(await anActor("SECTION_CHIEF"), await conclusionOf(id), aKey());
      const director = await anActor("FACTORY_DIRECTOR");
      await approveReview(director, { ...(await reviewRef(id)), comment: "" }, aKey());
      expect((await seenReview(first.id)).status).toBe("SUPERSEDED");
      expect((await seenReview(id)).status).toBe("EFFECTIVE");
    }));

  it("a version that was given up does not stand in the way of the next", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const first = await createReview({ status: "EFFECTIVE", clerk });
      const words = async () => ({ ...(await reviewRef(first.id)), comment: "改" });
      const second = await startReviewVersion(clerk, await words(), aKey());
      await cancelReview(clerk, { ...(await reviewRef(second.id)), comment: "不改了" }, aKey());
      const third = await startReviewVersion(clerk, await words(), aKey());
      expect((await seenReview(third.id)).version).toBe(3);
    }));

  it("[R1.1.3-C3] technical confirms the reuse only after the validity (Q45)", async () => {
    const technical = await anActor("TECHNICAL");
    const { id } = await today(() => createReview({ status: "EFFECTIVE" }));
    const confirm = async () =>
      confirmReuse(technical, { ...(await reviewRef(id)), comment: "图纸未变" }, aKey());
    await expect(at("2027-01-22", confirm)).rejects.toMatchObject({ code: "reviews.expired" });
    expect((await at("2027-01-22", () => findReview(technical, id)))?.isExpired).toBe(false);
    expect((await at("2027-01-23", () => findReview(technical, id)))?.isExpired).toBe(true);
    const { reuseUntil } = await at("2027-01-23", confirm);
    expect(reuseUntil).toBe("2027-03-24");
    expect(await seenReview(id)).toMatchObject({ reuseConfirmedByName: technical.name });
  });
});
