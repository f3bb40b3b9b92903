"use client";
import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { StickyActionBar } from "@/components/ui/sticky-action-bar";
import { SubmitButton } from "@/components/ui/submit-button";

/** The end of a base-data form: back to the list, or save. */
export function SaveBar({ list }: { list: string }) {
  const t = useTranslations("common.actions");
  const router = useRouter();
  return (
    <StickyActionBar>
      <Button variant="default" onClick={() => router.push(list as "/")}>
        {t("cancel")}
      </Button>
      <SubmitButton hotkey="Ctrl+Enter">{t("save")}</SubmitButton>
    </StickyActionBar>
  );
}
