/** Rules of the requirements review (F05) that need neither clock nor database. */
import type { Role } from "@/lib/auth/roles";
import { addDays, type CalendarDate } from "@/lib/core/calendar-date";
import type { FieldIssue } from "@/lib/core/domain-error";
import { UnitPrice } from "@/lib/core/unit-price";

export const REVIEW_DEPARTMENTS = [
  "TECH",
  "PRODUCTION",
  "QUALITY",
  "PURCHASE",
  "WAREHOUSE",
  "FINANCE",
  "MARKETING",
] as const;
export type ReviewDepartment = (typeof REVIEW_DEPARTMENTS)[number];

export const REVIEW_KINDS = ["NON_STANDARD", "FIRST_PRODUCTION", "SPECIAL", "CHANGE"] as const;
export const REVIEW_MODES = ["MEETING", "CIRCULATION", "AUTHORISED"] as const;
export const OPINION_RESULTS = ["CAN", "CONDITIONAL", "CANNOT"] as const;
export type OpinionResult = (typeof OPINION_RESULTS)[number];
export const CONCLUSIONS = ["ACCEPT", "ACCEPT_WITH_CONDITIONS", "REJECT"] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

/** Asked in every review (R1.1.3-C2, F05). */
export const COMPULSORY_DEPARTMENTS: readonly ReviewDepartment[] = ["TECH", "PRODUCTION"];

/** Whose work item the question becomes; the two reviewing departments share a role and are told by name. */
export const ROLE_OF_DEPARTMENT: Readonly<Record<ReviewDepartment, Role>> = {
  TECH: "TECHNICAL",
  PRODUCTION: "PRODUCTION",
  QUALITY: "REVIEWER",
  PURCHASE: "REVIEWER",
  WAREHOUSE: "WAREHOUSE_KEEPER",
  FINANCE: "FINANCE",
  // Clerk and salesperson write the review (rules 5.9): the department's opinion is its chief's.
  MARKETING: "SECTION_CHIEF",
};

const REVIEWERS: readonly [ReviewDepartment, RegExp][] = [
  ["QUALITY", /质|检验|quality|\bqc\b|\bqa\b/i],
  ["PURCHASE", /采购|供应|purchas|procure/i],
];

/** The department that this person answers for; null for those who are not asked. */
export function departmentOf(person: { role: Role; department: string }): ReviewDepartment | null {
  if (person.role === "REVIEWER") {
    return REVIEWERS.find(([, name]) => name.test(person.department))?.[0] ?? null;
  }
  return REVIEW_DEPARTMENTS.find((name) => ROLE_OF_DEPARTMENT[name] === person.role) ?? null;
}

/** Production says when each line can be ready (F05). */
export const proposesDates = (department: ReviewDepartment) => department === "PRODUCTION";
/** Finance and marketing say what each line must cost at least (F05). */
export const proposesPrices = (department: ReviewDepartment) =>
  department === "FINANCE" || department === "MARKETING";

/** Every department in its fixed order, the compulsory ones always among them. */
export function askedDepartments(chosen: readonly ReviewDepartment[]): ReviewDepartment[] {
  return REVIEW_DEPARTMENTS.filter(
    (name) => COMPULSORY_DEPARTMENTS.includes(name) || chosen.includes(name),
  );
}

export type ConcludedLine = {
  lineId: string;
  approvedOn: CalendarDate | null;
  approvedPrice: UnitPrice | null;
  /** The latest date that production proposed. */
  proposedOn: CalendarDate | null;
};

/**
 * What the chief's conclusion lacks: an accepted line needs a date and a price floor, and words are owed where the
 * conclusion sets conditions or goes further than the departments did (R1.1.3-C2, R1.1.3-C3).
 */
export function conclusionIssues(facts: {
  conclusion: Conclusion;
  note: string;
  today: CalendarDate;
  results: readonly OpinionResult[];
  lines: readonly ConcludedLine[];
}): FieldIssue[] {
  const { conclusion, note, today, lines } = facts;
  const issues: FieldIssue[] = [];
  const isWordless = note.trim() === "";
  if (conclusion !== "ACCEPT" && isWordless) {
    issues.push({ path: "note", code: "reviews.conclusion_note_missing" });
  }
  if (conclusion === "REJECT") return issues;
  if (conclusion === "ACCEPT" && isWordless && facts.results.some((result) => result !== "CAN")) {
    issues.push({ path: "note", code: "reviews.objection_unanswered" });
  }
  for (const [index, line] of lines.entries()) {
    const at = (cell: string) => `lines.${index}.${cell}`;
    if (line.approvedPrice === null || !line.approvedPrice.isPositive()) {
      issues.push({ path: at("approvedPrice"), code: "reviews.price_floor_missing" });
    }
    if (line.approvedOn === null) {
      issues.push({ path: at("approvedOn"), code: "reviews.promised_date_missing" });
    } else if (line.approvedOn < today) {
      issues.push({ path: at("approvedOn"), code: "reviews.date_in_past", details: { today } });
    } else if (isWordless && line.proposedOn !== null && line.approvedOn < line.proposedOn) {
      issues.push({
        path: at("approvedOn"),
        code: "reviews.earlier_than_production",
        details: { proposed: line.proposedOn },
      });
    }
  }
  return issues;
}

/** Last day on which the review covers a contract: the later of its validity and a confirmed reuse (Q45). */
export function coversUntil(review: {
  validUntil: CalendarDate | null;
  reuseUntil: CalendarDate | null;
}): CalendarDate | null {
  const days = [review.validUntil, review.reuseUntil].filter((day) => day !== null);
  return days.sort().at(-1) ?? null;
}

export function validityEnd(from: CalendarDate, days: number): CalendarDate {
  return addDays(from, days);
}

/** The highest of the proposed prices: what the chief's form begins with. */
export function highestPrice(prices: readonly (string | null)[]): string | null {
  const found = prices.flatMap((price) => (price === null ? [] : [UnitPrice.of(price)]));
  const [first, ...rest] = found;
  if (!first) return null;
  return rest.reduce((top, price) => (price.isGreaterThan(top) ? price : top), first).toString();
}
