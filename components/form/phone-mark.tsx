"use client";
import { Checkbox } from "@mantine/core";
import { useTranslations } from "next-intl";

export type PhoneMarkState = {
  /** In whose place the form is signed; null when in nobody's, and nothing is asked. */
  principal: string | null;
  asked: boolean;
  setAsked: (asked: boolean) => void;
};

/** A delegate says whether the principal was telephoned (Q27). */
export function PhoneMark({ principal, asked, setAsked }: PhoneMarkState) {
  const t = useTranslations("common.form");
  if (principal === null) return null;
  return (
    <Checkbox
      label={t("asked_by_phone", { name: principal })}
      checked={asked}
      onChange={(event) => setAsked(event.currentTarget.checked)}
    />
  );
}
