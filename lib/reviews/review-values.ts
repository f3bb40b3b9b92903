/** What the review's form (F05) holds while it is typed, and what it sends. */
import { isCalendarDate } from "@/lib/core/calendar-date";
import {
  askedDepartments,
  COMPULSORY_DEPARTMENTS,
  REVIEW_DEPARTMENTS,
  type ReviewDepartment,
} from "@/lib/reviews/policy";
import type { ReviewFormValues, ReviewLineValues } from "@/lib/reviews/schema";

type Asked = { department: ReviewDepartment; asked: boolean; item: string };

export type ReviewHead = Omit<ReviewFormValues, "lines" | "opinions" | "intakeId"> & {
  intakeId: string;
  opinions: Asked[];
};

/** A line as it is stored or begun with. */
export type ReviewSeed = Omit<ReviewLineValues, "targetPrice"> & { targetPrice: string };

/** Everything the form begins with. */
export type ReviewStart = {
  id: string | null;
  rowVersion: number | null;
  number: string | null;
  customerLabel: string;
  /** The customer of a numbered review stays. */
  customerFixed: boolean;
  head: ReviewHead;
  lines: ReviewSeed[];
};

/** Every department with its question; the compulsory ones are always asked. */
export function askedRows(
  chosen: readonly { department: ReviewDepartment; item: string }[],
  question: (department: ReviewDepartment) => string,
): Asked[] {
  const asked = askedDepartments(chosen.map(({ department }) => department));
  const items = new Map(chosen.map(({ department, item }) => [department, item]));
  return REVIEW_DEPARTMENTS.map((department) => ({
    department,
    asked: asked.includes(department),
    item: items.get(department) || question(department),
  }));
}

export const isCompulsory = (department: ReviewDepartment) =>
  COMPULSORY_DEPARTMENTS.includes(department);

/** The review as the server takes it. */
export function toReview(
  { opinions, intakeId, ...head }: ReviewHead,
  lines: readonly ReviewLineValues[],
): ReviewFormValues {
  const { receivedAt } = head;
  const isLocal = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(receivedAt);
  return {
    ...head,
    receivedAt: isLocal ? `${receivedAt}:00+08:00` : receivedAt,
    reviewOn: head.reviewOn ?? "",
    intakeId: intakeId === "" ? null : intakeId,
    opinions: opinions
      .filter(({ asked, department }) => asked || isCompulsory(department))
      .map(({ department, item }) => ({ department, item })),
    lines: lines.map((line) => ({
      ...line,
      wantedOn: isCalendarDate(line.wantedOn) ? line.wantedOn : line.wantedOn.trim(),
    })),
  };
}
