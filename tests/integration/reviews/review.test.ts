import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { isSubjectOpen } from "@/lib/records/visibility";
import { answerReview } from "@/lib/reviews/answer-review";
import { approveReview } from "@/lib/reviews/approve-review";
import { circulateReview } from "@/lib/reviews/circulate-review";
import { concludeReview } from "@/lib/reviews/conclude-review";
import { confirmReuse } from "@/lib/reviews/confirm-reuse";
import { findReview } from "@/lib/reviews/queries";
import { rejectReview, returnReview } from "@/lib/reviews/refuse-review";
import { saveReview } from "@/lib/reviews/save-review";
import { reviewInput } from "@/lib/reviews/schema";
import { startReviewVersion } from "@/lib/reviews/start-version";
import { cancelReview, withdrawReview } from "@/lib/reviews/withdraw-review";
import { listAttachments } from "@/lib/server/attachments";
import { db } from "@/lib/server/db";
import { listSignatures } from "@/lib/server/signatures";
import { listWorkItems } from "@/lib/server/work-items";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import { createUnits } from "@/tests/factories/products";
import {
  answerOf,
  attachDrawing,
  conclusionOf,
  createReview,
  reviewLine,
  reviewRef,
  reviewValues,
  seenReview,
  someoneOf,
  unmadeProduct,
} from "@/tests/factories/reviews";
import { at } from "@/tests/support/clock";

const DAY = "2026-11-23";
const today = <T>(fn: () => Promise<T>) => at(DAY, fn);
const kindsOf = async (actor: Actor, id?: string) =>
  (await listWorkItems(actor))
    .filter(({ subjectId }) => id === undefined || subjectId === id)
    .map(({ kind }) => kind);

/** What is refused changes nothing. */
async function expectUnchanged(id: string, act: () => Promise<unknown>, refusal: object) {
  const before = await seenReview(id);
  const signatures = await listSignatures(id);
  await expect(act()).rejects.toMatchObject(refusal);
  expect(await seenReview(id)).toEqual(before);
  expect(await listSignatures(id)).toEqual(signatures);
}

describe("drafting a review", () => {
  it("[R1.1.1-a] writes its intake record itself when it is typed directly", () =>
    today(async () => {
      const review = await createReview();
      const intake = await db.intake.findUniqueOrThrow({
        where: { id: review.intakeId },
        include: { lines: true },
      });
      expect(intake).toMatchObject({
        status: "CLOSED",
        outcome: "REVIEW",
        intakeType: "INQUIRY",
        channel: "PHONE",
        docNo: expect.stringMatching(/^YX2026-\d{4}$/),
      });
      expect(intake.lines).toMatchObject([{ drawingNo: "FB-2026-017" }]);
      expect(review).toMatchObject({ status: "DRAFT", docNo: null, version: 1 });
    }));

  it("[R1.1.3-C2] always asks technical and production, and copies what the product list says", () =>
    today(async () => {
      await createUnits();
      const product = await unmadeProduct();
      const { lines, opinions } = await createReview({
        review: {
          lines: [reviewLine(product.id)],
          opinions: [{ department: "FINANCE", item: "成本" }],
        },
      });
      expect(opinions.map(({ department }) => department).sort()).toEqual([
        "FINANCE",
        "PRODUCTION",
        "TECH",
      ]);
      expect(lines).toMatchObject([{ productName: product.name, spec: product.spec }]);
    }));

  it("names the cell of a product that has neither a list entry nor a drawing number", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const { id: customerId } = await createCustomer();
      const review = reviewInput.parse(
        reviewValues(customerId, { lines: [reviewLine(null, { drawingNo: "" })] }),
      );
      await expect(
        saveReview(clerk, { id: null, rowVersion: null, review }, aKey()),
      ).rejects.toMatchObject({
        issues: [{ path: "review.lines.0.drawingNo", code: "reviews.drawing_no_missing" }],
      });
    }));

  it("lets a clerk take a colleague's draft over, a salesperson only the own one", () =>
    today(async () => {
      const { id, customerId } = await createReview();
      const colleague = await anActor("CLERK");
      const input = async () => ({
        ...(await reviewRef(id)),
        review: reviewInput.parse(reviewValues(customerId)),
      });
      await saveReview(colleague, await input(), aKey());
      expect((await seenReview(id)).drafterIds).toContain(colleague.id);
      const seller = await anActor("SALESPERSON");
      await db.customer.update({ where: { id: customerId }, data: { ownerId: seller.id } });
      await expect(saveReview(seller, await input(), aKey())).rejects.toMatchObject({
        code: "reviews.own_draft_or_clerk",
      });
    }));
});

