import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { DateText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { PlainTable } from "@/components/ui/plain-table";
import { SectionCard } from "@/components/ui/section-card";
import { WORK_ITEM_KINDS } from "@/lib/server/work-item-kinds";
import type { WorkItemRow } from "@/lib/server/work-items";

/** Contracts and their changes have cards on the page itself. */
const SIGNED_HERE: ReadonlySet<string> = new Set([
  "contract.check",
  "contract.approve",
  "revision.check",
  "revision.approve",
]);
/** The other papers are signed on their own pages: every kind that a step of signing is for. */
const SIGNED_ELSEWHERE: ReadonlySet<string> = new Set(
  Object.entries(WORK_ITEM_KINDS)
    .filter(([kind, item]) => "step" in item && !SIGNED_HERE.has(kind))
    .map(([kind]) => kind),
);

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
