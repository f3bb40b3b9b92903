import type { Role } from "@/lib/auth/roles";

/** Who may, as the rows of the matrix name them. */
export const CLERK: readonly Role[] = ["CLERK"];
export const CHIEF: readonly Role[] = ["SECTION_CHIEF"];
export const DIRECTOR: readonly Role[] = ["FACTORY_DIRECTOR"];
export const KEEPER: readonly Role[] = ["WAREHOUSE_KEEPER"];
export const FINANCE: readonly Role[] = ["FINANCE"];
export const ADMIN: readonly Role[] = ["ADMIN"];
export const CLERK_OR_CHIEF: readonly Role[] = ["CLERK", "SECTION_CHIEF"];
export const CLERK_OR_SALES: readonly Role[] = ["CLERK", "SALESPERSON"];
export const CHIEF_OR_DIRECTOR: readonly Role[] = ["SECTION_CHIEF", "FACTORY_DIRECTOR"];
export const CLERK_OR_KEEPER: readonly Role[] = ["CLERK", "WAREHOUSE_KEEPER"];
export const CLERK_OR_FINANCE: readonly Role[] = ["CLERK", "FINANCE"];
export const PRODUCTION: readonly Role[] = ["PRODUCTION"];
export const REVIEWER: readonly Role[] = ["REVIEWER"];
export const TECHNICAL: readonly Role[] = ["TECHNICAL"];
/** Who answers a requirements review for a department (rules 5.9). */
export const OPINION_GIVERS: readonly Role[] = [
  "WAREHOUSE_KEEPER",
  "SECTION_CHIEF",
  "FINANCE",
  "PRODUCTION",
  "TECHNICAL",
  "REVIEWER",
];
export const REVIEW_READERS: readonly Role[] = [
  "CLERK",
  "SALESPERSON",
  "FACTORY_DIRECTOR",
  ...OPINION_GIVERS,
];
