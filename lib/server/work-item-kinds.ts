import type { DelegatedStep } from "@/lib/auth/roles";

type WorkItemKind = {
  /** The page on which the work is done; the subject's id is appended when it ends with a slash. */
  path: string;
  /** The delegation step that also shows it to the delegate. */
  step?: DelegatedStep;
};

/** Every kind of work item there is: label at `home.items.<kind with dots as underscores>`. */
export const WORK_ITEM_KINDS = {
  "contract.returned": { path: "/contracts/" },
  "contract.check": { path: "/contracts/", step: "CHECK" },
  "contract.approve": { path: "/contracts/", step: "APPROVE" },
  "contract.register": { path: "/contracts/" },
  "contract.customer_signature": { path: "/contracts/" },
  "contract.end_request": { path: "/contracts/", step: "APPROVE" },
  "contract.ship": { path: "/contracts/" },
  "contract.complete": { path: "/contracts/" },
  "contract.short_close": { path: "/contracts/", step: "DEPT_HEAD" },
  "revision.returned": { path: "/contracts/changes/" },
  "revision.check": { path: "/contracts/changes/", step: "CHECK" },
  "revision.approve": { path: "/contracts/changes/", step: "APPROVE" },
  "acknowledgement.give": { path: "/acknowledgements/" },
  "review.returned": { path: "/reviews/" },
  "review.opinion_tech": { path: "/reviews/opinion/" },
  "review.opinion_production": { path: "/reviews/opinion/" },
  "review.opinion_quality": { path: "/reviews/opinion/" },
  "review.opinion_purchase": { path: "/reviews/opinion/" },
  "review.opinion_warehouse": { path: "/reviews/opinion/" },
  "review.opinion_finance": { path: "/reviews/opinion/" },
  "review.opinion_marketing": { path: "/reviews/opinion/" },
  "review.conclude": { path: "/reviews/", step: "CHECK" },
  "review.approve": { path: "/reviews/", step: "APPROVE" },
  "review.continue": { path: "/reviews/" },
  "contract.resplit": { path: "/contracts/" },
  "preparation.sign": { path: "/preparation/", step: "CHECK" },
  "preparation.returned": { path: "/preparation/" },
  "preparation.receive": { path: "/preparation/" },
  "preparation.prepare": { path: "/preparation/" },
  "production.make_notice": { path: "/production/notices/new?contract=" },
  "production.sign": { path: "/production/notices/", step: "CHECK" },
  "production.returned": { path: "/production/notices/" },
  "production.accept": { path: "/production/notices/" },
  "production.log": { path: "/production/register/" },
  "production.inform_customer": { path: "/production/register/" },
  "production.inspect": { path: "/production/receipts/" },
  "production.receive": { path: "/production/receipts/" },
  "notice.awaiting_funds": { path: "/shipping/notices/" },
  "notice.make_slip": { path: "/shipping/notices/" },
  "slip.returned": { path: "/shipping/slips/" },
  "slip.sign_dept_head": { path: "/shipping/slips/", step: "DEPT_HEAD" },
  "slip.sign_director": { path: "/shipping/slips/", step: "APPROVE" },
  "slip.issue": { path: "/shipping/slips/" },
  "slip.pack": { path: "/shipping/slips/" },
  "slip.sign_reversal": { path: "/shipping/slips/", step: "DEPT_HEAD" },
  "walkin.count_keeper": { path: "/walk-in/" },
  "walkin.count_clerk": { path: "/walk-in/" },
  "walkin.hand_over": { path: "/walk-in/" },
  "walkin.make_contract": { path: "/walk-in/" },
  "walkin.contract_due": { path: "/walk-in/" },
  "walkin.overdue_chief": { path: "/walk-in/" },
  "walkin.overdue_director": { path: "/walk-in/" },
  "packing.box": { path: "/shipping/packing/" },
  "packing.ship": { path: "/shipping/packing/" },
  "waybill.notify_courier": { path: "/shipping/waybills/" },
  "waybill.hand_over": { path: "/shipping/waybills/" },
  "shipment.confirm_receipt": { path: "/shipping/follow-ups/" },
  "shipment.problem": { path: "/shipping/follow-ups/" },
  "receipt.confirm": { path: "/receipts/" },
  "terms.check": { path: "/terms/", step: "CHECK" },
  "terms.approve": { path: "/terms/", step: "APPROVE" },
  "terms.returned": { path: "/terms/" },
  "intake.handle": { path: "/intake/" },
} as const satisfies Record<string, WorkItemKind>;
export type WorkItemKindName = keyof typeof WORK_ITEM_KINDS;

export function workItemHref(kind: WorkItemKindName, subjectId: string): string {
  return `${WORK_ITEM_KINDS[kind].path}${subjectId}`;
}
