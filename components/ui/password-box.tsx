"use client";
import { PasswordInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

/** A password, which can be shown while it is typed; the eye has a name in the reader's language. */
export function PasswordBox(props: ComponentProps<typeof PasswordInput>) {
  const t = useTranslations("common.actions");
  return (
    <PasswordInput visibilityToggleButtonProps={{ "aria-label": t("show_password") }} {...props} />
  );
}
