import type * as z from "zod";
import type { savePackingInput } from "@/lib/dispatch/schema";

/** What the form of boxes holds. */
export type PackingValues = z.input<typeof savePackingInput>;
