import { useTranslations } from "next-intl";
import { DateText } from "@/components/ui/date-text";
import { fromDbDate } from "@/lib/core/calendar-date";
import type { OpenMatters } from "@/lib/people/open-matters";

/** What somebody still holds, before it is handed over. */
export function OpenMattersList({ matters }: { matters: OpenMatters }) {
  const t = useTranslations("people.leaving");
  const td = useTranslations("roles.duty");
  const ts = useTranslations("people.delegations.steps");
  const { workItems, duties, delegations, customers } = matters;
  if (workItems.length + duties.length + delegations.length + customers === 0)
    return <p>{t("nothing")}</p>;
  return (
    <>
      {workItems.length > 0 ? (
        <div>
          <h3>{t("work_items", { count: workItems.length })}</h3>
          <ul>
            {workItems.map(({ id, title, dueOn }) => (
              <li key={id}>
                {title} <DateText date={fromDbDate(dueOn)} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {duties.length > 0 ? (
        <div>
          <h3>{t("duties", { count: duties.length })}</h3>
          <ul>
            {duties.map(({ id, duty, fromOn }) => (
              <li key={id}>
                {td(duty)} <DateText date={fromDbDate(fromOn)} />
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {customers > 0 ? <h3>{t("customers", { count: customers })}</h3> : null}
      {delegations.length > 0 ? (
        <div>
          <h3>{t("delegations", { count: delegations.length })}</h3>
          <ul>
            {delegations.map(({ id, docNo, step, principal, delegate }) => (
              <li key={id}>
                <span className="mono">{docNo}</span> {ts(step)}: {principal.displayName} →{" "}
                {delegate.displayName}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}
