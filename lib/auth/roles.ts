/** Roles, duties and delegated steps (spec 01). Values equal the database's enums. */
export const ROLES = [
  "CLERK",
  "SALESPERSON",
  "WAREHOUSE_KEEPER",
  "SECTION_CHIEF",
  "FACTORY_DIRECTOR",
  "FINANCE",
  "PRODUCTION",
  "TECHNICAL",
  "REVIEWER",
  "ADMIN",
] as const;
export type Role = (typeof ROLES)[number];

export const DUTIES = [
  "CONTRACT_DRAFTING",
  "CONTRACT_NUMBERING",
  "PRODUCTION_TRACKING",
  "SHIPPING_NOTICE",
  "OUTBOUND_SLIP",
  "COLLECTION",
  "TARGET_CUSTOMER",
  "NEW_CUSTOMER_VISIT",
  "OLD_CUSTOMER_VISIT",
] as const;
export type Duty = (typeof DUTIES)[number];

export const DELEGATED_STEPS = ["CHECK", "DEPT_HEAD", "APPROVE"] as const;
export type DelegatedStep = (typeof DELEGATED_STEPS)[number];
