import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { answerReview } from "@/lib/reviews/answer-review";
import { findReview } from "@/lib/reviews/queries";
import { listSignatures } from "@/lib/server/signatures";
import { aKey, anActor } from "@/tests/factories/people";
import {
  answerOf,
  createReview,
  reviewLine,
  seenReview,
  someoneOf,
} from "@/tests/factories/reviews";
import { at } from "@/tests/support/clock";
import { expectUnchanged, kindsOf } from "@/tests/support/reviews";

const DAY = "2026-11-23";
const today = <T>(fn: () => Promise<T>) => at(DAY, fn);

describe("a department's own part", () => {
  it("[R1.1.3-C2] is kept with name and time, and the last one passes the review to the chief", () =>
    today(async () => {
      const { id } = await createReview({ status: "CIRCULATING" });
      const technical = await someoneOf("TECH");
      const production = await someoneOf("PRODUCTION");
      await answerReview(technical, await answerOf(id, "TECH"), aKey());
      expect((await seenReview(id)).status).toBe("CIRCULATING");
      const last = await answerReview(production, await answerOf(id, "PRODUCTION"), aKey());
      expect(last.complete).toBe(true);
      const review = await seenReview(id);
      expect(review.status).toBe("PENDING_CHIEF");
      expect(review.opinions).toMatchObject([
        { department: "TECH", personName: technical.name, signedAt: new Date(`${DAY}T02:00:00Z`) },
        { department: "PRODUCTION", personName: production.name },
      ]);
      expect((await listSignatures(id)).filter(({ step }) => step === "REVIEW")).toHaveLength(2);
      expect(await kindsOf(await anActor("SECTION_CHIEF"))).toContain("review.conclude");
      expect(await kindsOf(technical, id)).toEqual([]);
    }));

  it("[R1.1.3-C2] is refused to another department with a sentence, and nothing changes", () =>
    today(async () => {
      const { id } = await createReview({
        status: "CIRCULATING",
        review: {
          opinions: [
            { department: "QUALITY", item: "" },
            { department: "PURCHASE", item: "" },
          ],
        },
        technical: await someoneOf("QUALITY"),
        production: await someoneOf("PURCHASE"),
      });
      const wrong: [Actor, "TECH" | "PRODUCTION" | "QUALITY" | "PURCHASE", string][] = [
        [await someoneOf("PRODUCTION"), "TECH", "PRODUCTION"],
        [await someoneOf("TECH"), "PRODUCTION", "TECH"],
        [await someoneOf("PURCHASE"), "QUALITY", "PURCHASE"],
        [await someoneOf("QUALITY"), "PURCHASE", "QUALITY"],
        [await anActor("REVIEWER", { department: "工艺" }), "QUALITY", "none"],
      ];
      for (const [person, asked, own] of wrong) {
        await expectUnchanged(
          id,
          async () => answerReview(person, await answerOf(id, asked), aKey()),
          { code: "reviews.wrong_department", details: { asked, own } },
        );
      }
    }));

  it("is refused to a department that was not asked", () =>
    today(async () => {
      const { id } = await createReview({ status: "CIRCULATING" });
      const finance = await someoneOf("FINANCE");
      await expectUnchanged(
        id,
        async () => answerReview(finance, await answerOf(id, "FINANCE"), aKey()),
        { code: "reviews.department_asked" },
      );
    }));

  it("[R1.1.3-C2] needs a date per line from production, and words where it is not plainly feasible", () =>
    today(async () => {
      const { id } = await createReview({ status: "CIRCULATING" });
      const production = await someoneOf("PRODUCTION");
      const answer = await answerOf(id, "PRODUCTION");
      const undated = answer.lines.map((line) => ({ ...line, proposedOn: null }));
      await expectUnchanged(
        id,
        () => answerReview(production, { ...answer, lines: undated }, aKey()),
        { issues: [{ path: "lines.0.proposedOn", code: "reviews.proposed_date_missing" }] },
      );
      await expectUnchanged(
        id,
        () => answerReview(production, { ...answer, result: "CANNOT", lines: undated }, aKey()),
        { issues: [{ path: "detail", code: "reviews.detail_missing" }] },
      );
      const cannot = { ...answer, result: "CANNOT" as const, detail: "没有磨床", lines: undated };
      await answerReview(production, cannot, aKey());
    }));

  it("[R1.1.3-C2] needs a price floor per line from finance, as long as it is feasible", () =>
    today(async () => {
      const { id } = await createReview({
        status: "CIRCULATING",
        review: { opinions: [{ department: "FINANCE", item: "" }] },
      });
      const finance = await someoneOf("FINANCE");
      const answer = await answerOf(id, "FINANCE");
      const unpriced = answer.lines.map((line) => ({ ...line, proposedPrice: null }));
      await expectUnchanged(
        id,
        () => answerReview(finance, { ...answer, lines: unpriced }, aKey()),
        {
          issues: [{ path: "lines.0.proposedPrice", code: "reviews.proposed_price_missing" }],
        },
      );
      const cannot = { ...answer, result: "CANNOT" as const, detail: "低于成本" };
      await answerReview(finance, { ...cannot, lines: unpriced }, aKey());
    }));

  it("keeps one of two answers of the same department given at once", () =>
    today(async () => {
      const { id } = await createReview({ status: "CIRCULATING" });
      const answer = await answerOf(id, "TECH");
      const rivals = [];
      for (let i = 0; i < 6; i += 1) rivals.push(await someoneOf("TECH"));
      const results = await Promise.allSettled(
        rivals.map((person) => answerReview(person, answer, aKey())),
      );
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }));

  it("[R1.1.3-C3] hides prices from departments that may not see them", () =>
    today(async () => {
      const { id } = await createReview({
        status: "CIRCULATING",
        review: {
          opinions: [{ department: "FINANCE", item: "" }],
          lines: [reviewLine(null, { targetPrice: "47.5" })],
        },
      });
      const finance = await someoneOf("FINANCE");
      const answer = await answerOf(id, "FINANCE", { proposedPrice: "52" });
      await answerReview(finance, { ...answer, detail: "成本 41 元" }, aKey());
      const seen = await findReview(finance, id);
      expect(seen?.lines[0]).toMatchObject({ targetPrice: "47.5000", proposedPrice: "52.0000" });
      for (const department of ["TECH", "PRODUCTION", "QUALITY", "WAREHOUSE"] as const) {
        const blind = await findReview(await someoneOf(department), id);
        expect(blind?.lines[0]).toMatchObject({ targetPrice: null, proposedPrice: null });
        expect(JSON.stringify([blind?.lines, blind?.opinions])).not.toMatch(/47\.5|52\.0|41 元/);
      }
    }));
});
