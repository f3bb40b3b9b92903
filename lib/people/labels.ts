import type { StateTone } from "@/lib/i18n/state-tone";

/** How the state of an account, a duty or a delegation looks; words at `people.state`, `people.<list>.state`. */
export const ACCOUNT_TONES = {
  ready: "running",
  invited: "pending",
  no_password: "draft",
  left: "voided",
} as const satisfies Record<string, StateTone>;

export const ACCOUNT_STATES = ["ready", "invited", "no_password", "left"] as const;

export const SPAN_TONES = {
  current: "running",
  future: "pending",
  over: "voided",
  revoked: "voided",
} as const satisfies Record<string, StateTone>;
