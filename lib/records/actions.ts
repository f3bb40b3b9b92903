"use server";

import { acknowledge } from "@/lib/records/acknowledge";
import { acknowledgeInput, commentInput } from "@/lib/records/schema";
import { writeComment } from "@/lib/records/write-comment";
import { defineAction } from "@/lib/server/define-action";

export const writeCommentAction = defineAction({
  permission: "home:read",
  input: commentInput,
  run: writeComment,
});
export const acknowledgeAction = defineAction({
  permission: "acknowledgement:give",
  input: acknowledgeInput,
  run: acknowledge,
});
