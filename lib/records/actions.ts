"use server";

import { commentInput } from "@/lib/records/schema";
import { writeComment } from "@/lib/records/write-comment";
import { defineAction } from "@/lib/server/define-action";

export const writeCommentAction = defineAction({
  permission: "home:read",
  input: commentInput,
  run: writeComment,
});
