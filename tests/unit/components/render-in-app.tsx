import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ReactElement } from "react";
import { theme } from "@/components/ui/theme";
import { CATALOGUE } from "@/lib/i18n/catalogue";
import type { Locale } from "@/lib/i18n/locale";

// Text areas that grow listen to fonts; happy-dom has none.
if (!("fonts" in document)) {
  Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
}

/** A component as the application would draw it, on 23 November 2026. */
export function inApp(element: ReactElement, locale: Locale = "zh") {
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={CATALOGUE[locale]}
      timeZone="Asia/Shanghai"
      now={new Date("2026-11-23T10:00:00+08:00")}
    >
      <MantineProvider theme={theme} env="test">
        {element}
      </MantineProvider>
    </NextIntlClientProvider>
  );
}

export function renderInApp(element: ReactElement, locale: Locale = "zh") {
  return render(inApp(element, locale));
}

/** What a reader reads there, with blanks as one blank. */
export function wordsOf(element: HTMLElement): string {
  return (element.textContent ?? "").replace(/\s+/g, " ");
}

/** What stands in a text field. */
export function typedInto(element: HTMLElement): string {
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)
    return element.value;
  throw new Error("not a text field");
}
