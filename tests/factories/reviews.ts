import type { Actor } from "@/lib/auth/permissions";
import { calendarDate } from "@/lib/core/calendar-date";
import { answerReview } from "@/lib/reviews/answer-review";
import { approveReview } from "@/lib/reviews/approve-review";
import { circulateReview } from "@/lib/reviews/circulate-review";
import { concludeReview } from "@/lib/reviews/conclude-review";
import { proposesPrices, type ReviewDepartment } from "@/lib/reviews/policy";
import { saveReview } from "@/lib/reviews/save-review";
import {
  type AnswerReviewInput,
  type ConcludeReviewInput,
  type ReviewFormValues,
  type ReviewLineValues,
  reviewInput,
} from "@/lib/reviews/schema";
import { attachFile } from "@/lib/server/attachments";
import { db, transact } from "@/lib/server/db";
import { createCustomer } from "@/tests/factories/customers";
import { aKey, anActor } from "@/tests/factories/people";
import { createProduct, createUnits } from "@/tests/factories/products";

/** A line of 100 pieces that nobody has made before, wanted on 20 December 2026. */
export function reviewLine(
  productId: string | null,
  changes: Partial<ReviewLineValues> = {},
): ReviewLineValues {
  return {
    productId,
    productName: "非标成型铣刀",
    spec: "φ32×60×120-6F",
    drawingNo: productId === null ? "FB-2026-017" : "",
    drawingRev: productId === null ? "A" : "",
    material: "",
    coating: "",
    accuracyGrade: "",
    unit: "支",
    quantity: "100",
    usage: "加工轴承座",
    wantedOn: "2026-12-20",
    targetPrice: "",
    lineRemark: "",
    ...changes,
  };
}

/** What the form sends for a review of one line, complete enough to be circulated. */
export function reviewValues(
  customerId: string,
  changes: Partial<ReviewFormValues> = {},
): ReviewFormValues {
  return {
    customerId,
    contactName: "王工",
    intakeId: null,
    channel: "PHONE",
    receivedAt: "2026-11-02T09:00:00+08:00",
    contactPhone: "13900001111",
    reviewOn: "2026-11-02",
    reviewKind: "NON_STANDARD",
    reviewMode: "CIRCULATION",
    technicalRequirement: "径向跳动不大于 0.01，刃口无崩缺",
    impliedRequirement: "无",
    legalRequirement: "无",
    additionalRequirement: "",
    differences: "",
    remark: "",
    opinions: [],
    lines: [reviewLine(null)],
    ...changes,
  };
}

const PDF = new TextEncoder().encode("%PDF-1.4\n%%EOF\n");

/** A drawing on a document. */
export function attachDrawing(actor: Actor, subjectId: string, subjectType = "review") {
  const file = { subjectType, subjectId, kind: "drawing", fileName: "图纸.pdf", bytes: PDF };
  return transact((tx) => attachFile(tx, actor, file));
}

export type ReviewStage =
  | "DRAFT"
  | "CIRCULATING"
  | "PENDING_CHIEF"
  | "PENDING_DIRECTOR"
  | "EFFECTIVE";
type ReviewTeam = Partial<
  Record<"clerk" | "chief" | "director" | "technical" | "production", Actor>
>;
type Options = ReviewTeam & {
  status?: ReviewStage;
  customerId?: string;
  review?: Partial<ReviewFormValues>;
  /** Promised by production and by the chief. */
  approvedOn?: string;
  approvedPrice?: string;
  /** False leaves the drawing away. */
  drawing?: boolean;
};

/** A review that went through the real use-cases up to the status; technical and production are asked. */
export async function createReview(options: Options = {}) {
  const { status = "DRAFT" } = options;
  await createUnits();
  const clerk = options.clerk ?? (await anActor("CLERK"));
  const customerId = options.customerId ?? (await createCustomer()).id;
  const review = reviewInput.parse(reviewValues(customerId, options.review));
  const { id } = await saveReview(clerk, { id: null, rowVersion: null, review }, aKey());
  if (options.drawing !== false) await attachDrawing(clerk, id);
  if (status !== "DRAFT") await advance(id, { ...options, status, clerk });
  return seenReview(id);
}

