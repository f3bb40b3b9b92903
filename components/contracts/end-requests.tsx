import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DateTimeText } from "@/components/ui/date-text";
import { SectionCard } from "@/components/ui/section-card";
import type { ContractDetail } from "@/lib/contracts/queries";
import styles from "./contract.module.css";
import { DecideRequest } from "./decide-request";
import { RequestEndForm } from "./request-end-form";

type Props = {
  contract: ContractDetail;
  /** May decide, and did not ask himself. */
  deciderId: string | null;
  /** The papers in the way of an end, with the buttons that cancel them. */
  openPapers: ReactNode;
};

/** Requests to void or terminate the contract or to waive the customer's signature, and what the director decided (Q05, Q09). */
export async function EndRequests({ contract, deciderId, openPapers }: Props) {
  const t = await getTranslations("contracts");
  const { requests, mayRequestEnd } = contract;
  const hasPending = requests.some(({ status }) => status === "PENDING");
  if (requests.length === 0 && !mayRequestEnd) return null;
  const kinds = [
    ...(contract.form === "FORMAL" &&
    contract.signedByCustomerOn === null &&
    contract.signatureWaivedAt === null
      ? (["WAIVE_SIGNATURE"] as const)
      : []),
    contract.deliveredAnything ? ("TERMINATE" as const) : ("VOID" as const),
  ];
  return (
    <SectionCard title={t("requests.title")}>
      {mayRequestEnd ? openPapers : null}
      <ul className={styles.requests}>
        {requests.map((request) => (
          <li key={request.id}>
            <div>
              <strong>{t(`request_kinds.${request.kind}`)}</strong>{" "}
              <span className={styles.meta}>{t(`request_status.${request.status}`)}</span>
            </div>
            <div>{request.reason}</div>
            <div className={styles.meta}>
              {request.requestedByName} <DateTimeText at={request.requestedAt} />
            </div>
            {request.decidedAt ? (
              <div className={styles.meta}>
                {request.decidedByName} <DateTimeText at={request.decidedAt} />{" "}
                {request.decisionComment}
              </div>
            ) : null}
            {request.status === "PENDING" && deciderId ? (
              request.requestedById === deciderId ? (
                <p className={styles.quiet}>{t("requests.own")}</p>
              ) : (
                <DecideRequest
                  requestId={request.id}
                  rowVersion={request.rowVersion}
                  kind={request.kind}
                />
              )
            ) : null}
          </li>
        ))}
      </ul>
      {mayRequestEnd && !hasPending ? (
        <details>
          <summary className={styles.summary}>{t("requests.open")}</summary>
          <RequestEndForm contractId={contract.id} rowVersion={contract.rowVersion} kinds={kinds} />
        </details>
      ) : null}
    </SectionCard>
  );
}
