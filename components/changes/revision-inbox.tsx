import type { Route } from "next";
import { getTranslations } from "next-intl/server";
import { DiffList } from "@/components/contracts/contract-diff";
import { Link } from "@/components/ui/link";
import { MoneyText } from "@/components/ui/money-text";
import { SectionCard } from "@/components/ui/section-card";
import { StateBadge } from "@/components/ui/state-badge";
import { REVISION_TONES } from "@/lib/changes/labels";
import type { WaitingRevision } from "@/lib/changes/queries";
import styles from "./changes.module.css";
import { RevisionActions } from "./revision-actions";
import { RevisionFacts } from "./revision-facts";

/** Changes that wait for this person: what changes against what is in force, and the two answers. */
export async function RevisionInbox({ items }: { items: readonly WaitingRevision[] }) {
  const t = await getTranslations("changes");
  if (items.length === 0) return null;
  return (
    <div className="stack">
      {items.map((item) => (
        <SectionCard
          key={item.id}
          title={
            <Link href={`/contracts/changes/${item.id}` as Route}>
              {t("inbox_title", { number: item.contractNo, revision: item.revision })}{" "}
              {item.customerName}
            </Link>
          }
          clause={item.status === "PENDING_CHIEF" ? "R1.1.4-a" : "R1.1.4-b"}
          aside={<MoneyText amount={item.totalAfter} symbol bold />}
        >
          <div className={styles.card}>
            <div>
              <StateBadge tone={REVISION_TONES[item.status]} label={t(`status.${item.status}`)} />
            </div>
            <RevisionFacts revision={item} />
            <DiffList diff={item.diff} />
            <div className={styles.actions}>
              {item.mayDecide ? (
                <RevisionActions
                  revisionId={item.id}
                  contractId={item.contractId}
                  rowVersion={item.rowVersion}
                  title={`${item.contractNo} ${item.customerName}`}
                  commands={
                    item.status === "PENDING_CHIEF"
                      ? ["return_by_chief", "check"]
                      : ["return_by_director", "approve"]
                  }
                  mayEdit={false}
                  isFormal={false}
                  isCard
                />
              ) : (
                <p className={styles.quiet}>{t("why_not")}</p>
              )}
            </div>
          </div>
        </SectionCard>
      ))}
    </div>
  );
}
