"use client";
import { Button, Modal } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { DateText } from "@/components/ui/date-text";
import type { Board, BoardNotice, BoardCard as Card } from "@/lib/production/board-query";
import { nextStage } from "@/lib/production/stages";
import { AcceptForm } from "./accept-form";
import styles from "./board.module.css";
import { DeliverForm } from "./deliver-form";
import { DrawingLinks, LineLink, Progress } from "./line-words";
import { LogForm } from "./log-form";

type Props = {
  card: Card;
  /** The card's notice while it waits for production's signature, if it is among those that are listed above. */
  notice?: BoardNotice | undefined;
  may: Board["may"];
  today: string;
  personName: string;
};
type Act = "accept" | "next" | "log" | "deliver";

/** One open task line: what, how far, by when; first it is accepted, then come the three things done all day. */
export function BoardCard({ card, notice, may, today, personName }: Props) {
  const t = useTranslations("production");
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  const title = `${card.number} ${card.productName} ${card.spec}`;
  return (
    <li
      className={styles.card}
      data-late={card.isOverdue || card.delayDays > 0 || undefined}
      data-urgent={card.isUrgent || undefined}
    >
      <CardFacts card={card} />
      <CardButtons card={card} may={may} hasNotice={notice !== undefined} onAct={setAct} />
      <CardDialog
        opened={act === "next" || act === "log"}
        onClose={close}
        title={`${t(card.isAccepted ? "log.title" : "actions.note_contact")} ${title}`}
      >
        <LogForm line={card} toNextStage={act === "next"} onDone={close} />
      </CardDialog>
      <CardDialog
        opened={act === "deliver"}
        onClose={close}
        title={`${t("deliver.title")} ${title}`}
      >
        <DeliverForm line={card} today={today} packedBy={personName} onDone={close} />
      </CardDialog>
      {notice ? (
        <CardDialog
          opened={act === "accept"}
          onClose={close}
          title={t("accept.title", { number: notice.docNo ?? "" })}
        >
          <AcceptForm task={notice} lines={notice.lines} today={today} onDone={close} />
        </CardDialog>
      ) : null}
    </li>
  );
}

type ButtonsProps = {
  card: Card;
  may: Board["may"];
  hasNotice: boolean;
  onAct: (act: Act) => void;
};

/** Only what can be done now; delivering stands out once something is made that has not been handed over. */
function CardButtons({ card, may, hasNotice, onAct }: ButtonsProps) {
  const t = useTranslations("production");
  const next = nextStage(card.stage);
  return (
    <div className={styles.buttons}>
      {hasNotice ? (
        <Button variant="filled" onClick={() => onAct("accept")}>
          {t("actions.accept")}
        </Button>
      ) : null}
      {may.accept && !card.isAccepted && !hasNotice ? (
        <ButtonLink href={`/production/notices/${card.taskId}`}>{t("actions.accept")}</ButtonLink>
      ) : null}
      {may.log && card.isAccepted && next !== null ? (
        <Button variant="light" onClick={() => onAct("next")}>
          {t("board.to_stage", { stage: t(`stage.${next}`) })}
        </Button>
      ) : null}
      {may.log ? (
        <Button variant="default" onClick={() => onAct("log")}>
          {t(card.isAccepted ? "actions.log" : "actions.note_contact")}
        </Button>
      ) : null}
      {may.deliver && card.isAccepted && card.rest !== "0" ? (
        <Button
          variant={card.hasGoodsToDeliver ? "filled" : "default"}
          onClick={() => onAct("deliver")}
        >
          {t("actions.deliver_short")}
        </Button>
      ) : null}
    </div>
  );
}

type DialogProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: React.ReactNode;
};

function CardDialog({ children, ...dialog }: DialogProps) {
  const t = useTranslations("production");
  return (
    <Modal {...dialog} closeButtonProps={{ "aria-label": t("actions.close") }} size="lg">
      {children}
    </Modal>
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
