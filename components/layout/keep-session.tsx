"use client";
import { useEffect } from "react";

const EVERY_MS = 4 * 60_000;
const SIGNS_OF_LIFE = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/**
 * Keeps the session of an active person alive: the cookie lasts half an hour and only a route can renew it. Nothing
 * is sent while nobody touches the page, so an empty desk is signed out.
 */
export function KeepSession() {
  useEffect(() => {
    let lastRenewal = Date.now();
    const renew = () => {
      if (Date.now() - lastRenewal < EVERY_MS) return;
      lastRenewal = Date.now();
      // A failed renewal needs no word: the next page or action says that the session is over.
      void fetch("/api/auth/session", { cache: "no-store" }).catch(() => undefined);
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, renew, { passive: true });
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, renew);
    };
  }, []);
  return null;
}
