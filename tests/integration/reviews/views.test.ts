import { describe, expect, it } from "vitest";
import { newOrder } from "@/lib/contracts/order-start";
import { contractsOfReview, reviewFromContract } from "@/lib/contracts/review-links";
import { submitContract } from "@/lib/contracts/submit-contract";
import { addDays, fromDbDate } from "@/lib/core/calendar-date";
import { emptyListState } from "@/lib/core/list-state";
import { confirmReuse } from "@/lib/reviews/confirm-reuse";
import { findReview, reviewOffers } from "@/lib/reviews/queries";
import { listReviews } from "@/lib/reviews/review-list";
import { reviewFromIntake } from "@/lib/reviews/review-start";
import { closeFollowUp } from "@/lib/reviews/settle-follow-up";
import { db } from "@/lib/server/db";
import { listWorkItems } from "@/lib/server/work-items";
import { createContract, goodsLine, monthlyCustomer, ref } from "@/tests/factories/contracts";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import { createProduct } from "@/tests/factories/products";
import { createReview, reviewLine, reviewRef, unmadeProduct } from "@/tests/factories/reviews";
import { stockUp } from "@/tests/factories/stock";
import { at } from "@/tests/support/clock";
import { countQueries } from "@/tests/support/query-counter";

const DAY = "2026-11-23";
const today = <T>(fn: () => Promise<T>) => at(DAY, fn);
describe("who sees which review", () => {
  it("a salesperson sees the own ones and those of the own customers, everybody else all", () =>
    today(async () => {
      const seller = await anActor("SALESPERSON");
      const { id: ownCustomer } = await createCustomer({ ownerId: seller.id });
      const own = await createReview({ customerId: ownCustomer });
      const foreign = await createReview();
      const ids = (await listReviews(seller, emptyListState)).rows.map(({ id }) => id);
      expect(ids).toContain(own.id);
      expect(ids).not.toContain(foreign.id);
      expect(await findReview(seller, foreign.id)).toBeNull();
      expect(await findReview(await anActor("ADMIN"), own.id)).toBeNull();
      expect(await findReview(await anActor("WAREHOUSE_KEEPER"), own.id)).not.toBeNull();
    }));

  it("finds a review by its number and its customer, in one query a page", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const { id: customerId } = await createCustomer({ name: "丹东评审客户厂" });
      const review = await createReview({ clerk, customerId, status: "CIRCULATING" });
      const idsOf = async (changes: object) =>
        (await listReviews(clerk, { ...emptyListState, ...changes })).rows.map(({ id }) => id);
      expect(await idsOf({ q: review.docNo })).toEqual([review.id]);
      expect(await idsOf({ q: "评审客户" })).toEqual([review.id]);
      expect(await idsOf({ q: "评审客户", filters: { status: ["EFFECTIVE"] } })).toEqual([]);
      expect(await idsOf({ q: "评审客户", filters: { expired: ["true"] } })).toEqual([]);
      const { queries, result } = await countQueries(() => listReviews(clerk, emptyListState));
      expect(result.rows.find(({ id }) => id === review.id)).toMatchObject({
        products: "非标成型铣刀 φ32×60×120-6F",
        open: "2",
      });
      expect(queries).toHaveLength(1);
    }));

  it("marks a review as expired by the house's own day, on the page after its last", async () => {
    const { id, docNo } = await today(() => createReview({ status: "EFFECTIVE" }));
    const { validUntil } = await db.review.findUniqueOrThrow({ where: { id } });
    const lastDay = fromDbDate(validUntil ?? new Date());
    const seenOn = (day: string) =>
      at(day, async () => {
        const clerk = await anActor("CLERK");
        const listed = async (filters: Record<string, string[]>) =>
          (await listReviews(clerk, { ...emptyListState, q: docNo ?? "", filters })).rows;
        const expired = await listed({ expired: ["true"] });
        return { validity: (await listed({}))[0]?.validity, expired: expired.length };
      });
    expect(await seenOn(lastDay)).toEqual({ validity: "VALID", expired: 0 });
    expect(await seenOn(addDays(lastDay, 1))).toEqual({ validity: "EXPIRED", expired: 1 });
  });

  it("offers each person exactly the next steps that are theirs", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const { id } = await createReview({ status: "CIRCULATING", clerk });
      const commandsOf = async (role: Parameters<typeof anActor>[0]) =>
        (await findReview(await anActor(role), id))?.commands;
      expect((await findReview(clerk, id))?.commands).toEqual(["withdraw"]);
      expect(await commandsOf("TECHNICAL")).toEqual(["answer"]);
      expect(await commandsOf("FINANCE")).toEqual([]);
      expect(await commandsOf("SECTION_CHIEF")).toEqual([]);
    }));
});

