"use client";
import dynamic from "next/dynamic";
import { useEffect } from "react";
import { useOnceTrue } from "@/components/ui/dialog";
import { whenIdle } from "@/components/ui/when-idle";
import type { ConfirmProps } from "./confirm-panel";

const fetchPanel = () => import("./confirm-panel");

const ConfirmPanel = dynamic(() => fetchPanel().then((module) => module.ConfirmPanel), {
  ssr: false,
});

/** The question before a decision. It is fetched while the page rests, or when first asked. */
export function ConfirmDialog(props: ConfirmProps) {
  const wasOpened = useOnceTrue(props.opened);
  useEffect(() => whenIdle(fetchPanel), []);
  return wasOpened ? <ConfirmPanel {...props} /> : null;
}
