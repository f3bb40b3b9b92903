import * as reviews from "@/lib/reviews/actions";
import { REVIEW_STATUSES } from "@/lib/reviews/lifecycle";
import { db } from "@/lib/server/db";
import {
  answerOf,
  conclusionOf,
  createReview,
  type ReviewStage,
  reviewRef,
  reviewValues,
  someoneOf,
} from "@/tests/factories/reviews";
import { at } from "@/tests/support/clock";
import { type Cast, does, REASON } from "../cast";
import type { Act, DocumentMatrix } from "../harness";
import { CHIEF, CLERK, CLERK_OR_CHIEF, DIRECTOR, TECHNICAL } from "../roles";

const decided = async (id: string) => ({ ...(await reviewRef(id)), comment: REASON });

async function aReview({ team }: Cast, status: ReviewStage): Promise<string> {
  const { clerk, chief, director } = team;
  return (await createReview({ status, clerk, chief, director })).id;
}
async function rejected(cast: Cast): Promise<string> {
  const id = await aReview(cast, "PENDING_DIRECTOR");
  await does(cast.team.director, reviews.rejectReviewByDirectorAction, await decided(id));
  return id;
}
async function cancelled(cast: Cast): Promise<string> {
  const id = await aReview(cast, "DRAFT");
  await does(cast.team.clerk, reviews.cancelReviewAction, await decided(id));
  return id;
}
async function superseded(cast: Cast): Promise<string> {
  const { clerk, chief, director } = cast.team;
  const first = await aReview(cast, "EFFECTIVE");
  const { id } = await does(clerk, reviews.startReviewVersionAction, await decided(first));
  await does(clerk, reviews.circulateReviewAction, await reviewRef(id));
  for (const department of ["TECH", "PRODUCTION"] as const) {
    const person = await someoneOf(department);
    await does(person, reviews.answerReviewAction, await answerForm(id, department));
  }
  await does(chief, reviews.concludeReviewAction, await conclusionForm(id));
  await does(director, reviews.approveReviewAction, await decided(id));
  return first;
}
/** Concluded so long ago that contracts can no longer rest on it. */
const expired = ({ team }: Cast) =>
  at("2026-09-01", async () => {
    const review = { receivedAt: "2026-08-31T09:00:00+08:00", reviewOn: "2026-09-01" };
    const { clerk, chief, director } = team;
    return (await createReview({ status: "EFFECTIVE", clerk, chief, director, review })).id;
  });

/** Forms hold text where the server keeps null. */
async function answerForm(id: string, department: "TECH" | "PRODUCTION") {
  const answer = await answerOf(id, department);
  return {
    ...answer,
    lines: answer.lines.map(({ reviewLineId, proposedOn }) => ({
      reviewLineId,
      proposedOn: proposedOn ?? "",
      proposedPrice: "",
    })),
  };
}
async function conclusionForm(id: string, conclusion: "ACCEPT" | "REJECT" = "ACCEPT") {
  const input = await conclusionOf(id, {}, { conclusion, note: REASON });
  return {
    ...input,
    lines: input.lines.map(({ reviewLineId }) => ({
      reviewLineId,
      approvedOn: "2026-12-15",
      approvedPrice: "50",
    })),
  };
}
async function saved(id: string) {
  const { customerId } = await db.review.findUniqueOrThrow({ where: { id } });
  return { ...(await reviewRef(id)), review: reviewValues(customerId) };
}

const WRONG_STATUS = "reviews.wrong_status";
/** A salesperson does not even see a stranger's customer. */
const OUT_OF_VIEW = { SALESPERSON: "common.not_found", else: WRONG_STATUS };

const byChief = (action: Act["action"], to: string, other = "common.forbidden"): Act => ({
  action,
  permission: "review:conclude",
  input: decided,
  cells: { PENDING_CHIEF: { by: CHIEF, to } },
  refusal: { PENDING_DIRECTOR: other, else: WRONG_STATUS },
});
const byDirector = (action: Act["action"], to: string, other = "common.forbidden"): Act => ({
  action,
  permission: "review:approve",
  input: decided,
  cells: { PENDING_DIRECTOR: { by: DIRECTOR, to } },
  refusal: { PENDING_CHIEF: other, else: WRONG_STATUS },
});

