"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import styles from "./navigation-progress.module.css";

/** A reader who stopped the page, or whose network is gone, is not told for ever that it is coming. */
const GIVEN_UP_AFTER_MS = 20_000;

/**
 * A thin line at the top while the next page is being read, after 300 ms only. It stands in for loading.tsx, which
 * would begin to answer before a page knows whether it exists, and so turn every 404 into a 200.
 */
export function NavigationProgress() {
  const t = useTranslations("common.words");
  const here = `${usePathname()}?${useSearchParams()}`;
  const [leaving, setLeaving] = useState<string | null>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (leadsElsewhere(event))
        setLeaving(`${location.pathname}?${new URLSearchParams(location.search)}`);
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, []);

  useEffect(() => {
    if (leaving === null) return;
    const timer = setTimeout(() => setLeaving(null), GIVEN_UP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [leaving]);

  if (leaving !== here) return null;
  return (
    <div className={styles.line} role="status">
      <span className="visually-hidden">{t("loading")}</span>
    </div>
  );
}

/** An ordinary click on a link to another page of this application. */
function leadsElsewhere(event: MouseEvent): boolean {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return false;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.download)
    return false;
  const isPage = link.origin === location.origin && !link.pathname.startsWith("/api/");
  return isPage && (link.pathname !== location.pathname || link.search !== location.search);
}
