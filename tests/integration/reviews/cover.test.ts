import { describe, expect, it } from "vitest";
import { approveContract } from "@/lib/contracts/approve-contract";
import { checkContract } from "@/lib/contracts/check-contract";
import { submitContract } from "@/lib/contracts/submit-contract";
import { answerReview } from "@/lib/reviews/answer-review";
import { approveReview } from "@/lib/reviews/approve-review";
import { circulateReview } from "@/lib/reviews/circulate-review";
import { concludeReview } from "@/lib/reviews/conclude-review";
import { confirmReuse } from "@/lib/reviews/confirm-reuse";
import { reviewOffers } from "@/lib/reviews/queries";
import { startReviewVersion } from "@/lib/reviews/start-version";
import { db } from "@/lib/server/db";
import {
  createContract,
  type GoodsLine,
  goodsLine,
  monthlyCustomer,
  ref,
  seenContract,
} from "@/tests/factories/contracts";
import { aKey, anActor } from "@/tests/factories/people";
import {
  answerOf,
  conclusionOf,
  createReview,
  reviewLine,
  reviewRef,
  seenReview,
  someoneOf,
  unmadeProduct,
} from "@/tests/factories/reviews";
import { at } from "@/tests/support/clock";

const DAY = "2026-11-23";
const clerkOf = () => anActor("CLERK", { duties: ["CONTRACT_DRAFTING", "CONTRACT_NUMBERING"] });
const agreed = async (id: string) => ({ ...(await ref(id)), comment: "" });

/** A customer whose review covers 100 pieces of a new product from 15 December at 50.00. */
async function aReviewedCustomer(day = DAY) {
  return at(day, async () => {
    const clerk = await clerkOf();
    const product = await unmadeProduct();
    const { id: customerId } = await monthlyCustomer();
    const review = await createReview({
      status: "EFFECTIVE",
      clerk,
      customerId,
      review: { lines: [reviewLine(product.id)] },
    });
    return { clerk, product, customerId, review };
  });
}
type Reviewed = Awaited<ReturnType<typeof aReviewedCustomer>>;

/** A draft order of that product; 20 pieces at the floor on the promised date unless said otherwise. */
function aDraft({ clerk, customerId, product }: Reviewed, changes: Partial<GoodsLine> = {}) {
  const line = { quantity: "20", unitPrice: "50", deliveryOn: "2026-12-15", ...changes };
  return createContract({
    clerk,
    customerId,
    order: { lines: [goodsLine(product.id, line)], formReason: "客户要求口头" },
  });
}

async function submit(reviewed: Reviewed, id: string) {
  return submitContract(reviewed.clerk, await ref(id), aKey());
}

async function expectIssues(reviewed: Reviewed, changes: Partial<GoodsLine>, issues: object[]) {
  const before = await aDraft(reviewed, changes);
  await expect(submit(reviewed, before.id)).rejects.toMatchObject({
    code: "common.invalid_input",
    issues,
  });
  expect(await seenContract(before.id)).toEqual(before);
}

