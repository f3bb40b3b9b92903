/** Who holds papers of a contract, and whose work item an acknowledgement is (Q38). */
import type { Duty, Role } from "@/lib/auth/roles";

type HolderRule = { role: Role; assignee: { role: Role } | { duty: Duty } };

export const HOLDERS = {
  PRODUCTION: { role: "PRODUCTION", assignee: { role: "PRODUCTION" } },
  WAREHOUSE: { role: "WAREHOUSE_KEEPER", assignee: { role: "WAREHOUSE_KEEPER" } },
  SHIPPING: { role: "CLERK", assignee: { duty: "SHIPPING_NOTICE" } },
} as const satisfies Record<string, HolderRule>;

export type Holder = keyof typeof HOLDERS;

export const isHolder = (text: string): text is Holder => text in HOLDERS;