async function advance(id: string, options: Options & { status: ReviewStage; clerk: Actor }) {
  const { status, clerk, approvedOn = "2026-12-15", approvedPrice = "50" } = options;
  await circulateReview(clerk, await reviewRef(id), aKey());
  if (status === "CIRCULATING") return;
  await answerAll(id, options, approvedOn);
  if (status === "PENDING_CHIEF") return;
  const chief = options.chief ?? (await anActor("SECTION_CHIEF"));
  await concludeReview(chief, await conclusionOf(id, { approvedOn, approvedPrice }), aKey());
  if (status === "PENDING_DIRECTOR") return;
  const director = options.director ?? (await anActor("FACTORY_DIRECTOR"));
  await approveReview(director, { ...(await reviewRef(id)), comment: "" }, aKey());
}

/** Every department that was asked answers that it can. */
async function answerAll(id: string, team: ReviewTeam, proposedOn: string) {
  const people: Partial<Record<ReviewDepartment, Actor>> = {
    TECH: team.technical ?? (await anActor("TECHNICAL")),
    PRODUCTION: team.production ?? (await anActor("PRODUCTION")),
  };
  for (const { department } of (await seenReview(id)).opinions) {
    const person = people[department] ?? (await someoneOf(department));
    await answerReview(person, await answerOf(id, department, { proposedOn }), aKey());
  }
}

export function someoneOf(department: ReviewDepartment): Promise<Actor> {
  switch (department) {
    case "TECH":
      return anActor("TECHNICAL", { department: "技术部" });
    case "PRODUCTION":
      return anActor("PRODUCTION", { department: "生产部" });
    case "QUALITY":
      return anActor("REVIEWER", { department: "质检" });
    case "PURCHASE":
      return anActor("REVIEWER", { department: "采购" });
    case "WAREHOUSE":
      return anActor("WAREHOUSE_KEEPER", { department: "成品库" });
    case "FINANCE":
      return anActor("FINANCE", { department: "财务" });
    default:
      return anActor("SECTION_CHIEF");
  }
}

/** What a department's screen sends. */
export async function answerOf(
  id: string,
  department: ReviewDepartment,
  { proposedOn = "2026-12-15", proposedPrice = "48" } = {},
  changes: Partial<AnswerReviewInput> = {},
): Promise<AnswerReviewInput> {
  const { opinions, lines } = await seenReview(id);
  const rowVersion = opinions.find((row) => row.department === department)?.rowVersion ?? 1;
  return {
    reviewId: id,
    department,
    rowVersion,
    result: "CAN",
    detail: "",
    measures: "",
    lines: lines.map((line) => ({
      reviewLineId: line.id,
      proposedOn: department === "PRODUCTION" ? calendarDate(proposedOn) : null,
      proposedPrice: proposesPrices(department) ? proposedPrice : null,
    })),
    ...changes,
  };
}

/** What the chief's form sends. */
export async function conclusionOf(
  id: string,
  { approvedOn = "2026-12-15", approvedPrice = "50" } = {},
  changes: Partial<ConcludeReviewInput> = {},
): Promise<ConcludeReviewInput> {
  const { lines, rowVersion } = await seenReview(id);
  return {
    id,
    rowVersion,
    conclusion: "ACCEPT",
    note: "",
    lines: lines.map((line) => ({
      reviewLineId: line.id,
      approvedOn: calendarDate(approvedOn),
      approvedPrice,
    })),
    ...changes,
  };
}

export async function seenReview(id: string) {
  return db.review.findUniqueOrThrow({
    where: { id },
    include: {
      lines: { orderBy: { lineNo: "asc" } },
      opinions: { orderBy: { department: "asc" }, include: { lines: true } },
    },
  });
}

/** The review as it is on the screen now. */
export async function reviewRef(id: string): Promise<{ id: string; rowVersion: number }> {
  const { rowVersion } = await db.review.findUniqueOrThrow({ where: { id } });
  return { id, rowVersion };
}

let drawings = 0;

/** A non-standard product that nobody has made yet: lines with it are NEW. */
export function unmadeProduct() {
  drawings += 1;
  return createProduct({
    isStandard: false,
    firstProducedOn: null,
    drawingNo: `FB-${process.pid}-${drawings}`,
  });
}