describe("a contract with a NEW line", () => {
  it("[R1.1.3-C1] rests on a concluded review of the same customer, which the line and the register name", async () => {
    const reviewed = await aReviewedCustomer();
    await at(DAY, async () => {
      const { id } = await aDraft(reviewed);
      expect(await submit(reviewed, id)).toMatchObject({ contractClass: "C" });
      const contract = await seenContract(id);
      expect(contract.reviewNos).toBe(reviewed.review.docNo);
      const [reviewLineRow] = reviewed.review.lines;
      expect(contract.lines).toMatchObject([
        {
          supplyType: "NEW",
          reviewLineId: reviewLineRow?.id,
          drawingRev: reviewLineRow?.drawingRev,
        },
      ]);
      const item = await db.workItem.findFirst({
        where: { subjectId: reviewed.review.id, kind: "review.continue" },
      });
      expect(item?.closedAt).not.toBeNull();
    });
  });

  it("[R1.1.3-C4] is class C and goes on like any other up to its number", async () => {
    const reviewed = await aReviewedCustomer();
    await at(DAY, async () => {
      const { id } = await aDraft(reviewed);
      await submit(reviewed, id);
      await checkContract(await anActor("SECTION_CHIEF"), await agreed(id), aKey());
      const director = await anActor("FACTORY_DIRECTOR");
      const { contractNo } = await approveContract(director, await agreed(id), aKey());
      expect(contractNo).toMatch(/^LG2026-\d{3,}$/);
      expect(await seenContract(id)).toMatchObject({
        status: "EFFECTIVE",
        contractClass: "C",
        reviewNos: reviewed.review.docNo,
      });
    });
  });

  it("[R1.1.3-C3] is refused below the price floor and before the promised date, with the figures", async () => {
    const reviewed = await aReviewedCustomer();
    const review = reviewed.review.docNo ?? "";
    await at(DAY, () =>
      expectIssues(reviewed, { unitPrice: "49.99", deliveryOn: "2026-12-14" }, [
        {
          path: "lines.0.unitPrice",
          code: "reviews.price_below_floor",
          details: { review, floor: "50.00", price: "49.99" },
        },
        {
          path: "lines.0.deliveryOn",
          code: "reviews.date_before_promise",
          details: { review, earliest: "2026-12-15", date: "2026-12-14" },
        },
      ]),
    );
  });

  it("[R1.1.3-C1] is refused above the reviewed quantity, and for another customer", async () => {
    const reviewed = await aReviewedCustomer();
    await at(DAY, async () => {
      await expectIssues(reviewed, { quantity: "101" }, [
        { path: "lines.0.quantity", code: "reviews.quantity_above_review" },
      ]);
      const { id: customerId } = await monthlyCustomer();
      await expectIssues({ ...reviewed, customerId }, {}, [
        { path: "lines.0.productId", code: "reviews.line_not_reviewed" },
      ]);
    });
  });

  it("[R1.1.3-C1] is refused when the specification has changed since", async () => {
    const reviewed = await aReviewedCustomer();
    await at(DAY, async () => {
      await db.product.update({
        where: { id: reviewed.product.id },
        data: { drawingRev: "C" },
      });
      await expectIssues(reviewed, {}, [{ path: "lines.0.spec", code: "reviews.spec_changed" }]);
    });
  });

  it("[R1.1.3-C1] with a product of no list yet is covered by its drawing, whose revision it takes", async () => {
    await at(DAY, async () => {
      const clerk = await clerkOf();
      const { id: customerId } = await monthlyCustomer();
      const review = await createReview({ status: "EFFECTIVE", clerk, customerId });
      const [line] = review.lines;
      const order = {
        formReason: "客户要求口头",
        lines: [
          goodsLine(null, {
            productName: "非标成型铣刀",
            spec: line?.spec ?? "",
            drawingNo: "fb-2026-017",
            deliveryOn: "2026-12-15",
          }),
        ],
      };
      const { id } = await createContract({ clerk, customerId, order });
      await submitContract(clerk, await ref(id), aKey());
      expect((await seenContract(id)).lines).toMatchObject([
        { reviewLineId: line?.id, drawingRev: "A" },
      ]);
    });
  });

  it.each(["DRAFT", "CIRCULATING", "PENDING_CHIEF", "PENDING_DIRECTOR"] as const)(
    "[R1.1.3-C1] is not covered by a review that is %s",
    (status) =>
      at(DAY, async () => {
        const clerk = await clerkOf();
        const product = await unmadeProduct();
        const { id: customerId } = await monthlyCustomer();
        const review = await createReview({
          status,
          clerk,
          customerId,
          review: { lines: [reviewLine(product.id)] },
        });
        await expectIssues({ clerk, product, customerId, review }, {}, [
          { path: "lines.0.productId", code: "reviews.line_not_reviewed" },
        ]);
      }),
  );
});

