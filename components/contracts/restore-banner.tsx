"use client";
import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { InlineNotice } from "@/components/ui/inline-notice";
import { formatDateTime } from "@/lib/i18n/format";
import type { LocalDraft } from "./use-order-draft";

type Props = {
  found: LocalDraft;
  rowVersion: number | null;
  onRestore: (found: LocalDraft) => void;
  onDiscard: () => void;
};

/** What an earlier visit left unsaved: to be taken back, or thrown away knowingly. */
export function RestoreBanner({ found, rowVersion, onRestore, onDiscard }: Props) {
  const t = useTranslations("contracts.order");
  const isOlder = found.rowVersion !== rowVersion;
  return (
    <InlineNotice tone={isOlder ? "warn" : "info"} title={t("restore_title")}>
      <p>
        {t("restore_text", {
          time: formatDateTime(found.at, { seconds: true }),
          customer: found.customer?.name ?? t("restore_nobody"),
          count: found.goods.length,
        })}
        {isOlder ? ` ${t("restore_older")}` : ""}
      </p>
      <Group gap="sm">
        <Button size="compact-sm" onClick={() => onRestore(found)}>
          {t("restore")}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDiscard}>
          {t("discard")}
        </Button>
      </Group>
    </InlineNotice>
  );
}
