import { randomUUID } from "node:crypto";

/** Each act of the story has a key of its own, as a form would send it. */
export const newKey = (): string => randomUUID();
