"use client";
import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";
import type { PartialMessages } from "@/lib/i18n/picked-messages";

type Props = { messages: PartialMessages; children: ReactNode };

/** Adds namespaces to those that are already here; next-intl alone would replace them. */
export function MessagesScope({ messages, children }: Props) {
  const inherited = useMessages();
  const locale = useLocale();
  return (
    <NextIntlClientProvider locale={locale} messages={{ ...inherited, ...messages }}>
      {children}
    </NextIntlClientProvider>
  );
}
