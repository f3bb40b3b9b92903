import type { DelegatedStep, Duty, Role } from "@/lib/auth/roles";

/**
 * Rules 5.9 written down once more, by hand, from the printed matrix: what the code holds is compared with this.
 * One letter per role, in the order of the printed columns: x may, d may while holding the duty, . refused.
 */
export const COLUMNS: readonly Role[] = [
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
];

export type Rule = { roles: string; duty?: Duty; delegated?: [step: DelegatedStep, from: Role] };

const CHECK: [DelegatedStep, Role] = ["CHECK", "SECTION_CHIEF"];
const DEPT_HEAD: [DelegatedStep, Role] = ["DEPT_HEAD", "SECTION_CHIEF"];
const APPROVE: [DelegatedStep, Role] = ["APPROVE", "FACTORY_DIRECTOR"];

export const RULES: Readonly<Record<string, Rule>> = {
  //                                        C S K C D F P T R A
  "home:read": { roles: /*               */ "xxxxxxxxxx" },
  "account:change_own_password": { roles: "xxxxxxxxxx" },

  "customer:read": { roles: /*           */ "xxxxxxxxxx" },
  "customer:edit": { roles: /*           */ "xx.x......" },
  "customer:confirm_start": { roles: /*  */ "...x......" },
  "customer:merge": { roles: /*          */ "...x......" },
  "product:read": { roles: /*            */ "xxxxxxxxxx" },
  "product:edit": { roles: /*            */ "x..x......" },
  "product:price": { roles: /*           */ "...x......" },
  "product:standard": { roles: /*        */ "...x...x.." },
  "company:read": { roles: /*            */ "xxxxxxxxxx" },
  "company:edit": { roles: /*            */ "...x.....x" },
  "setting:read": { roles: /*            */ "...xx....x" },
  "setting:change": { roles: /*          */ "...xx....." },
  "setting:change_limits": { roles: /*   */ "....x....." },
  "duty:read": { roles: /*               */ "x..xx....x" },
  "duty:assign": { roles: /*             */ "...xx....." },
  "delegation:issue": { roles: /*        */ "...xx....." },
  "person:manage": { roles: /*           */ ".........x" },
  "audit:read": { roles: /*              */ "...xx....x" },

  "intake:read": { roles: /*             */ "xx.xx..x.." },
  "intake:record": { roles: /*           */ "xx........" },
  "contract:read": { roles: /*           */ "xx.xxx...." },
  "contract:draft": { roles: /*          */ "x..x......" },
  "contract:submit_formal": { roles: "d..d......", duty: "CONTRACT_DRAFTING" },
  "contract:check": { roles: "...x......", delegated: CHECK },
  "contract:approve": { roles: "....x.....", delegated: APPROVE },
  "contract:record_signature": { roles: "x........." },
  "contract:request_end": { roles: /*    */ "x..x......" },
  "contract:decide_end": { roles: "....x.....", delegated: APPROVE },
  "contract:register": { roles: "d.........", duty: "CONTRACT_NUMBERING" },
  "contract:archive": { roles: /*        */ "x........." },
  "contract:short_close": { roles: /*    */ "x........." },
  "contract:sign_short_close": { roles: "...x......", delegated: DEPT_HEAD },
  "contract:complete": { roles: "d.........", duty: "CONTRACT_NUMBERING" },
  "acknowledgement:give": { roles: "d.x...x...", duty: "SHIPPING_NOTICE" },
  "register:read": { roles: /*           */ "xx.xxx...." },

  "notice:read": { roles: /*             */ "xxxxx....." },
  "notice:write": { roles: "d.........", duty: "SHIPPING_NOTICE" },
  "notice:cancel": { roles: "d..x......", duty: "SHIPPING_NOTICE" },
  "slip:read": { roles: /*               */ "xxxxxx...." },
  "slip:write": { roles: "d.........", duty: "OUTBOUND_SLIP" },
  "slip:cancel": { roles: /*             */ "x..x......" },
  "slip:sign_dept_head": { roles: "...x......", delegated: DEPT_HEAD },
  "slip:sign_director": { roles: "....x.....", delegated: APPROVE },
  "slip:issue": { roles: /*              */ "..x......." },
  "slip:request_reversal": { roles: /*   */ "..x......." },
  "slip:sign_reversal": { roles: "...x......", delegated: DEPT_HEAD },
  "packing:read": { roles: /*            */ "xxxxx....." },
  "packing:write": { roles: /*           */ "x.x......." },
  "waybill:write": { roles: /*           */ "x.x......." },
  "shipping_log:read": { roles: /*       */ "xxxxx....." },
  "shipping_log:remark": { roles: /*     */ "x........." },
  "receipt_confirmation:read": { roles: "xx.xx....." },
  "receipt_confirmation:write": { roles: "x........." },

  "stock:read": { roles: /*              */ "x.xxxxx.x." },
  "inbound:post": { roles: /*            */ "..x......." },
  "inbound:deliver": { roles: /*         */ "......x..." },
  "inbound:inspect": { roles: /*         */ "........x." },
  "production:read": { roles: /*         */ "xxxxx.xx.." },
  "production:draft": { roles: /*        */ "x........." },
  "production:sign": { roles: "...x......", delegated: DEPT_HEAD },
  "production:cancel": { roles: /*       */ "x..x......" },
  "production:accept": { roles: /*       */ "......x..." },
  "production:log": { roles: "d.....x...", duty: "PRODUCTION_TRACKING" },
  "production:inform": { roles: /*       */ "x........." },
  "production:assign_tracker": { roles: "...x......" },
  "production:see_customer": { roles: /* */ "xxxxx.xx.." },
  "receipt:read": { roles: /*            */ "x..xxx...." },
  "receipt:enter": { roles: /*           */ "x....x...." },
  "receipt:assign": { roles: "d....x....", duty: "COLLECTION" },
  "receipt:confirm": { roles: /*         */ ".....x...." },
  "ledger:read": { roles: /*             */ "xx.xxx...." },
  "terms:read": { roles: /*              */ "x..xxx...." },
  "terms:apply": { roles: /*             */ "x........." },
  "terms:check": { roles: "...x......", delegated: CHECK },
  "terms:approve": { roles: "....x.....", delegated: APPROVE },
  "price:see": { roles: /*               */ "xx.xxx...x" },
};
