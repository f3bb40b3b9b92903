import { type Actor, can, type Permission } from "@/lib/auth/permissions";
import type { Role } from "@/lib/auth/roles";
import type { WorkItemKindName } from "@/lib/server/work-item-kinds";

type NavRule = {
  href: string;
  /** Any of these opens the item. */
  permissions: readonly Permission[];
  /** Kinds of work items whose number stands at the right of the item. */
  counts?: readonly WorkItemKindName[];
};

/** Every item of the navigation, in its fixed order; label at `nav.items.<id>`. */
const NAV_ITEMS = {
  home: { href: "/", permissions: ["home:read"] },
  intake: { href: "/intake", permissions: ["intake:read"], counts: ["intake.handle"] },
  approvals: {
    href: "/approvals",
    permissions: [
      "contract:check",
      "contract:approve",
      "slip:sign_dept_head",
      "slip:sign_director",
      "terms:check",
      "terms:approve",
      "review:conclude",
      "review:approve",
      "production:sign",
    ],
    counts: [
      "contract.check",
      "contract.approve",
      "contract.end_request",
      "contract.short_close",
      "revision.check",
      "revision.approve",
      "slip.sign_dept_head",
      "slip.sign_director",
      "slip.sign_reversal",
      "terms.check",
      "terms.approve",
      "review.conclude",
      "review.approve",
      "production.sign",
    ],
  },
  acknowledgements: {
    href: "/acknowledgements",
    permissions: ["acknowledgement:give"],
    counts: ["acknowledgement.give"],
  },
  reviews: {
    href: "/reviews",
    permissions: ["review:read"],
    counts: [
      "review.returned",
      "review.opinion_tech",
      "review.opinion_production",
      "review.opinion_quality",
      "review.opinion_purchase",
      "review.opinion_warehouse",
      "review.opinion_finance",
      "review.opinion_marketing",
      "review.continue",
    ],
  },
  contracts: {
    href: "/contracts",
    permissions: ["contract:read"],
    counts: [
      "contract.returned",
      "contract.customer_signature",
      "contract.complete",
      "revision.returned",
    ],
  },
  register: { href: "/register", permissions: ["register:read"], counts: ["contract.register"] },
  production_board: {
    href: "/production/board",
    permissions: ["production:read"],
    counts: ["production.accept"],
  },
  production_notices: {
    href: "/production/notices",
    permissions: ["production:read"],
    counts: ["production.make_notice", "production.returned"],
  },
  production_register: {
    href: "/production/register",
    permissions: ["production:read"],
    counts: ["production.log", "production.inform_customer"],
  },
  production_receipts: {
    href: "/production/receipts",
    permissions: ["stock:read"],
    counts: ["production.inspect", "production.receive"],
  },
  shipping_due: { href: "/shipping/due", permissions: ["notice:read"], counts: ["contract.ship"] },
  shipping_notices: {
    href: "/shipping/notices",
    permissions: ["notice:read"],
    counts: ["notice.awaiting_funds", "notice.make_slip"],
  },
  shipping_slips: {
    href: "/shipping/slips",
    permissions: ["slip:read"],
    counts: ["slip.returned", "slip.issue", "slip.pack"],
  },
  walk_in: {
    href: "/walk-in",
    permissions: ["walkin:read"],
    counts: [
      "walkin.count_keeper",
      "walkin.count_clerk",
      "walkin.make_contract",
      "walkin.contract_due",
      "walkin.overdue_chief",
      "walkin.overdue_director",
    ],
  },
  shipping_packing: {
    href: "/shipping/packing",
    permissions: ["packing:read"],
    counts: ["packing.box", "packing.ship"],
  },
  shipping_waybills: {
    href: "/shipping/waybills",
    permissions: ["packing:read"],
    counts: ["waybill.notify_courier", "waybill.hand_over"],
  },
  shipping_log: { href: "/shipping/log", permissions: ["shipping_log:read"] },
  shipping_follow_ups: {
    href: "/shipping/follow-ups",
    permissions: ["receipt_confirmation:read"],
    counts: ["shipment.confirm_receipt", "shipment.problem"],
  },
  preparation: {
    href: "/preparation",
    permissions: ["preparation:read"],
    counts: [
      "preparation.sign",
      "preparation.returned",
      "preparation.receive",
      "preparation.prepare",
    ],
  },
  stock_reservations: { href: "/stock/reservations", permissions: ["stock:read"] },
  stock: { href: "/stock", permissions: ["stock:read"] },
  stock_inbound: { href: "/stock/inbound", permissions: ["stock:read"] },
  receipts: { href: "/receipts", permissions: ["receipt:read"], counts: ["receipt.confirm"] },
  ledger: { href: "/ledger", permissions: ["ledger:read"] },
  terms: { href: "/terms", permissions: ["terms:read"], counts: ["terms.returned"] },
  customers: { href: "/customers", permissions: ["customer:read"] },
  products: { href: "/products", permissions: ["product:read"] },
  admin_people: { href: "/admin/people", permissions: ["person:manage"] },
  admin_duties: { href: "/admin/duties", permissions: ["duty:read"] },
  admin_delegations: { href: "/admin/delegations", permissions: ["duty:read"] },
  admin_company: { href: "/admin/company", permissions: ["company:edit"] },
  admin_settings: { href: "/admin/settings", permissions: ["setting:read"] },
  admin_couriers: { href: "/admin/couriers", permissions: ["company:edit"] },
  admin_units: { href: "/admin/units", permissions: ["company:edit"] },
  admin_calendar: { href: "/admin/calendar", permissions: ["company:edit"] },
  admin_clauses: { href: "/admin/clauses", permissions: ["company:edit"] },
  admin_permissions: { href: "/admin/permissions", permissions: ["audit:read"] },
  admin_audit: { href: "/admin/audit", permissions: ["audit:read"] },
} as const satisfies Record<string, NavRule>;

