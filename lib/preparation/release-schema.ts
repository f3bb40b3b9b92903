/** What the section chief sends to release reservations of a contract. */
import * as z from "zod";

const MAX_RELEASED = 50;

export const releaseReservedInput = z.strictObject({
  reservationIds: z
    .array(z.uuid())
    .min(1, "common.required")
    .max(MAX_RELEASED, "preparation.too_many_released"),
  /** The reason, as the dialog of the button asks for it. */
  comment: z.string().trim().min(1, "common.required").max(200, "common.too_long"),
});
export type ReleaseReservedInput = z.output<typeof releaseReservedInput>;
