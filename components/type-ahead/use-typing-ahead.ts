"use client";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { dropKeys, holdKeys, releaseKeys } from "./typing-ahead";

/** Keeps what is typed faster than a search answers for where it was meant; says so when it could not. */
export function useTypingAhead() {
  const t = useTranslations("grid.search");
  const drop = () => {
    const keys = dropKeys();
    if (keys !== "") notifications.show({ message: t("lost_keys", { keys }), color: "yellow" });
  };
  return { hold: () => holdKeys(drop), release: releaseKeys, drop };
}
