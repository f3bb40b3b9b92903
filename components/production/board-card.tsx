"use client";
import { Button, Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DateText } from "@/components/ui/date-text";
import type { Board, BoardCard as Card } from "@/lib/production/board-query";
import { nextStage } from "@/lib/production/stages";
import styles from "./board.module.css";
import { DeliverForm } from "./deliver-form";
import { DrawingLinks, LineLink, Progress } from "./line-words";
import { LogForm } from "./log-form";

type Props = { card: Card; may: Board["may"]; today: string; personName: string };
type Act = "next" | "log" | "deliver";

/** One open task line: what, how far, by when; and the three things that are done with it all day. */
export function BoardCard({ card, may, today, personName }: Props) {
  const t = useTranslations("production");
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const next = nextStage(card.stage);
  const title = `${card.number} ${card.productName} ${card.spec}`;
  return (
    <li
      className={styles.card}
      data-late={card.isOverdue || card.delayDays > 0 || undefined}
      data-urgent={card.isUrgent || undefined}
    >
      <CardFacts card={card} />
      <div className={styles.buttons}>
        {may.log && next !== null ? (
          <Button variant="light" onClick={() => setAct("next")}>
            {t("board.to_stage", { stage: t(`stage.${next}`) })}
          </Button>
        ) : null}
        {may.log ? (
          <Button variant="default" onClick={() => setAct("log")}>
            {t("actions.log")}
          </Button>
        ) : null}
        {may.deliver && card.isAccepted && card.rest !== "0" ? (
          <Button variant="filled" onClick={() => setAct("deliver")}>
            {t("actions.deliver_short")}
          </Button>
        ) : null}
      </div>
      <Modal
        opened={act === "next" || act === "log"}
        onClose={close}
        title={`${t("log.title")} ${title}`}
        closeButtonProps={{ "aria-label": t("actions.close") }}
        size="lg"
      >
        <LogForm line={card} toNextStage={act === "next"} onDone={close} />
      </Modal>
      <Modal
        opened={act === "deliver"}
        onClose={close}
        title={`${t("deliver.title")} ${title}`}
        closeButtonProps={{ "aria-label": t("actions.close") }}
        size="lg"
      >
        <DeliverForm line={card} today={today} packedBy={personName} onDone={close} />
      </Modal>
    </li>
  );
}

function CardFacts({ card }: { card: Card }) {
  const t = useTranslations("production");
  return (
    <>
      <div className={styles.cardHead}>
        <LineLink id={card.id}>
          <span className="mono">{card.number}</span>
        </LineLink>
        <span className={styles.quiet}>{card.contractNo}</span>
      </div>
      <p className={styles.product}>
        {card.productName} {card.spec}
      </p>
      <p className={styles.quiet}>
        {[card.drawingNo, card.customerName].filter(Boolean).join(" · ")}
      </p>
      <DrawingLinks drawings={card.drawings} />
      <Progress done={card.finishedQty} of={card.quantity} unit={card.unit} />
      {card.receivedQty === "0" && card.pendingQty === "0" ? null : (
        <p className={styles.quiet}>
          {t("board.delivered", { received: card.receivedQty, pending: card.pendingQty })}
        </p>
      )}
      <p className={styles.quiet}>
        {t("columns.expected_on")} <DateText date={card.expectedOn} near />
        <br />
        {t("columns.contract_due_on")} <DateText date={card.contractDueOn} />
      </p>
      {card.technicalRequirement === "" ? null : (
        <p className={styles.quiet}>{card.technicalRequirement}</p>
      )}
      <div className={styles.marks}>
        {card.isUrgent ? <span className={styles.urgent}>{t("priority.URGENT")}</span> : null}
        {card.isOverdue ? <span className={styles.late}>{t("board.overdue")}</span> : null}
        {card.delayDays > 0 ? (
          <span className={styles.late}>{t("fields.delay_value", { days: card.delayDays })}</span>
        ) : null}
        {card.isAccepted ? null : <span className={styles.urgent}>{t("board.not_accepted")}</span>}
      </div>
    </>
  );
}
