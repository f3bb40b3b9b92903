/** The two languages of the product. Chinese is the language of the trade and the default. */
const LOCALES = ["zh", "en"] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "zh";

/** Preference cookies: readable by the server before the first byte, so nothing flashes. */
export const LOCALE_COOKIE = "locale";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** What goes into `<html lang>`: `zh-CN` makes browsers pick the simplified glyphs. */
export function htmlLang(locale: Locale): string {
  return locale === "zh" ? "zh-CN" : "en";
}
