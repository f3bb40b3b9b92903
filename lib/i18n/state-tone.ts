/**
 * The eight looks a document's state can have. Each domain maps its statuses to them in its `labels.ts`;
 * the shape, colour and default word of each live in `components/ui/state-badge.tsx` and `common.states`.
 */
const STATE_TONES = [
  "draft",
  "pending",
  "running",
  "to_produce",
  "shipped",
  "settled",
  "problem",
  "voided",
] as const;

export type StateTone = (typeof STATE_TONES)[number];
