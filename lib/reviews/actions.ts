"use server";
import { answerReview } from "@/lib/reviews/answer-review";
import { approveReview } from "@/lib/reviews/approve-review";
import { circulateReview } from "@/lib/reviews/circulate-review";
import { concludeReview } from "@/lib/reviews/conclude-review";
import { confirmReuse } from "@/lib/reviews/confirm-reuse";
import { rejectReview, returnReview } from "@/lib/reviews/refuse-review";
import { saveReview } from "@/lib/reviews/save-review";
import {
  answerReviewInput,
  concludeReviewInput,
  moveReviewInput,
  refuseReviewInput,
  saveReviewInput,
  signReviewInput,
} from "@/lib/reviews/schema";
import { closeFollowUp } from "@/lib/reviews/settle-follow-up";
import { startReviewVersion } from "@/lib/reviews/start-version";
import { cancelReview, withdrawReview } from "@/lib/reviews/withdraw-review";
import { defineAction } from "@/lib/server/define-action";

export const saveReviewAction = defineAction({
  permission: "review:draft",
  input: saveReviewInput,
  run: saveReview,
});

export const circulateReviewAction = defineAction({
  permission: "review:draft",
  input: moveReviewInput,
  run: circulateReview,
});

export const answerReviewAction = defineAction({
  permission: "review:opine",
  input: answerReviewInput,
  run: answerReview,
});

export const withdrawReviewAction = defineAction({
  permission: "review:draft",
  input: moveReviewInput,
  run: withdrawReview,
});

export const cancelReviewAction = defineAction({
  permission: "review:read",
  input: refuseReviewInput,
  run: cancelReview,
});

export const concludeReviewAction = defineAction({
  permission: "review:conclude",
  input: concludeReviewInput,
  run: concludeReview,
});

export const approveReviewAction = defineAction({
  permission: "review:approve",
  input: signReviewInput,
  run: approveReview,
});

/** The turn decides who may: one door for the chief, one for the director. */
export const returnReviewByChiefAction = defineAction({
  permission: "review:conclude",
  input: refuseReviewInput,
  run: returnReview,
});

export const returnReviewByDirectorAction = defineAction({
  permission: "review:approve",
  input: refuseReviewInput,
  run: returnReview,
});

export const rejectReviewByDirectorAction = defineAction({
  permission: "review:approve",
  input: refuseReviewInput,
  run: rejectReview,
});

export const startReviewVersionAction = defineAction({
  permission: "review:draft",
  input: refuseReviewInput,
  run: startReviewVersion,
});

export const confirmReuseAction = defineAction({
  permission: "review:confirm_reuse",
  input: signReviewInput,
  run: confirmReuse,
});

export const closeFollowUpAction = defineAction({
  permission: "review:draft",
  input: refuseReviewInput,
  run: closeFollowUp,
});
