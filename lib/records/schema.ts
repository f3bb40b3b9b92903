import * as z from "zod";
import { SUBJECT_TYPES } from "@/lib/records/subjects";

const subjectRef = z.strictObject({
  subjectType: z.enum(SUBJECT_TYPES),
  subjectId: z.uuid(),
});

export const commentInput = subjectRef.extend({
  body: z.string().trim().min(1, "common.required").max(1000, "common.too_long"),
});
export type CommentInput = z.infer<typeof commentInput>;

export const uploadInput = subjectRef.extend({ kind: z.string().regex(/^[a-z_]{1,30}$/) });

export const acknowledgeInput = z.strictObject({ acknowledgementId: z.uuid() });
export type AcknowledgeInput = z.infer<typeof acknowledgeInput>;
