/** What files, comments, prints and the timeline can hang on, and under which permission. */
import type { Permission } from "@/lib/auth/permissions";

export type Subject = {
  table: string;
  read: Permission;
  /** Whoever writes the document or signs it may add to it; one of these is enough. */
  write: readonly Permission[];
  /** Column with the customer, for the view of salespeople; null where everybody with the permission sees it. */
  customerColumn: string | null;
  /** Column with the contract, whose handler sees the document as well (rules 5.9). */
  contractColumn?: string;
  path: string;
};

export const SUBJECTS = {
  review: {
    table: "review",
    read: "review:read",
    write: ["review:draft", "review:opine", "review:conclude", "review:approve"],
    customerColumn: "customer_id",
    path: "/reviews/",
  },
  contract: {
    table: "contract",
    read: "contract:read",
    write: ["contract:draft", "contract:approve", "contract:record_signature"],
    customerColumn: "customer_id",
    contractColumn: "id",
    path: "/contracts/",
  },
  contract_revision: {
    table: "contract_revision",
    read: "contract:read",
    write: ["contract:draft", "contract:check", "contract:approve"],
    customerColumn: null,
    path: "/contracts/changes/",
  },
  intake: {
    table: "intake",
    read: "intake:read",
    write: ["intake:record"],
    customerColumn: "customer_id",
    path: "/intake/",
  },
  customer: {
    table: "customer",
    read: "customer:read",
    write: ["customer:edit"],
    customerColumn: "id",
    path: "/customers/",
  },
  product: {
    table: "product",
    read: "product:read",
    write: ["product:edit"],
    customerColumn: null,
    path: "/products/",
  },
  term_change: {
    table: "term_change",
    read: "terms:read",
    write: ["terms:apply", "terms:check", "terms:approve"],
    customerColumn: "customer_id",
    path: "/terms/",
  },
  receipt: {
    table: "receipt",
    read: "receipt:read",
    write: ["receipt:enter", "receipt:confirm"],
    customerColumn: "customer_id",
    path: "/receipts/",
  },
  inbound_slip: {
    table: "inbound_slip",
    read: "stock:read",
    write: ["inbound:post", "inbound:deliver", "inbound:inspect"],
    customerColumn: null,
    path: "/stock/inbound/",
  },
  production_task: {
    table: "production_task",
    read: "production:read",
    write: ["production:draft", "production:sign", "production:accept"],
    customerColumn: "customer_id",
    contractColumn: "contract_id",
    path: "/production/notices/",
  },
  task_line: {
    table: "task_line",
    read: "production:read",
    write: ["production:log"],
    customerColumn: null,
    path: "/production/register/",
  },
  preparation_order: {
    table: "preparation_order",
    read: "preparation:read",
    write: ["preparation:write", "preparation:sign", "preparation:execute"],
    customerColumn: "customer_id",
    contractColumn: "contract_id",
    path: "/preparation/",
  },
  shipping_notice: {
    table: "shipping_notice",
    read: "notice:read",
    write: ["notice:write"],
    customerColumn: "customer_id",
    contractColumn: "contract_id",
    path: "/shipping/notices/",
  },
  outbound_slip: {
    table: "outbound_slip",
    read: "slip:read",
    write: [
      "slip:write",
      "slip:sign_dept_head",
      "slip:sign_director",
      "slip:issue",
      "packing:write",
    ],
    customerColumn: "customer_id",
    contractColumn: "contract_id",
    path: "/shipping/slips/",
  },
  walk_in: {
    table: "walk_in",
    read: "walkin:read",
    write: ["walkin:write", "walkin:count", "walkin:hand_over", "slip:sign_dept_head"],
    customerColumn: "customer_id",
    path: "/walk-in/",
  },
  packing_list: {
    table: "packing_list",
    read: "packing:read",
    write: ["packing:write"],
    customerColumn: "customer_id",
    contractColumn: "contract_id",
    path: "/shipping/packing/",
  },
  waybill: {
    table: "waybill",
    read: "packing:read",
    write: ["waybill:write"],
    customerColumn: null,
    path: "/shipping/waybills/",
  },
  shipping_log_entry: {
    table: "shipping_log_entry",
    read: "shipping_log:read",
    write: ["receipt_confirmation:write"],
    customerColumn: "customer_id",
    contractColumn: "contract_id",
    path: "/shipping/follow-ups/",
  },
} as const satisfies Record<string, Subject>;

export type SubjectType = keyof typeof SUBJECTS;
export const SUBJECT_TYPES = Object.keys(SUBJECTS) as [SubjectType, ...SubjectType[]];

export function isSubjectType(text: string): text is SubjectType {
  return text in SUBJECTS;
}