export type NavItemId = keyof typeof NAV_ITEMS;

const NAV_GROUPS = {
  work: ["home", "intake", "approvals", "acknowledgements"],
  contracts: ["reviews", "contracts", "register"],
  production: [
    "production_board",
    "production_notices",
    "production_register",
    "production_receipts",
  ],
  shipping: [
    "shipping_due",
    "shipping_notices",
    "shipping_slips",
    "walk_in",
    "shipping_packing",
    "shipping_waybills",
    "shipping_log",
    "shipping_follow_ups",
  ],
  warehouse: ["preparation", "stock", "stock_reservations", "stock_inbound"],
  money: ["receipts", "ledger", "terms"],
  masters: ["customers", "products"],
  admin: [
    "admin_people",
    "admin_duties",
    "admin_delegations",
    "admin_company",
    "admin_settings",
    "admin_couriers",
    "admin_units",
    "admin_calendar",
    "admin_clauses",
    "admin_permissions",
    "admin_audit",
  ],
} as const satisfies Record<string, readonly NavItemId[]>;

type NavGroupId = keyof typeof NAV_GROUPS;
export type NavItem = { id: NavItemId; href: string; count: number };
export type NavGroup = { id: NavGroupId; items: NavItem[] };
export type WorkItemCounts = Partial<Record<WorkItemKindName, number>>;

/** The navigation of one person: only what the role may open, with the number of things waiting there. */
export function navigationFor(actor: Actor, counts: WorkItemCounts): NavGroup[] {
  const groups = Object.entries(NAV_GROUPS).map(([id, items]) => ({
    id: id as NavGroupId,
    items: items.filter((item) => mayOpen(actor, item)).map((item) => navItem(item, counts)),
  }));
  return groups.filter(({ items }) => items.length > 0);
}

/** The four places a role needs most on a phone; the rest is under 更多. */
const PHONE_FIRST: Record<Role, readonly NavItemId[]> = {
  CLERK: ["home", "intake", "contracts", "shipping_due"],
  SALESPERSON: ["home", "intake", "customers", "contracts"],
  WAREHOUSE_KEEPER: ["home", "shipping_slips", "shipping_packing", "stock"],
  SECTION_CHIEF: ["home", "approvals", "contracts", "register"],
  FACTORY_DIRECTOR: ["home", "approvals", "contracts", "register"],
  FINANCE: ["home", "receipts", "ledger", "customers"],
  PRODUCTION: ["home", "production_board", "production_register", "production_receipts"],
  TECHNICAL: ["home", "reviews", "products", "customers"],
  REVIEWER: ["home", "reviews", "stock", "products"],
  ADMIN: ["home", "admin_people", "admin_settings", "admin_audit"],
};

export function phoneNavigation(actor: Actor, counts: WorkItemCounts): NavItem[] {
  return PHONE_FIRST[actor.role]
    .filter((item) => mayOpen(actor, item))
    .map((item) => navItem(item, counts));
}

/** What `+ 新建` offers; label at `nav.create.<id>`. */
const CREATE_ITEMS = {
  intake: { href: "/intake/new", permission: "intake:record" },
  verbal_order: { href: "/contracts/new?form=VERBAL", permission: "contract:draft" },
  review: { href: "/reviews/new", permission: "review:draft" },
  formal_contract: { href: "/contracts/new?form=FORMAL", permission: "contract:draft" },
  task: { href: "/production/notices/new", permission: "production:draft" },
  customer: { href: "/customers/new", permission: "customer:edit" },
  product: { href: "/products/new", permission: "product:edit" },
  walk_in: { href: "/walk-in/new", permission: "walkin:write" },
  receipt: { href: "/receipts/new", permission: "receipt:enter" },
  inbound: { href: "/stock/inbound/new", permission: "inbound:post" },
} as const satisfies Record<string, { href: string; permission: Permission }>;

export type CreateItem = { id: keyof typeof CREATE_ITEMS; href: string };

export function creatableFor(actor: Actor): CreateItem[] {
  return Object.entries(CREATE_ITEMS)
    .filter(([, { permission }]) => can(actor, permission))
    .map(([id, { href }]) => ({ id: id as CreateItem["id"], href }));
}

function mayOpen(actor: Actor, id: NavItemId): boolean {
  return NAV_ITEMS[id].permissions.some((permission) => can(actor, permission));
}

function navItem(id: NavItemId, counts: WorkItemCounts): NavItem {
  const rule: NavRule = NAV_ITEMS[id];
  const count = (rule.counts ?? []).reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
  return { id, href: rule.href, count };
}
