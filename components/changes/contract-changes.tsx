import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { DiffList } from "@/components/contracts/contract-diff";
import { ButtonLink } from "@/components/ui/button-link";
import { DateText } from "@/components/ui/date-text";
import { Link } from "@/components/ui/link";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import type { ContractEnds } from "@/lib/changes/contract-ends";
import { REVISION_TONES } from "@/lib/changes/labels";
import styles from "./changes.module.css";

/** The versions of a contract, each against the one before, and the way to the next change (Q38). */
export async function ContractChanges({ ends }: { ends: ContractEnds }) {
  const t = await getTranslations("changes");
  const { revisions, mayChange, contractId } = ends;
  if (revisions.length === 0 && !mayChange) return null;
  const hasDraft = revisions.some(({ status }) => status === "DRAFT");
  return (
    <SectionCard
      title={t("versions")}
      id="changes"
      aside={
        mayChange ? (
          <ButtonLink
            href={`/contracts/${contractId}/change`}
            size="compact-sm"
            variant={hasDraft ? "filled" : "default"}
          >
            {t(hasDraft ? "continue" : "change")}
          </ButtonLink>
        ) : null
      }
    >
      {revisions.length === 0 ? <p className={styles.quiet}>{t("first_version")}</p> : null}
      <ul className={styles.rows}>
        {revisions.map((revision) => (
          <li key={revision.id}>
            <div className={styles.head}>
              <Link href={`/contracts/changes/${revision.id}` as Route}>
                {t("version", { revision: revision.revision })}
              </Link>
              <StateBadge
                tone={REVISION_TONES[revision.status]}
                label={t(`status.${revision.status}`)}
              />
              <span className={styles.meta}>
                {revision.draftedByName}{" "}
                {revision.effectiveOn ? <DateText date={revision.effectiveOn} /> : null}
              </span>
              <span>
                <MoneyText amount={revision.totalBefore} /> →{" "}
                <MoneyText amount={revision.totalAfter} />
              </span>
            </div>
            <div>{revision.reason}</div>
            {revision.submittedAt ? (
              <details>
                <summary>{t("what_changes")}</summary>
                <DiffList diff={revision.diff} />
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
