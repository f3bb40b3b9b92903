import type { Route } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DateText } from "@/components/ui/date-text";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import type { WorkItemKindName } from "@/lib/server/work-item-kinds";
import type { WorkItemRow } from "@/lib/server/work-items";

/** Papers other than contracts that are signed on their own pages. */
const SIGNED_ELSEWHERE: ReadonlySet<WorkItemKindName> = new Set([
  "contract.end_request",
  "contract.short_close",
  "slip.sign_dept_head",
  "slip.sign_director",
  "slip.sign_reversal",
  "terms.check",
  "terms.approve",
  "review.conclude",
  "review.approve",
  "production.sign",
]);

/** Outbound slips, changes of terms and requests that wait for the same person. */
export async function OtherDecisions({ items }: { items: readonly WorkItemRow[] }) {
  const [t, kinds] = await Promise.all([
    getTranslations("contracts.inbox"),
    getTranslations("home"),
  ]);
  const shown = items.filter(({ kind }) => SIGNED_ELSEWHERE.has(kind));
  if (shown.length === 0) return null;
  return (
    <SectionCard title={t("others")} flush>
      <PlainTable
        caption={t("others")}
        head={[kinds("what"), t("paper"), kinds("due")]}
        rows={shown.map(({ id, kind, title, href, dueOn }) => ({
          id,
          cells: [
            kinds(`items.${kind.replace(".", "_") as "contract_check"}`),
            <Link key="link" href={href as Route}>
              {title}
            </Link>,
            <DateText key="due" date={dueOn} near />,
          ],
        }))}
      />
    </SectionCard>
  );
}
