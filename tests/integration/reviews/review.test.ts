import { describe, expect, it } from "vitest";
import { isSubjectOpen } from "@/lib/records/visibility";
import { circulateReview } from "@/lib/reviews/circulate-review";
import { findReview } from "@/lib/reviews/queries";
import { saveReview } from "@/lib/reviews/save-review";
import { reviewInput } from "@/lib/reviews/schema";
import { listAttachments } from "@/lib/server/attachments";
import { db } from "@/lib/server/db";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import { createUnits } from "@/tests/factories/products";
import {
  attachDrawing,
  createReview,
  reviewLine,
  reviewRef,
  reviewValues,
  seenReview,
  someoneOf,
  unmadeProduct,
} from "@/tests/factories/reviews";
import { at } from "@/tests/support/clock";
import { expectUnchanged, kindsOf } from "@/tests/support/reviews";

const DAY = "2026-11-23";
const today = <T>(fn: () => Promise<T>) => at(DAY, fn);

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
