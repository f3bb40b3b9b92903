"use client";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { rememberPage } from "./recent-pages";

/** Puts this document among the recently opened. */
export function RememberPage({ label }: { label: string }) {
  const pathname = usePathname();
  useEffect(() => rememberPage({ href: pathname, label }), [pathname, label]);
  return null;
}
