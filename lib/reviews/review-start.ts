import "server-only";
import type { Actor } from "@/lib/auth/permissions";
import { dateInShanghai } from "@/lib/core/calendar-date";
import { formatDateTime } from "@/lib/i18n/format";
import { findIntake } from "@/lib/intake/queries";
import type { ReviewDepartment } from "@/lib/reviews/policy";
import { findReview } from "@/lib/reviews/queries";
import {
  askedRows,
  type ReviewHead,
  type ReviewSeed,
  type ReviewStart,
} from "@/lib/reviews/review-values";
import { clock } from "@/lib/server/clock";

type Questions = (department: ReviewDepartment) => string;

/** A blank review of today. */
export function blankReview(questions: Questions): ReviewStart {
  return {
    id: null,
    rowVersion: null,
    number: null,
    customerLabel: "",
    customerFixed: false,
    head: {
      customerId: "",
      contactName: "",
      intakeId: "",
      channel: "PHONE",
      receivedAt: localTime(clock.now()),
      contactPhone: "",
      reviewOn: clock.today(),
      reviewKind: "NON_STANDARD",
      reviewMode: "CIRCULATION",
      technicalRequirement: "",
      impliedRequirement: "",
      legalRequirement: "",
      additionalRequirement: "",
      differences: "",
      remark: "",
      opinions: askedRows([], questions),
    },
    lines: [],
  };
}

/** A review from an intake record (F01); blank when that is not in view. */
export async function reviewFromIntake(
  actor: Actor,
  intakeId: string,
  questions: Questions,
): Promise<ReviewStart> {
  const blank = blankReview(questions);
  const intake = await findIntake(actor, intakeId);
  if (!intake) return blank;
  const head: ReviewHead = {
    ...blank.head,
    customerId: intake.customerId ?? "",
    contactName: intake.contactName,
    contactPhone: intake.contactPhone.slice(0, 40),
    channel: intake.channel,
    receivedAt: localTime(intake.receivedAt),
    intakeId: intake.id,
    technicalRequirement: intake.content,
  };
  return {
    ...blank,
    customerLabel: intake.customerId ? intake.customerName : "",
    head,
    lines: intake.lines.map((line) => ({
      ...BLANK_LINE,
      productId: line.productId,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      unit: line.unit,
      quantity: line.quantity ?? "",
      usage: intake.usage.slice(0, 200),
      wantedOn: line.wantedOn ?? "",
      targetPrice: line.targetPrice ?? "",
      lineRemark: line.lineRemark,
    })),
  };
}

export const BLANK_LINE: ReviewSeed = {
  productId: null,
  productName: "",
  spec: "",
  drawingNo: "",
  drawingRev: "",
  material: "",
  coating: "",
  accuracyGrade: "",
  unit: "",
  quantity: "",
  usage: "",
  wantedOn: "",
  targetPrice: "",
  lineRemark: "",
};

/** A draft as it was saved; null when it is not in view or not to be edited by this person. */
export async function savedReview(
  actor: Actor,
  id: string,
  questions: Questions,
): Promise<ReviewStart | null> {
  const review = await findReview(actor, id);
  if (!review?.commands.includes("edit")) return null;
  const blank = blankReview(questions);
  return {
    id,
    rowVersion: review.rowVersion,
    number: review.docNo,
    customerLabel: review.customerName,
    customerFixed: review.docNo !== null,
    head: {
      ...blank.head,
      customerId: review.customerId,
      contactName: review.contactName,
      intakeId: review.intakeId,
      reviewOn: review.reviewOn,
      reviewKind: review.reviewKind,
      reviewMode: review.reviewMode,
      technicalRequirement: review.technicalRequirement,
      impliedRequirement: review.impliedRequirement,
      legalRequirement: review.legalRequirement,
      additionalRequirement: review.additionalRequirement,
      differences: review.differences,
      remark: review.remark,
      opinions: askedRows(review.opinions, questions),
    },
    lines: review.lines.map((line) => ({
      productId: line.productId,
      productName: line.productName,
      spec: line.spec,
      drawingNo: line.drawingNo,
      drawingRev: line.drawingRev,
      material: line.material,
      coating: line.coating,
      accuracyGrade: line.accuracyGrade,
      unit: line.unit,
      quantity: line.quantity,
      usage: line.usage,
      wantedOn: line.wantedOn,
      targetPrice: line.targetPrice ?? "",
      lineRemark: line.lineRemark,
    })),
  };
}

function localTime(at: Date): string {
  return `${dateInShanghai(at)}T${formatDateTime(at).slice(11, 16)}`;
}
