/** One message file per domain and language: `messages/<locale>/<domain>.json`; the name is the namespace. */
export const MESSAGE_DOMAINS = [
  "common",
  "nav",
  "home",
  "roles",
  "auth",
  "people",
  "settings",
  "customers",
  "products",
  "stock",
  "receivables",
  "credit",
  "intake",
  "reviews",
  "contracts",
  "changes",
  "production",
  "preparation",
  "shipping",
  "dispatch",
  "print",
  "errors",
  "grid",
  "audit",
] as const;

export type MessageDomain = (typeof MESSAGE_DOMAINS)[number];