describe("circulating a review", () => {
  it("[R1.1.3-C2] asks each department by a work item of its own and draws the number", () =>
    today(async () => {
      const [quality, purchase] = [await someoneOf("QUALITY"), await someoneOf("PURCHASE")];
      const technical = await someoneOf("TECH");
      const { id } = await createReview({
        status: "CIRCULATING",
        review: { opinions: [{ department: "QUALITY", item: "" }] },
      });
      expect((await seenReview(id)).docNo).toMatch(/^PS2026-\d{4}$/);
      expect(await kindsOf(technical)).toContain("review.opinion_tech");
      const open = await db.workItem.findMany({ where: { subjectId: id, closedAt: null } });
      expect(open.map(({ kind }) => kind).sort()).toEqual([
        "review.opinion_production",
        "review.opinion_quality",
        "review.opinion_tech",
      ]);
      const item = open.find(({ kind }) => kind === "review.opinion_quality");
      expect(item?.assigneeId === quality.id || item?.role === "REVIEWER").toBe(true);
      expect(await kindsOf(purchase)).not.toContain("review.opinion_purchase");
    }));

  it("[R1.1.3-C1] refuses while a line has no drawing of its own, and names the line", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const lines = [reviewLine(null), reviewLine(null, { drawingNo: "FB-2026-018" })];
      const { id } = await createReview({ clerk, review: { lines } });
      const circulate = async () => circulateReview(clerk, await reviewRef(id), aKey());
      await expectUnchanged(id, circulate, {
        issues: [
          {
            path: "lines.1.drawingNo",
            code: "reviews.line_drawing_missing",
            details: { line: "2", product: "非标成型铣刀 FB-2026-018" },
          },
        ],
      });
      expect((await findReview(clerk, id))?.linesWithoutDrawing).toEqual([2]);
      await attachDrawing(clerk, id);
      expect((await findReview(clerk, id))?.linesWithoutDrawing).toEqual([]);
      await circulate();
      expect((await seenReview(id)).status).toBe("CIRCULATING");
    }));

  it("[R1.1.3-C1] refuses without a drawing, without lines, without requirements", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const { id: customerId } = await createCustomer();
      const review = reviewInput.parse(
        reviewValues(customerId, { lines: [], technicalRequirement: "" }),
      );
      const { id } = await saveReview(clerk, { id: null, rowVersion: null, review }, aKey());
      const circulate = async () => circulateReview(clerk, await reviewRef(id), aKey());
      await expectUnchanged(id, circulate, { code: "reviews.drawing_attached" });
      await attachDrawing(clerk, id);
      await expectUnchanged(id, circulate, {
        issues: [
          { path: "lines", code: "reviews.lines_missing" },
          { path: "technicalRequirement", code: "reviews.requirement_missing" },
        ],
      });
      expect((await seenReview(id)).docNo).toBeNull();
    }));

  it("takes the drawing at the intake record for one", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const review = await createReview({ clerk, drawing: false });
      await attachDrawing(clerk, review.intakeId, "intake");
      await expect(
        circulateReview(clerk, await reviewRef(review.id), aKey()),
      ).resolves.toMatchObject({ docNo: expect.any(String) });
    }));

  it("[R1.1.3-C2] lets the departments see the drawing of the intake record, once", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const review = await createReview({ clerk, drawing: false });
      await attachDrawing(clerk, review.intakeId, "intake");
      await circulateReview(clerk, await reviewRef(review.id), aKey());
      const [drawing, ...others] = await listAttachments(review.id);
      expect(others).toEqual([]);
      expect(drawing).toMatchObject({ kind: "drawing", uploadedByName: clerk.name });
      const production = await someoneOf("PRODUCTION");
      const asked = { subjectType: "review" as const, subjectId: review.id };
      expect(await isSubjectOpen(production, asked, "read")).toBe(true);
    }));
});

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
