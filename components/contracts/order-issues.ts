import type { FieldIssue } from "@/lib/core/domain-error";

export type PlacedIssues = {
  head: FieldIssue[];
  goods: FieldIssue[];
  charges: FieldIssue[];
  /** About no single field: said above the form. */
  elsewhere: FieldIssue[];
};

type Place = { goodsCount: number; isFormal: boolean };

/** Where each refused thing is shown. Line issues count goods first, then charges; cells have the grid's names. */
export function placeIssues(issues: readonly FieldIssue[], place: Place): PlacedIssues {
  const placed: PlacedIssues = { head: [], goods: [], charges: [], elsewhere: [] };
  for (const issue of issues) {
    const path = issue.path.replace(/^order\./, "");
    const line = /^lines\.(\d+)(?:\.(\w+))?$/.exec(path);
    if (line) placeLine(placed, { ...issue, path }, line, place.goodsCount);
    else if (isShown(path, place)) placed.head.push({ ...issue, path });
    else placed.elsewhere.push({ ...issue, path });
  }
  return placed;
}

function placeLine(
  placed: PlacedIssues,
  issue: FieldIssue,
  [, index = "0", cell = ""]: RegExpExecArray,
  goodsCount: number,
): void {
  const at = Number.parseInt(index, 10);
  if (at < goodsCount) {
    const key = cell === "productId" || cell === "" ? "productName" : cell;
    placed.goods.push({ ...issue, path: `lines.${at}.${key}` });
    return;
  }
  const key = cell === "" ? "amount" : cell;
  placed.charges.push({ ...issue, path: `lines.${at - goodsCount}.${key}` });
}

const FORMAL_ONLY =
  /^(clauses\.|instalments\.|signPlace$|signDate$|valid|warrantyMonths$|objectionDays$|originalCount$)/;
const WITHOUT_FIELD = new Set([
  "",
  "lines",
  "instalments",
  "clauses",
  "contractId",
  "rowVersion",
  "consignee",
]);

function isShown(path: string, { isFormal }: Place): boolean {
  if (WITHOUT_FIELD.has(path)) return false;
  return isFormal || !FORMAL_ONLY.test(path);
}
