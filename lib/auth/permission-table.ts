/** The permission matrix (rules 5.9) as data: who may read, draft, sign, post. What no row names is refused. */
import type { DelegatedStep, Duty, Role } from "@/lib/auth/roles";

export type PermissionRule = {
  /** Row of the printed matrix. */
  object: string;
  kind: "R" | "C" | "S" | "X";
  roles: readonly Role[];
  /** A duty that the role needs for this act (专人). */
  duty?: Partial<Record<Role, Duty>>;
  /** The delegation step that lets another person act for the role (F45). */
  delegable?: DelegatedStep;
  clause?: string;
};

const ALL = [
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
] as const satisfies readonly Role[];
const MARKETING = ["CLERK", "SALESPERSON", "SECTION_CHIEF", "FACTORY_DIRECTOR"] as const;
const CONTRACT_READERS = [...MARKETING, "FINANCE"] as const;
const SHIPPING_READERS = [...MARKETING, "WAREHOUSE_KEEPER"] as const;

export const PERMISSIONS = {
  "home:read": { object: "home", kind: "R", roles: ALL },
  "account:change_own_password": { object: "home", kind: "X", roles: ALL },

  "customer:read": { object: "customers", kind: "R", roles: ALL, clause: "R1.3.1-a" },
  "customer:edit": {
    object: "customers",
    kind: "C",
    roles: ["CLERK", "SALESPERSON", "SECTION_CHIEF"],
  },
  "customer:confirm_start": { object: "customers", kind: "S", roles: ["SECTION_CHIEF"] },
  "customer:merge": { object: "customers", kind: "S", roles: ["SECTION_CHIEF"] },

  "product:read": { object: "products", kind: "R", roles: ALL },
  "product:edit": { object: "products", kind: "C", roles: ["CLERK", "SECTION_CHIEF"] },
  "product:price": { object: "products", kind: "C", roles: ["SECTION_CHIEF"] },
  "product:standard": { object: "products", kind: "C", roles: ["SECTION_CHIEF", "TECHNICAL"] },

  "company:read": { object: "company", kind: "R", roles: ALL },
  "company:edit": { object: "company", kind: "C", roles: ["SECTION_CHIEF", "ADMIN"] },

  "setting:read": {
    object: "settings",
    kind: "R",
    roles: ["SECTION_CHIEF", "FACTORY_DIRECTOR", "ADMIN"],
  },
  "setting:change": { object: "settings", kind: "C", roles: ["SECTION_CHIEF", "FACTORY_DIRECTOR"] },
  "setting:change_limits": { object: "settings", kind: "S", roles: ["FACTORY_DIRECTOR"] },

  "duty:read": {
    object: "duties",
    kind: "R",
    roles: ["CLERK", "SECTION_CHIEF", "FACTORY_DIRECTOR", "ADMIN"],
  },
  "duty:assign": { object: "duties", kind: "C", roles: ["SECTION_CHIEF", "FACTORY_DIRECTOR"] },
  "delegation:issue": { object: "duties", kind: "S", roles: ["SECTION_CHIEF", "FACTORY_DIRECTOR"] },

  "person:manage": { object: "people", kind: "X", roles: ["ADMIN"] },
  "audit:read": {
    object: "audit",
    kind: "R",
    roles: ["SECTION_CHIEF", "FACTORY_DIRECTOR", "ADMIN"],
  },

  "intake:read": {
    object: "intake",
    kind: "R",
    roles: [...MARKETING, "TECHNICAL"],
    clause: "R1.1.1-d",
  },
  "intake:record": {
    object: "intake",
    kind: "C",
    roles: ["CLERK", "SALESPERSON"],
    clause: "R1.1.1-a",
  },

  "review:read": {
    object: "review",
    kind: "R",
    roles: [...MARKETING, "WAREHOUSE_KEEPER", "FINANCE", "PRODUCTION", "TECHNICAL", "REVIEWER"],
    clause: "R1.1.3-C2",
  },
  "review:draft": {
    object: "review",
    kind: "C",
    roles: ["CLERK", "SALESPERSON"],
    clause: "R1.1.3-C1",
  },
  /** The department's own part; who answers for which department is told by the review itself. */
  "review:opine": {
    object: "review",
    kind: "S",
    roles: ["WAREHOUSE_KEEPER", "SECTION_CHIEF", "FINANCE", "PRODUCTION", "TECHNICAL", "REVIEWER"],
    clause: "R1.1.3-C2",
  },
  "review:conclude": {
    object: "review",
    kind: "S",
    roles: ["SECTION_CHIEF"],
    delegable: "CHECK",
    clause: "R1.1.3-C3",
  },
  "review:approve": {
    object: "review",
    kind: "S",
    roles: ["FACTORY_DIRECTOR"],
    delegable: "APPROVE",
    clause: "R1.1.3-C3",
  },
  "review:confirm_reuse": { object: "review", kind: "S", roles: ["TECHNICAL"] },

  "contract:read": { object: "contract", kind: "R", roles: CONTRACT_READERS },
  "contract:draft": {
    object: "contract",
    kind: "C",
    roles: ["CLERK", "SECTION_CHIEF"],
    clause: "R1.1.2-d",
  },
  "contract:submit_formal": {
    object: "contract",
    kind: "X",
    roles: ["CLERK", "SECTION_CHIEF"],
    duty: { CLERK: "CONTRACT_DRAFTING", SECTION_CHIEF: "CONTRACT_DRAFTING" },
    clause: "R1.1.2-c",
  },
  "contract:check": {
    object: "contract",
    kind: "S",
    roles: ["SECTION_CHIEF"],
    delegable: "CHECK",
    clause: "R1.1.4-a",
  },
  "contract:approve": {
    object: "contract",
    kind: "S",
    roles: ["FACTORY_DIRECTOR"],
    delegable: "APPROVE",
    clause: "R1.1.4-b",
  },
  "contract:record_signature": {
    object: "contract",
    kind: "X",
    roles: ["CLERK"],
    clause: "R1.2.1-a",
  },
  "contract:request_end": { object: "contract", kind: "C", roles: ["CLERK", "SECTION_CHIEF"] },
  "contract:decide_end": {
    object: "contract",
    kind: "S",
    roles: ["FACTORY_DIRECTOR"],
    delegable: "APPROVE",
  },
  "contract:register": {
    object: "register",
    kind: "X",
    roles: ["CLERK"],
    duty: { CLERK: "CONTRACT_NUMBERING" },
    clause: "R1.1.5-c",
  },
  "contract:archive": { object: "register", kind: "X", roles: ["CLERK"], clause: "RD1-02" },
  "contract:short_close": { object: "contract", kind: "C", roles: ["CLERK"] },
  "contract:sign_short_close": {
    object: "contract",
    kind: "S",
    roles: ["SECTION_CHIEF"],
    delegable: "DEPT_HEAD",
  },
  "contract:complete": {
    object: "register",
    kind: "X",
    roles: ["CLERK"],
    duty: { CLERK: "CONTRACT_NUMBERING" },
  },
  "acknowledgement:give": {
    object: "acknowledgement",
    kind: "X",
    roles: ["CLERK", "WAREHOUSE_KEEPER", "PRODUCTION"],
    duty: { CLERK: "SHIPPING_NOTICE" },
  },
  "register:read": { object: "register", kind: "R", roles: CONTRACT_READERS, clause: "R1.1.5-R1" },

  "contract:resplit": { object: "contract", kind: "X", roles: ["CLERK"], clause: "R1.1.3-P" },
  "preparation:read": {
    object: "preparation",
    kind: "R",
    roles: ["CLERK", "WAREHOUSE_KEEPER", "SECTION_CHIEF", "FACTORY_DIRECTOR"],
  },
  "preparation:write": {
    object: "preparation",
    kind: "C",
    roles: ["CLERK"],
    clause: "R1.1.3-P",
  },
  "preparation:sign": {
    object: "preparation",
    kind: "S",
    roles: ["SECTION_CHIEF"],
    delegable: "CHECK",
    clause: "R1.1.3-P",
  },
  "preparation:execute": {
    object: "preparation",
    kind: "X",
    roles: ["WAREHOUSE_KEEPER"],
    clause: "R1.1.3-P",
  },
  "preparation:cancel": { object: "preparation", kind: "X", roles: ["CLERK", "SECTION_CHIEF"] },
  "reservation:release": { object: "reservation", kind: "X", roles: ["SECTION_CHIEF"] },

  "notice:read": { object: "notice", kind: "R", roles: SHIPPING_READERS },
  "notice:write": {
    object: "notice",
    kind: "C",
    roles: ["CLERK"],
    duty: { CLERK: "SHIPPING_NOTICE" },
    clause: "R1.2.1-b",
  },
  "notice:cancel": {
    object: "notice",
    kind: "X",
    roles: ["CLERK", "SECTION_CHIEF"],
    duty: { CLERK: "SHIPPING_NOTICE" },
  },

  "slip:read": { object: "slip", kind: "R", roles: [...SHIPPING_READERS, "FINANCE"] },
  "slip:write": {
    object: "slip",
    kind: "C",
    roles: ["CLERK"],
    duty: { CLERK: "OUTBOUND_SLIP" },
    clause: "R1.2.2-a",
  },
  "slip:cancel": { object: "slip", kind: "X", roles: ["CLERK", "SECTION_CHIEF"] },
  "slip:sign_dept_head": {
    object: "slip",
    kind: "S",
    roles: ["SECTION_CHIEF"],
    delegable: "DEPT_HEAD",
    clause: "R1.2.2-b",
  },
  "slip:sign_director": {
    object: "slip",
    kind: "S",
    roles: ["FACTORY_DIRECTOR"],
    delegable: "APPROVE",
    clause: "R1.3.1-e",
  },
  "slip:issue": { object: "slip", kind: "X", roles: ["WAREHOUSE_KEEPER"], clause: "R1.2.2-c" },
  "slip:request_reversal": { object: "reversal", kind: "C", roles: ["WAREHOUSE_KEEPER"] },
  "slip:sign_reversal": {
    object: "reversal",
    kind: "S",
    roles: ["SECTION_CHIEF"],
    delegable: "DEPT_HEAD",
  },

  "walkin:read": {
    object: "walk_in",
    kind: "R",
    roles: ["CLERK", "WAREHOUSE_KEEPER", "SECTION_CHIEF", "FACTORY_DIRECTOR", "FINANCE"],
    clause: "R1.2.4-a",
  },
  "walkin:write": { object: "walk_in", kind: "C", roles: ["CLERK"], clause: "R1.2.4-a" },
  "walkin:count": {
    object: "walk_in",
    kind: "X",
    roles: ["CLERK", "WAREHOUSE_KEEPER"],
    clause: "R1.2.4-a",
  },
  "walkin:hand_over": {
    object: "walk_in",
    kind: "X",
    roles: ["WAREHOUSE_KEEPER"],
    clause: "R1.2.4-a",
  },

  "packing:read": { object: "packing", kind: "R", roles: SHIPPING_READERS },
  "packing:write": {
    object: "packing",
    kind: "C",
    roles: ["CLERK", "WAREHOUSE_KEEPER"],
    clause: "R1.2.2-d",
  },
  "waybill:write": {
    object: "packing",
    kind: "C",
    roles: ["CLERK", "WAREHOUSE_KEEPER"],
    clause: "R1.2.2-g",
  },
  "shipping_log:read": {
    object: "packing",
    kind: "R",
    roles: SHIPPING_READERS,
    clause: "R1.2.3-a",
  },
  "shipping_log:remark": { object: "packing", kind: "C", roles: ["CLERK"] },
  "receipt_confirmation:read": { object: "receipt_confirmation", kind: "R", roles: MARKETING },
  "receipt_confirmation:write": {
    object: "receipt_confirmation",
    kind: "C",
    roles: ["CLERK"],
    clause: "R1.2.3-c",
  },

  "stock:read": {
    object: "stock",
    kind: "R",
    roles: [
      "CLERK",
      "WAREHOUSE_KEEPER",
      "SECTION_CHIEF",
      "FACTORY_DIRECTOR",
      "FINANCE",
      "PRODUCTION",
      "REVIEWER",
    ],
  },
  "inbound:post": { object: "stock", kind: "X", roles: ["WAREHOUSE_KEEPER"] },
  "inbound:deliver": { object: "stock", kind: "C", roles: ["PRODUCTION"], clause: "R1.1.3-B3" },
  "inbound:inspect": { object: "stock", kind: "S", roles: ["REVIEWER"], clause: "R1.1.3-B3" },

  "production:read": {
    object: "production",
    kind: "R",
    roles: [...MARKETING, "WAREHOUSE_KEEPER", "PRODUCTION", "TECHNICAL"],
  },
  "production:draft": { object: "production", kind: "C", roles: ["CLERK"], clause: "R1.1.3-B1" },
  "production:sign": {
    object: "production",
    kind: "S",
    roles: ["SECTION_CHIEF"],
    delegable: "CHECK",
    clause: "R1.1.3-B1",
  },
  "production:cancel": { object: "production", kind: "X", roles: ["CLERK", "SECTION_CHIEF"] },
  "production:accept": { object: "production", kind: "S", roles: ["PRODUCTION"] },
  "production:log": {
    object: "production",
    kind: "C",
    roles: ["CLERK", "PRODUCTION"],
    duty: { CLERK: "PRODUCTION_TRACKING" },
    clause: "R1.1.3-T2",
  },
  "production:inform": { object: "production", kind: "X", roles: ["CLERK"] },
  "production:assign_tracker": {
    object: "production",
    kind: "C",
    roles: ["SECTION_CHIEF"],
    clause: "R1.1.3-T2",
  },
  /** Customers' names on task notices, the board and the register (F06); a setting closes it to production. */
  "production:see_customer": {
    object: "production",
    kind: "R",
    roles: [...MARKETING, "WAREHOUSE_KEEPER", "PRODUCTION", "TECHNICAL"],
  },

  "receipt:read": {
    object: "receipt",
    kind: "R",
    roles: ["CLERK", "SECTION_CHIEF", "FACTORY_DIRECTOR", "FINANCE"],
  },
  "receipt:enter": { object: "receipt", kind: "C", roles: ["CLERK", "FINANCE"] },
  "receipt:assign": {
    object: "receipt",
    kind: "C",
    roles: ["CLERK", "FINANCE"],
    duty: { CLERK: "COLLECTION" },
    clause: "R1.3.2-b",
  },
  "receipt:confirm": { object: "receipt", kind: "X", roles: ["FINANCE"], clause: "R1.3.1-P1" },
  "ledger:read": { object: "ledger", kind: "R", roles: CONTRACT_READERS, clause: "R1.1.5-L2" },

  "terms:read": {
    object: "terms",
    kind: "R",
    roles: ["CLERK", "SECTION_CHIEF", "FACTORY_DIRECTOR", "FINANCE"],
  },
  "terms:apply": { object: "terms", kind: "C", roles: ["CLERK"], clause: "R1.3.1-a" },
  "terms:check": { object: "terms", kind: "S", roles: ["SECTION_CHIEF"], delegable: "CHECK" },
  "terms:approve": {
    object: "terms",
    kind: "S",
    roles: ["FACTORY_DIRECTOR"],
    delegable: "APPROVE",
  },

  /** Selling prices on screen, in exports and on paper (rules 5.9, Q39). */
  "price:see": {
    object: "prices",
    kind: "R",
    roles: [...CONTRACT_READERS, "ADMIN"],
  },
} as const satisfies Record<string, PermissionRule>;
