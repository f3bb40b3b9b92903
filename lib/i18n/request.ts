import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { clock } from "@/lib/server/clock";
import { CATALOGUE } from "./catalogue";
import { DEFAULT_LOCALE, isLocale, LOCALE_COOKIE } from "./locale";

/** The language comes from a cookie, not from the address: a link sent to a colleague opens in theirs. */
export default getRequestConfig(async () => {
  const wanted = (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(wanted) ? wanted : DEFAULT_LOCALE;
  return { locale, messages: CATALOGUE[locale], timeZone: "Asia/Shanghai", now: clock.now() };
});
