"use client";
import { useEffect } from "react";

const EVERY_MS = 4 * 60_000;
const RENEWED_AT = "session-renewed-at";
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/**
 * Keeps the session of an active person alive: the cookie lasts half an hour and only a route can renew it. Nothing
 * is sent while nobody touches the page, so an empty desk is signed out.
 */
export function KeepSession() {
  useEffect(() => {
    const renew = () => {
      // Kept beyond the page: who opens one after the other would never reach the wait otherwise.
      if (Date.now() - Number(sessionStorage.getItem(RENEWED_AT) ?? 0) < EVERY_MS) return;
      sessionStorage.setItem(RENEWED_AT, String(Date.now()));
      // A failed renewal needs no word: the next page or action says that the session is over. The answer is read to
      // its end, or the browser would keep the connection open for it.
      void fetch("/api/auth/session", { cache: "no-store" })
        .then((answer) => answer.text())
        .catch(() => undefined);
    };
    renew();
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, renew, { passive: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, renew);
    };
  }, []);
  return null;
}