const REVIEW: DocumentMatrix = {
  name: "a requirements review",
  statuses: REVIEW_STATUSES,
  make: {
    DRAFT: (cast) => aReview(cast, "DRAFT"),
    CIRCULATING: (cast) => aReview(cast, "CIRCULATING"),
    PENDING_CHIEF: (cast) => aReview(cast, "PENDING_CHIEF"),
    PENDING_DIRECTOR: (cast) => aReview(cast, "PENDING_DIRECTOR"),
    EFFECTIVE: (cast) => aReview(cast, "EFFECTIVE"),
    EXPIRED: expired,
    REJECTED: rejected,
    CANCELLED: cancelled,
    SUPERSEDED: superseded,
  },
  statusOf: async (id) => (await db.review.findUniqueOrThrow({ where: { id } })).status,
  acts: {
    save: {
      action: reviews.saveReviewAction,
      permission: "review:draft",
      input: saved,
      cells: { DRAFT: { by: CLERK, to: "DRAFT" } },
      refusal: { else: OUT_OF_VIEW },
      again: true,
    },
    circulate: {
      action: reviews.circulateReviewAction,
      permission: "review:draft",
      input: reviewRef,
      cells: { DRAFT: { by: CLERK, to: "CIRCULATING" } },
      refusal: { DRAFT: "reviews.own_draft", else: WRONG_STATUS },
    },
    // The technical department's own part: nobody else's, in no status.
    answer: {
      action: reviews.answerReviewAction,
      permission: "review:opine",
      input: (id) => answerForm(id, "TECH"),
      cells: { CIRCULATING: { by: TECHNICAL, to: "CIRCULATING" } },
      refusal: { else: { TECHNICAL: WRONG_STATUS, else: "reviews.wrong_department" } },
    },
    withdraw: {
      action: reviews.withdrawReviewAction,
      permission: "review:draft",
      input: reviewRef,
      cells: {
        CIRCULATING: { by: CLERK, to: "DRAFT" },
        PENDING_CHIEF: { by: CLERK, to: "DRAFT" },
        PENDING_DIRECTOR: { by: CLERK, to: "DRAFT" },
      },
      refusal: {
        CIRCULATING: "reviews.own_draft",
        PENDING_CHIEF: "reviews.own_draft",
        PENDING_DIRECTOR: "reviews.own_draft",
        else: WRONG_STATUS,
      },
    },
    cancel: {
      action: reviews.cancelReviewAction,
      permission: "review:read",
      input: decided,
      cells: { DRAFT: { by: CLERK_OR_CHIEF, to: "CANCELLED" } },
      refusal: { DRAFT: "reviews.own_draft_or_chief", else: WRONG_STATUS },
    },
    conclude: {
      ...byChief(reviews.concludeReviewAction, "PENDING_DIRECTOR", WRONG_STATUS),
      input: (id) => conclusionForm(id),
    },
    refuse_to_accept: {
      ...byChief(reviews.concludeReviewAction, "REJECTED", WRONG_STATUS),
      input: (id) => conclusionForm(id, "REJECT"),
    },
    return_by_chief: byChief(reviews.returnReviewByChiefAction, "DRAFT"),
    approve: byDirector(reviews.approveReviewAction, "EFFECTIVE", WRONG_STATUS),
    return_by_director: byDirector(reviews.returnReviewByDirectorAction, "DRAFT"),
    reject_by_director: byDirector(reviews.rejectReviewByDirectorAction, "REJECTED"),
    start_version: {
      action: reviews.startReviewVersionAction,
      permission: "review:draft",
      input: decided,
      cells: {
        EFFECTIVE: { by: CLERK, to: "EFFECTIVE" },
        EXPIRED: { by: CLERK, to: "EFFECTIVE" },
      },
      refusal: { else: OUT_OF_VIEW },
    },
    confirm_reuse: {
      action: reviews.confirmReuseAction,
      permission: "review:confirm_reuse",
      input: decided,
      cells: { EXPIRED: { by: TECHNICAL, to: "EFFECTIVE" } },
      refusal: { EFFECTIVE: "reviews.expired", else: WRONG_STATUS },
    },
    close_follow_up: {
      action: reviews.closeFollowUpAction,
      permission: "review:draft",
      input: decided,
      cells: {
        EFFECTIVE: { by: CLERK, to: "EFFECTIVE" },
        EXPIRED: { by: CLERK, to: "EFFECTIVE" },
      },
      refusal: { else: OUT_OF_VIEW },
    },
  },
};

export const REVIEWS: readonly DocumentMatrix[] = [REVIEW];