describe("from an order to its review and back", () => {
  it("[R1.1.3-C1] a review begins with the order's new lines only, and leads back to the draft", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const proven = await createProduct();
      await stockUp({ productId: proven.id, quantity: "100" });
      const unmade = await unmadeProduct();
      const { id: customerId } = await monthlyCustomer();
      const contract = await createContract({
        clerk,
        customerId,
        order: { lines: [goodsLine(proven.id), goodsLine(unmade.id, { quantity: "7" })] },
      });
      const start = await reviewFromContract(clerk, contract.id, () => "");
      expect(start?.head).toMatchObject({ customerId, intakeId: contract.intakeId });
      expect(start?.lines).toMatchObject([{ productId: unmade.id, quantity: "7" }]);
      const review = await createReview({
        clerk,
        customerId,
        status: "EFFECTIVE",
        review: { intakeId: contract.intakeId, lines: [reviewLine(unmade.id)] },
      });
      expect(await contractsOfReview(clerk, review)).toMatchObject([
        { id: contract.id, isDraft: true },
      ]);
      expect(await contractsOfReview(await anActor("PRODUCTION"), review)).toEqual([]);
    }));

  it("[R1.1.3-C3] a contract begins with the review's lines, its floor and its date", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const review = await createReview({ clerk, status: "EFFECTIVE" });
      const order = await newOrder(clerk, { form: "FORMAL", reviewId: review.id });
      expect(order.head.customerId).toBe(review.customerId);
      expect(order.head.clauses.qualityClause).toContain(review.docNo);
      expect(order.goods).toMatchObject([
        { drawingNo: "FB-2026-017", quantity: "100", unitPrice: "50.00", deliveryOn: "2026-12-15" },
      ]);
      const pending = await createReview({ clerk, status: "PENDING_DIRECTOR" });
      const blank = await newOrder(clerk, { form: "FORMAL", reviewId: pending.id });
      expect(blank.goods).toEqual([]);
    }));

  it("an open intake record becomes a review and is closed with that outcome", () =>
    today(async () => {
      const clerk = await anActor("CLERK");
      const first = await createReview({ clerk });
      await db.intake.update({
        where: { id: first.intakeId },
        data: { status: "OPEN", outcome: null, closedAt: null, closedById: null },
      });
      const start = await reviewFromIntake(clerk, first.intakeId, () => "");
      expect(start.lines).toMatchObject([{ drawingNo: "FB-2026-017" }]);
      await createReview({
        clerk,
        customerId: first.customerId,
        review: { intakeId: first.intakeId },
      });
      expect(await db.intake.findUniqueOrThrow({ where: { id: first.intakeId } })).toMatchObject({
        status: "CLOSED",
        outcome: "REVIEW",
      });
    }));

  it("reminds the clerk to offer until a contract rests on it or the customer does not order", () =>
    today(async () => {
      const clerk = await anActor("CLERK", { duties: ["CONTRACT_DRAFTING"] });
      const kinds = async (id: string) =>
        (await listWorkItems(clerk))
          .filter(({ subjectId }) => subjectId === id)
          .map(({ kind }) => kind);
      const dropped = await createReview({ clerk, status: "EFFECTIVE" });
      expect(await kinds(dropped.id)).toEqual(["review.continue"]);
      await closeFollowUp(clerk, { ...(await reviewRef(dropped.id)), comment: "不订了" }, aKey());
      expect(await kinds(dropped.id)).toEqual([]);

      const unmade = await unmadeProduct();
      const { id: customerId } = await monthlyCustomer();
      const used = await createReview({
        clerk,
        customerId,
        status: "EFFECTIVE",
        review: { lines: [reviewLine(unmade.id)] },
      });
      const line = goodsLine(unmade.id, { deliveryOn: "2026-12-15" });
      const order = { lines: [line], formReason: "客户要求口头" };
      const contract = await createContract({ clerk, customerId, order });
      await submitContract(clerk, await ref(contract.id), aKey());
      expect(await kinds(used.id)).toEqual([]);
      expect(await contractsOfReview(clerk, used)).toMatchObject([{ id: contract.id }]);
    }));

  it("[R1.1.3-C3] offers the order screen what is valid today, with floor and earliest date", async () => {
    const clerk = await anActor("CLERK");
    const review = await today(() => createReview({ clerk, status: "EFFECTIVE" }));
    const offers = (day: string) => at(day, () => reviewOffers(clerk, review.customerId));
    expect(await offers("2027-01-22")).toMatchObject([
      { reviewNo: review.docNo, floor: "50.0000", earliestOn: "2026-12-15" },
    ]);
    expect(await offers("2027-01-23")).toEqual([]);
    const technical = await anActor("TECHNICAL");
    await at("2027-02-01", async () =>
      confirmReuse(technical, { ...(await reviewRef(review.id)), comment: "" }, aKey()),
    );
    expect(await offers("2027-04-02")).toHaveLength(1);
    expect(await at("2027-02-01", () => reviewOffers(technical, review.customerId))).toEqual([]);
  });
});
