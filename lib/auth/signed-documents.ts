/** Kinds of documents that a delegation (F45) can be narrowed to, and how signatures name them. */
import { PERMISSIONS, type PermissionRule } from "@/lib/auth/permission-table";
import type { DelegatedStep } from "@/lib/auth/roles";

/** What is about to be signed, as far as a delegation is measured by it. */
export type SignedDocument = {
  kind: string;
  /** Tax-inclusive yuan; null for documents without an amount. */
  amount: string | null;
};

/** Permissions under which several kinds are signed; any other signs the kind that its own name begins with. */
const KINDS_OF_PERMISSION: Readonly<Record<string, readonly string[]>> = {
  "contract:check": ["contract", "contract_revision"],
  "contract:approve": ["contract", "contract_revision"],
  "contract:decide_end": ["contract_request"],
  "contract:sign_short_close": ["short_close"],
  "slip:sign_dept_head": ["outbound_slip", "walk_in"],
  "slip:sign_director": ["outbound_slip", "walk_in"],
  "slip:sign_reversal": ["reversal"],
  "terms:check": ["term_change"],
  "terms:approve": ["term_change"],
};

/** What signatures are written under: the subjects of all signed documents. */
export const SIGNED_SUBJECTS = [
  "contract",
  "contract_revision",
  "contract_request",
  "short_close",
  "outbound_slip",
  "slip_reversal",
  "walk_in",
  "term_change",
  "review",
  "production_task",
  "preparation_order",
] as const;

/** Subjects of signatures and work items whose kind has another name. */
const KIND_OF_SUBJECT: Readonly<Record<string, string>> = {
  slip_reversal: "reversal",
  preparation_order: "preparation",
  production_task: "production",
};

function kindsOfPermission(permission: string): readonly string[] {
  return KINDS_OF_PERMISSION[permission] ?? [permission.slice(0, permission.indexOf(":"))];
}

export function kindOfSubject(subjectType: string): string {
  return KIND_OF_SUBJECT[subjectType] ?? subjectType;
}

/** The kinds that somebody with this step signs, in the order of the matrix. */
export function kindsOfStep(step: DelegatedStep): string[] {
  const rules: [string, PermissionRule][] = Object.entries(PERMISSIONS);
  const kinds = rules
    .filter(([, { delegable }]) => delegable === step)
    .flatMap(([permission]) => kindsOfPermission(permission));
  return [...new Set(kinds)];
}
