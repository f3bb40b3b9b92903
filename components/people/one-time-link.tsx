"use client";
import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { InlineNotice } from "@/components/ui/inline-notice";

/** A one-time link, shown once; null when the answer that carried it was lost. */
export function OneTimeLink({ link }: { link: string | null }) {
  const t = useTranslations("people.link");
  if (link === null) return <InlineNotice tone="warn">{t("gone")}</InlineNotice>;
  const address = `${window.location.origin}${link}`;
  return (
    <InlineNotice tone="success" title={t("title")}>
      <p>{t("text")}</p>
      <TextInput
        aria-label={t("title")}
        value={address}
        readOnly
        classNames={{ input: "mono" }}
        onFocus={(event) => event.currentTarget.select()}
        rightSection={<CopyButton value={address} label={t("copy")} />}
      />
    </InlineNotice>
  );
}
