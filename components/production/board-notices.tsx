"use client";
import { Button, Modal } from "@mantine/core";
import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/components/ui/link";
import { SectionCard } from "@/components/ui/section-card";
import type { BoardNotice } from "@/lib/production/board-query";
import { AcceptForm } from "./accept-form";
import styles from "./board.module.css";

type Props = {
  notices: readonly BoardNotice[];
  /** How many wait in all; the list shows the most urgent. */
  count: number;
  today: string;
};

/** Notices that wait for production's signature (F06). */
export function BoardNotices({ notices, count, today }: Props) {
  const t = useTranslations("production");
  const [openId, setOpenId] = useState<string | null>(null);
  const open = notices.find(({ id }) => id === openId);
  return (
    <SectionCard title={t("board.to_accept", { count })} clause="R1.1.3-B2">
      <ul className={styles.notices}>
        {notices.map((notice) => (
          <li key={notice.id} className={styles.notice}>
            <span>
              <Link href={`/production/notices/${notice.id}` as Route} className="mono">
                {notice.docNo}
              </Link>{" "}
              {notice.lines[0]?.productName} {notice.lines[0]?.spec}{" "}
              {notice.lines.length > 1 ? t("board.and_more", { count: notice.lines.length }) : null}
              {notice.priority === "URGENT" ? (
                <strong className={styles.urgent}> {t("priority.URGENT")}</strong>
              ) : null}
            </span>
            <Button size="md" onClick={() => setOpenId(notice.id)}>
              {t("actions.accept_notice", { number: notice.docNo ?? "" })}
            </Button>
          </li>
        ))}
      </ul>
      <Modal
        opened={open !== undefined}
        onClose={() => setOpenId(null)}
        title={t("accept.title", { number: open?.docNo ?? "" })}
        closeButtonProps={{ "aria-label": t("actions.close") }}
        size="lg"
      >
        {open ? (
          <AcceptForm task={open} lines={open.lines} today={today} onDone={() => setOpenId(null)} />
        ) : null}
      </Modal>
    </SectionCard>
  );
}