describe("how long a review covers", () => {
  it("[R1.1.3-C3] sixty days, then a technical confirmation (Q45); under a moving clock", async () => {
    const reviewed = await aReviewedCustomer();
    const { review, clerk, customerId } = reviewed;
    const later = { deliveryOn: "2027-04-20" };
    const last = await at("2027-01-22", () => aDraft(reviewed, later));
    await at("2027-01-22", () => submit(reviewed, last.id));
    await at("2027-01-23", async () => {
      await expectIssues(reviewed, later, [
        {
          path: "lines.0.productId",
          code: "reviews.review_expired",
          details: { review: review.docNo ?? "", until: "2027-01-22" },
        },
      ]);
      expect(await reviewOffers(clerk, customerId)).toEqual([]);
      const technical = await anActor("TECHNICAL");
      await confirmReuse(technical, { ...(await reviewRef(review.id)), comment: "" }, aKey());
      expect(await reviewOffers(clerk, customerId)).toMatchObject([
        { reviewNo: review.docNo, coversUntil: "2027-03-24", floor: "50.0000" },
      ]);
      const { id } = await aDraft(reviewed, later);
      expect(await submit(reviewed, id)).toMatchObject({ contractClass: "C" });
    });
  });

  it("[R1.1.3-C1] check and approval refuse what is no longer covered; class A does not ask", async () => {
    const reviewed = await aReviewedCustomer();
    const chief = await anActor("SECTION_CHIEF");
    const later = { deliveryOn: "2027-04-20" };
    const { id } = await at("2027-01-22", () => aDraft(reviewed, later));
    await at("2027-01-22", () => submit(reviewed, id));
    const expired = {
      code: "contracts.review_settled",
      issues: [{ path: "lines.0.productId", code: "reviews.review_expired" }],
    };
    await at("2027-01-23", async () => {
      await expect(checkContract(chief, await agreed(id), aKey())).rejects.toMatchObject(expired);
    });
    await at("2027-01-22", async () => checkContract(chief, await agreed(id), aKey()));
    const director = await anActor("FACTORY_DIRECTOR");
    await at("2027-01-23", async () => {
      await expect(approveContract(director, await agreed(id), aKey())).rejects.toMatchObject(
        expired,
      );
      expect((await seenContract(id)).contractNo).toBeNull();
    });
  });

  it("[R1.1.3-C3] a version that is superseded covers nothing: the new one's floor and date hold", async () => {
    const reviewed = await aReviewedCustomer();
    const { clerk, review } = reviewed;
    await at(DAY, async () => {
      const pending = await aDraft(reviewed);
      await submit(reviewed, pending.id);
      const words = { ...(await reviewRef(review.id)), comment: "材料涨价" };
      const { id } = await startReviewVersion(clerk, words, aKey());
      await circulateReview(clerk, await reviewRef(id), aKey());
      await answerReview(await someoneOf("TECH"), await answerOf(id, "TECH"), aKey());
      await answerReview(await someoneOf("PRODUCTION"), await answerOf(id, "PRODUCTION"), aKey());
      const dearer = await conclusionOf(id, { approvedPrice: "60" });
      await concludeReview(await anActor("SECTION_CHIEF"), dearer, aKey());
      const director = await anActor("FACTORY_DIRECTOR");
      await approveReview(director, { ...(await reviewRef(id)), comment: "" }, aKey());
      expect((await seenReview(review.id)).status).toBe("SUPERSEDED");
      await expect(
        checkContract(await anActor("SECTION_CHIEF"), await agreed(pending.id), aKey()),
      ).rejects.toMatchObject({
        issues: [{ path: "lines.0.unitPrice", code: "reviews.price_below_floor" }],
      });
      const { id: dear } = await aDraft(reviewed, { unitPrice: "60" });
      expect(await submit(reviewed, dear)).toMatchObject({ contractClass: "C" });
    });
  });

  it("[R1.1.3-C4] the product stays NEW for a later contract of the same drawing revision, which reuses it (Q45)", async () => {
    const reviewed = await aReviewedCustomer();
    await at(DAY, async () => {
      await db.product.update({
        where: { id: reviewed.product.id },
        data: { firstProducedOn: new Date("2026-11-20") },
      });
      for (let i = 0; i < 2; i += 1) {
        const { id } = await aDraft(reviewed);
        expect(await submit(reviewed, id)).toMatchObject({ contractClass: "C" });
      }
    });
  });
});
