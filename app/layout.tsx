import "@/components/ui/mantine-styles";
import "./globals.css";
import { ColorSchemeScript } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DENSITY_COOKIE, densityOf } from "@/components/layout/density";
import { Providers } from "@/components/layout/providers";
import { htmlLang } from "@/lib/i18n/locale";
import { pickMessages, pickRefusals } from "@/lib/i18n/picked-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("app.name"), template: `%s · ${t("app.name")}` } };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#181d23" },
  ],
};

const everywhere = ["common", "nav", "errors", "roles", "grid"] as const;

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [requestHeaders, jar, locale, messages] = await Promise.all([
    headers(),
    cookies(),
    getLocale(),
    getMessages(),
  ]);
  const nonce = requestHeaders.get("x-nonce") ?? undefined;
  const shared = { ...pickRefusals(messages), ...pickMessages(messages, everywhere) };
  return (
    <html
      lang={htmlLang(locale)}
      data-density={densityOf(jar.get(DENSITY_COOKIE)?.value)}
      data-mantine-color-scheme="light"
      suppressHydrationWarning
    >
      <head>
        <ColorSchemeScript defaultColorScheme="auto" {...(nonce ? { nonce } : {})} />
      </head>
      <body>
        <NextIntlClientProvider messages={shared}>
          <Providers nonce={nonce}>{children}</Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
