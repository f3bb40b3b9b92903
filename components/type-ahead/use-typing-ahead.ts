"use client";
import { notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { whenIdle } from "@/components/ui/when-idle";

// Fetched while the page rests: nobody types ahead of a search before that.
let keyboard: typeof import("./typing-ahead") | null = null;
const fetchKeyboard = async () => {
  keyboard ??= await import("./typing-ahead");
};

/** Keeps what is typed faster than a search answers for where it was meant; says so when it could not. */
export function useTypingAhead() {
  const t = useTranslations("grid.search");
  useEffect(() => whenIdle(fetchKeyboard), []);
  const drop = () => {
    const keys = keyboard?.dropKeys() ?? "";
    if (keys !== "") notifications.show({ message: t("lost_keys", { keys }), color: "yellow" });
  };
  const release = (act: () => void | Promise<void>) => {
    if (keyboard) keyboard.releaseKeys(act);
    else void act();
  };
  return { hold: () => keyboard?.holdKeys(drop), release, drop };
}
